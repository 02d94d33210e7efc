package org.facecheck.internal.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.Selfie;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.attempts.AttemptResult;
import org.facecheck.internal.attempts.AttemptSource;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.attempts.TakenAttempt;
import org.facecheck.internal.audit.AuditRecorder;
import org.facecheck.internal.capture.CaptureResult.Admitted;
import org.facecheck.internal.capture.CaptureResult.Answer;
import org.facecheck.internal.capture.CaptureResult.Busy;
import org.facecheck.internal.capture.CaptureResult.Locked;
import org.facecheck.internal.capture.CaptureResult.Redirect;
import org.facecheck.internal.capture.CaptureResult.Refused;
import org.facecheck.internal.capture.CaptureResult.Rejected;
import org.facecheck.internal.capture.CaptureResult.Simple;
import org.facecheck.internal.concurrent.Bulkhead;
import org.facecheck.internal.concurrent.Bulkhead.Permit;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.PageConfig.Notice;
import org.facecheck.internal.figures.Limit;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.page.text.Consent;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.session.SessionAttempts;
import org.facecheck.internal.upload.FormUpload;
import org.facecheck.internal.upload.UploadRefusal;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;
import org.facecheck.internal.upload.UploadRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an upload that is here as a whole may be checked, and has each refusal recorded that an operator should be
 * able to see: a phone model whose pictures are always refused must not be invisible.
 */
final class UploadAdmission {
    private final AttemptLimiter limiter;
    private final PostCheckRedirect redirect;
    private final AuditRecorder audit;
    private final VerdictHandler verdicts;
    private final Bulkhead bulkhead;
    private final Notice notice;
    private final boolean asksUsername;
    private final SelfieReader selfies = new SelfieReader();

    UploadAdmission(
            AttemptLimiter limiter,
            PostCheckRedirect redirect,
            AuditRecorder audit,
            VerdictHandler verdicts,
            Bulkhead bulkhead,
            CaptureConfig config) {
        this.bulkhead = bulkhead;
        this.notice = config.page().notice();
        this.asksUsername = config.login().asksUsername();
        this.limiter = limiter;
        this.redirect = redirect;
        this.audit = audit;
        this.verdicts = verdicts;
    }

    /** Refuses an upload, and has that recorded, where there have been too many attempts; empty where one may be made. */
    Optional<Refused> refuseIfLocked(Admission admitted, HttpServletRequest request)
            throws AttemptsUnavailableException {
        Duration remaining = limiter.lockedFor(SessionAttempts.source(request));
        return remaining.isZero()
                ? Optional.empty()
                : Optional.of(new Refused(back -> locked(remaining, admitted, back)));
    }

    private Locked locked(Duration remaining, Admission admitted, HttpServletRequest request) {
        return new Locked(
                remaining,
                audit.record(Outcome.LOCKED, null, request, admitted.figures()).reference());
    }

    /**
     * Admits an upload and takes permit and attempt, or says why not. The attempt is taken before the check, so that parallel ones
     * count too, and only for what is a picture: a broken one has cost the service nothing. Nothing is asked of a session but
     * the one in which the upload began.
     *
     * @param request as it is now, or what was kept of it where the upload waits
     */
    CaptureResult admit(FormUpload upload, CaptureExchange exchange, HttpServletRequest request)
            throws UploadRejectedException, AttemptsUnavailableException {
        Admission admitted = exchange.admission();
        Optional<FaceCheckSession> session = admitted.unchanged(request);
        if (session.isEmpty()) {
            return new Refused(back -> verdicts.refuseChanged(admitted, back));
        }
        // Before the token is used up: who has forgotten to agree can do so and send the same page. Of an upload with
        // another token, nothing but that has been kept.
        if (session.get().statusOf(upload.token()) == FormToken.Status.VALID) {
            requireConsent(upload.consent(), admitted);
        }
        // The service's permit first: one that finds none has its token still.
        Optional<Permit> permit = bulkhead.tryAcquire();
        if (permit.isEmpty()) {
            return new Busy(Limit.CHECKS);
        }
        admitted.hold(permit.get());
        admitted.hold(upload.token());
        if (session.get().redeem(upload.token()) != FormToken.Status.VALID) {
            return new Refused(this::refuseToken);
        }
        Optional<RequestTarget> target = redirect.proceed(request);
        if (target.isPresent()) { // another tab has passed
            return new Refused(back -> admitted.unchanged(back).isPresent()
                    ? new Redirect(target.get())
                    : verdicts.refuseChanged(admitted, back));
        }
        // Read once: the name that is counted is the name that is judged.
        AttemptSource source = SessionAttempts.source(request);
        if (asksUsername && source.principal() == null) {
            return Simple.INVITED; // the page asks for the name again
        }
        Selfie selfie = upload.selfie(selfies);
        AttemptResult attempt = limiter.take(source);
        if (attempt instanceof TakenAttempt taken) {
            admitted.hold(taken, source.principal());
            return new Admitted(selfie, exchange);
        }
        Duration remaining = ((AttemptResult.Locked) attempt).remaining(); // the interface is sealed
        return new Refused(back -> locked(remaining, admitted, back));
    }

    /**
     * Asks for consent where the operator wants it. The server asks for it, too: a page can be changed, left out, or be another
     * one.
     *
     * @param sent the version that came along, right or wrong; {@code null} where none did
     * @throws UploadRejectedException where it is needed and not there: no picture is used without it
     */
    void requireConsent(@Nullable String sent, Admission admitted) throws UploadRejectedException {
        if (notice.consent()) {
            admitted.figures()
                    .consented(Consent.given(sent, notice.processor())
                            .orElseThrow(() -> new UploadRejectedException(Malformed.NO_CONSENT)));
        }
    }

    /** Refuses the token, except to the second of two clicks: that finds its token used, and the first one's pass there. */
    Answer refuseToken(HttpServletRequest request) {
        return redirect.proceedAfterOtherClick(request)
                .<Answer>map(Redirect::new)
                .orElse(Simple.TOKEN_REFUSED);
    }

    /** Refuses what is no usable picture, and has that recorded. */
    Answer reject(UploadRefusal refusal, Admission admitted, HttpServletRequest request) {
        if (refusal instanceof UnusablePicture picture && picture.fault() == Fault.BUSY) {
            return new Busy(picture.limit()); // nothing was wrong with the picture
        }
        return new Rejected(
                refusal,
                audit.record(Outcome.PICTURE_REJECTED, refusal.detail(), request, admitted.figures())
                        .reference());
    }
}
