package org.facecheck.internal.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.audit.AuditRecorder;
import org.facecheck.internal.audit.AuditRecorder.Entry;
import org.facecheck.internal.audit.CheckFigures;
import org.facecheck.internal.capture.CaptureResult.Answer;
import org.facecheck.internal.capture.CaptureResult.AttemptsLeft;
import org.facecheck.internal.capture.CaptureResult.NotVerified;
import org.facecheck.internal.capture.CaptureResult.Redirect;
import org.facecheck.internal.capture.CaptureResult.SessionChanged;
import org.facecheck.internal.concurrent.KeyedLocks;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.SessionAttempts;
import org.facecheck.internal.verdict.Judge;
import org.facecheck.internal.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Gives the verdict on a match, in the request's own context: audit, attempts, session. A pass that can't be recorded is not
 * given, and nothing is concluded for another session or principal than those under which the upload was admitted. For each
 * session, a verdict, its audit and its pass are one step: of two people in one session, the second is judged when the first
 * has the pass.
 */
final class VerdictHandler {
    private final Supplier<Judge> judge;
    private final AuditRecorder audit;
    private final AttemptLimiter limiter;
    private final Clock clock;
    /**
     * Apart from the lock of the session's own steps, which is held for microseconds only: here the application's policy, binding
     * and observers are waited for.
     */
    private final KeyedLocks<Long> locks = new KeyedLocks<>();

    /** @param judge asked for with each verdict, since an application's beans may exist only after start-up */
    VerdictHandler(Supplier<Judge> judge, AuditRecorder audit, AttemptLimiter limiter, Clock clock) {
        this.judge = judge;
        this.audit = audit;
        this.limiter = limiter;
        this.clock = clock;
    }

    /**
     * Judges the match and leaves a pass in the session, or says why not.
     *
     * @param match {@code null} where the matcher gave none, which is trouble
     * @param admission what the check was admitted under; {@code null} where there was none, which is trouble, too
     */
    Answer conclude(@Nullable FaceMatch match, @Nullable Admission admission, HttpServletRequest request) {
        if (admission == null) {
            Verdict trouble = new Verdict.Trouble("a dispatch that belongs to no check");
            return new NotVerified(
                    trouble,
                    audit.record(trouble, request, CheckFigures.of(request)).reference(),
                    null);
        }
        return locks.alone(admission.session().creationTime(), () -> concludeAlone(match, admission, request));
    }

    private Answer concludeAlone(@Nullable FaceMatch match, Admission admission, HttpServletRequest request) {
        if (admission.unchanged(request).isEmpty()) {
            return refuseChanged(admission, request);
        }
        Verdict verdict = judge.get().judge(match, admission.claimed(), request);
        Entry entry = audit.record(verdict, request, admission.figures());
        if (!entry.isRecorded()) {
            verdict = new Verdict.Trouble("the audit failed");
        }
        if (verdict instanceof Verdict.Verified verified) {
            return grant(verified, admission, request);
        }
        if (verdict.outcome() == Outcome.TROUBLE) {
            admission.giveBackAttempt();
            return new NotVerified(verdict, entry.reference(), null);
        }
        admission.keepAttempt();
        return new NotVerified(verdict, entry.reference(), attemptsLeft(request));
    }

    /** Asks once more whether the session is the same: policy, binding and observers may have taken their time. */
    private Answer grant(Verdict.Verified verified, Admission admission, HttpServletRequest request) {
        Optional<FaceCheckSession> session = admission.unchanged(request);
        if (session.isEmpty()) {
            return refuseChanged(admission, request);
        }
        Optional<RequestTarget> wanted;
        try {
            wanted = session.get().grant(verified.identity(), verified.caller(), clock.millis());
        } catch (IllegalStateException ended) { // so that there is no pass
            return refuseChanged(admission, request);
        }
        admission.giveBackAttempt();
        return new Redirect(wanted.orElseGet(() -> PostCheckRedirect.home(request)));
    }

    /**
     * Concludes nothing, since session or principal are not what they were when the upload was admitted. The attempt stays
     * counted: else a session that is changed on purpose would make checks free.
     */
    Answer refuseChanged(Admission admission, HttpServletRequest request) {
        admission.keepAttempt();
        String reference = audit.record(Outcome.SESSION_CHANGED, null, request, admission.figures())
                .reference();
        return new SessionChanged(admission.session().isSameSession(request), reference);
    }

    /** Attempts can't be counted, so that none may be made: trouble of ours, and no fault of the person's. */
    Answer concludeUncounted(AttemptsUnavailableException failed, Admission admission, HttpServletRequest request) {
        System.getLogger("org.facecheck").log(System.Logger.Level.WARNING, failed.getMessage());
        Verdict trouble = new Verdict.Trouble("attempts can't be counted");
        return new NotVerified(
                trouble, audit.record(trouble, request, admission.figures()).reference(), null);
    }

    /**
     * Records that the container never came back for a match: nothing was concluded, and that is no fault of the person's.
     * Called outside of the request's own context.
     */
    void concludeUndelivered(Admission admission) {
        audit.recordUndelivered(new Verdict.Trouble("the server did not resume the request"), admission.figures());
        admission.giveBackAttempt();
    }

    private AttemptsLeft attemptsLeft(HttpServletRequest request) {
        int left = limiter.attemptsLeft(SessionAttempts.source(request));
        try {
            Duration locked = limiter.lockedFor(SessionAttempts.source(request));
            return new AttemptsLeft(left, locked.isZero() ? null : locked);
        } catch (AttemptsUnavailableException unknown) {
            // The verdict stands, and the next attempt finds out how long it has to wait.
            return new AttemptsLeft(left, null);
        }
    }
}
