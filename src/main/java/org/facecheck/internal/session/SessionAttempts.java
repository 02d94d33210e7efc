package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.UnaryOperator;
import org.facecheck.internal.attempts.AttemptCount;
import org.facecheck.internal.attempts.AttemptSource;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.attempts.SessionCounter;
import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.caller.ComparableText;
import org.facecheck.internal.caller.PrincipalName;
import org.jspecify.annotations.Nullable;

/** The attempts that a request's session carries: what the attempts room sees of it. */
public final class SessionAttempts implements SessionCounter {
    private final HttpServletRequest request;

    private SessionAttempts(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * All that an attempt of this request is counted for: its session, its principal or whose name the person has given, its
     * client's address. A name counts in the one form in which it is compared, or each spelling had attempts of its own.
     */
    public static AttemptSource source(HttpServletRequest request) {
        return new AttemptSource(new SessionAttempts(request), nameOf(request), ClientAddress.of(request));
    }

    /** Whose name an attempt of this request is counted for now, {@code null} where nobody's is known. */
    public static @Nullable PrincipalName nameOf(HttpServletRequest request) {
        return PrincipalName.of(request)
                .or(() -> FaceCheckSession.claimed(request)
                        .map(claimed -> new PrincipalName(
                                ComparableText.of(claimed.text()).value())))
                .orElse(null);
    }

    @Override
    public AttemptCount current() {
        return SessionStore.existing(request).map(SessionStore::attempts).orElse(AttemptCount.NONE);
    }

    /** Begins no session: one that begins while a check is under way would not be the one that it was admitted under. */
    @Override
    public AttemptCount change(UnaryOperator<AttemptCount> step) throws AttemptsUnavailableException {
        SessionStore store = SessionStore.existing(request).orElseThrow(AttemptsUnavailableException::withoutSession);
        try {
            return store.changeAttempts(step);
        } catch (IllegalStateException ended) { // what containers say of a session that another request has just ended
            throw AttemptsUnavailableException.withoutSession();
        }
    }
}
