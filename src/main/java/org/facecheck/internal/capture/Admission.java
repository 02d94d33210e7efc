package org.facecheck.internal.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.facecheck.internal.attempts.TakenAttempt;
import org.facecheck.internal.audit.CheckFigures;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.concurrent.Bulkhead.Permit;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.session.SessionAttempts;
import org.facecheck.internal.session.SessionSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What an upload was admitted under, from its headers to the verdict: the session and the principal of its request as they
 * were before its first byte was read, and the permit and the attempt that were taken for it. What is concluded is concluded for these only.
 */
final class Admission {
    private final SessionSnapshot session;
    private final CheckFigures figures;

    /** {@code null} until one has been redeemed. */
    private volatile @Nullable FormToken token;

    /** {@code null} until one has been taken, as the following; written in one thread, read in another. */
    private volatile @Nullable Permit permit;

    private volatile @Nullable TakenAttempt attempt;

    private volatile @Nullable PrincipalName claimed;

    private Admission(SessionSnapshot session, CheckFigures figures) {
        this.session = session;
        this.figures = figures;
    }

    /** For an upload that begins. */
    static Admission of(HttpServletRequest request) {
        return new Admission(SessionSnapshot.of(request), CheckFigures.of(request));
    }

    /** The session and the principal at the beginning. */
    SessionSnapshot session() {
        return session;
    }

    /** What is measured of this upload. */
    CheckFigures figures() {
        return figures;
    }

    /**
     * The request's session, if session and principal are what they were at the beginning, and whose name the attempt is counted for:
     * who logs out meanwhile, or gives another name, is not logged in by what was sent before.
     */
    Optional<FaceCheckSession> unchanged(HttpServletRequest request) {
        PrincipalName name = claimed;
        return session.unchanged(request).filter(now -> name == null || name.equals(SessionAttempts.nameOf(request)));
    }

    /** Has the request know, in a later dispatch, what the page with this token was for. */
    void hold(FormToken redeemed) {
        token = redeemed;
    }

    /** Binds the request to the token that was redeemed, if one was. */
    void bindToken(HttpServletRequest request) {
        FormToken redeemed = token;
        if (redeemed != null) {
            unchanged(request).ifPresent(now -> now.bind(redeemed));
        }
    }

    /**
     * Whether a page may be shown, which has a new token of the request's session, and tells what is kept there. Where there was
     * no session at the beginning, there can't have been another client in it.
     */
    boolean allowsPage(HttpServletRequest request) {
        return !session.hasSession() || session.isUnchanged(request);
    }

    /** Has the service's permit end with this upload. */
    void hold(Permit taken) {
        permit = taken;
    }

    /** Gives back the permit, if one was taken. */
    void closePermit() {
        Permit taken = permit;
        if (taken != null) {
            taken.close();
        }
    }

    /**
     * Has the attempt end with this upload.
     *
     * @param name whose name it is counted for: the check is made for that name only, whatever the session says later
     */
    void hold(TakenAttempt taken, @Nullable PrincipalName name) {
        attempt = taken;
        claimed = name;
    }

    /** Whose name the attempt is counted for, {@code null} where nobody's is known. */
    @Nullable
    PrincipalName claimed() {
        return claimed;
    }

    /** Leaves the attempt counted: there was a verdict, or none that is of use to this client. */
    void keepAttempt() {
        TakenAttempt taken = attempt;
        if (taken != null) {
            taken.keep();
        }
    }

    /** Gives back the attempt, if one was taken and has not ended. */
    void giveBackAttempt() {
        TakenAttempt taken = attempt;
        if (taken != null) {
            taken.giveBack();
        }
    }
}
