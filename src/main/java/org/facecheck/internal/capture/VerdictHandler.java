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
import org.facecheck.internal.capture.AuditRecorder.Entry;
import org.facecheck.internal.capture.CaptureResult.Answer;
import org.facecheck.internal.capture.CaptureResult.AttemptsLeft;
import org.facecheck.internal.capture.CaptureResult.NotVerified;
import org.facecheck.internal.capture.CaptureResult.Redirect;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.SessionAttempts;
import org.facecheck.internal.verdict.Judge;
import org.facecheck.internal.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Gives the verdict on a match, in the request's own context: audit, attempts, session. A pass that can't be recorded is not
 * given.
 */
final class VerdictHandler {
    private final Supplier<Judge> judge;
    private final AuditRecorder audit;
    private final AttemptLimiter limiter;
    private final Clock clock;

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
     */
    Answer conclude(@Nullable FaceMatch match, HttpServletRequest request) {
        Verdict verdict = judge.get().judge(match, request);
        Entry entry = record(verdict);
        if (!entry.isRecorded()) {
            verdict = new Verdict.Trouble("the audit failed");
        }
        if (verdict instanceof Verdict.Verified verified) {
            limiter.forgive(SessionAttempts.source(request));
            Optional<RequestTarget> wanted = FaceCheckSession.of(request).grant(verified.identity(), clock.millis());
            return new Redirect(wanted.map(RequestTarget::text).orElseGet(() -> PostCheckRedirect.home(request)));
        }
        if (verdict.outcome() == Outcome.TROUBLE) {
            limiter.forgive(SessionAttempts.source(request));
            return new NotVerified(verdict, entry.reference(), null);
        }
        return new NotVerified(verdict, entry.reference(), attemptsLeft(request));
    }

    /** Attempts can't be counted, so that none may be made: trouble of ours, and no fault of the person's. */
    Answer concludeUncounted(AttemptsUnavailableException failed) {
        System.getLogger("org.facecheck").log(System.Logger.Level.WARNING, failed.getMessage());
        Verdict trouble = new Verdict.Trouble("attempts can't be counted");
        return new NotVerified(trouble, record(trouble).reference(), null);
    }

    private Entry record(Verdict verdict) {
        return audit.record(verdict.outcome(), verdict.detail());
    }

    private AttemptsLeft attemptsLeft(HttpServletRequest request) {
        int left = limiter.attemptsLeft(SessionAttempts.source(request));
        try {
            return new AttemptsLeft(left, limiter.lockedFor(SessionAttempts.source(request)));
        } catch (AttemptsUnavailableException unknown) {
            // The verdict stands, and the next attempt finds out how long it has to wait.
            return new AttemptsLeft(left, Duration.ZERO);
        }
    }
}
