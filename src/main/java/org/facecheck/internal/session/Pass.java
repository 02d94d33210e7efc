package org.facecheck.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.facecheck.KycIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a face check was passed in this session. A value, not a flag: whether it is good for a request is asked of it
 * each time. Immutable and thread-safe; the text form shows no personal data.
 *
 * @param identity who was verified
 * @param verifiedAt when, in milliseconds since the epoch
 * @param principal who was logged in then, {@code null} for nobody
 * @param onceFor the target for which the check was made, until a one-time rule has used it up; {@code null} after, or where
 *     nothing was interrupted
 * @param resuming whether some remembered form is still to be put back in place
 */
public record Pass(
        KycIdentity identity,
        long verifiedAt,
        @Nullable String principal,
        @Nullable String onceFor,
        boolean resuming) implements Serializable, KycIdentity.Bearer {

    private static final long serialVersionUID = 1L;

    /** Long ago for every rule. */
    private static final long NEVER = 0;

    /** How far clocks in a cluster may differ before a pass from the future is doubted. */
    private static final long CLOCK_SKEW_MILLIS = 60_000;

    /** The pass in the request's session, if it is there and belongs to whoever is logged in. Allocates nothing. */
    public static @Nullable Pass in(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(KycIdentity.SESSION_ATTRIBUTE) instanceof Pass pass
                        && pass.isFor(request)
                ? pass
                : null;
    }

    /** Whether the check is no longer ago than {@code maxAge}, at {@code now} in milliseconds since the epoch. */
    public boolean isFresh(Duration maxAge, long now) {
        long age = now - verifiedAt;
        return age >= -CLOCK_SKEW_MILLIS && age <= maxAge.toMillis();
    }

    @Override
    public Optional<KycIdentity> identityFor(HttpServletRequest request) {
        return isFor(request) ? Optional.of(identity) : Optional.empty();
    }

    Pass spent() {
        return new Pass(identity, verifiedAt, principal, null, resuming);
    }

    Pass resuming(boolean forms) {
        return new Pass(identity, verifiedAt, principal, onceFor, forms);
    }

    Pass outdated() {
        return new Pass(identity, NEVER, principal, null, false);
    }

    /** Nobody's where it names none, as a stored one of another version may. */
    private boolean isFor(HttpServletRequest request) {
        if (identity == null) {
            return false;
        }
        Principal now = request.getUserPrincipal();
        return now == null ? principal == null : now.getName().equals(principal);
    }

    @Override
    public String toString() {
        return "Pass[verifiedAt=%d]".formatted(verifiedAt);
    }
}
