package org.facecheck.internal.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.capture.CaptureResult.Admitted;
import org.facecheck.internal.capture.CaptureResult.Redirect;
import org.facecheck.internal.capture.CaptureResult.Refused;
import org.facecheck.internal.capture.CaptureResult.Simple;
import org.facecheck.internal.concurrent.Bulkhead;
import org.facecheck.internal.concurrent.Bulkhead.Permit;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.FormUpload;
import org.facecheck.internal.upload.RawUpload;
import org.facecheck.internal.upload.UploadRejectedException;

/**
 * Takes an upload from its headers to its admission. The questions, cheapest first: may this session try, is there a permit,
 * is the token good, is it a picture?
 *
 * <p>A form is read at once, while its thread waits. Where the body is the picture itself, all that can be refused is refused
 * before it is read, and the rest arrives without a thread ({@link AsyncUploadHandler}).
 */
final class UploadHandler {
    private final CaptureConfig config;
    private final UploadAdmission admission;
    private final AsyncUploadHandler waiting;
    private final PostCheckRedirect redirect;
    private final Exchanges exchanges;
    private final Bulkhead bulkhead;

    UploadHandler(
            CaptureConfig config,
            UploadAdmission admission,
            AsyncUploadHandler waiting,
            PostCheckRedirect redirect,
            Exchanges exchanges,
            Bulkhead bulkhead) {
        this.config = config;
        this.admission = admission;
        this.waiting = waiting;
        this.redirect = redirect;
        this.exchanges = exchanges;
        this.bulkhead = bulkhead;
    }

    /** Makes the exchange of an upload that begins. */
    @FunctionalInterface
    interface Exchanges {
        CaptureExchange begin(HttpServletRequest request, Admission admitted, Permit permit);
    }

    /**
     * Takes a new upload.
     *
     * @param admitted what it is admitted under, as it was before anything of the body was read
     */
    CaptureResult handle(Admission admitted, HttpServletRequest request, HttpServletResponse response)
            throws IOException, AttemptsUnavailableException {
        Optional<Refused> locked = admission.refuseIfLocked(admitted, request);
        if (locked.isPresent()) {
            return locked.get();
        }
        try {
            return RawUpload.isSentBy(request)
                    ? handlePicture(admitted, request, response)
                    : handleForm(admitted, request, response);
        } catch (UploadRejectedException rejected) {
            return admission.reject(rejected.refusal(), admitted, request);
        }
    }

    private CaptureResult handleForm(Admission admitted, HttpServletRequest request, HttpServletResponse response)
            throws IOException, UploadRejectedException, AttemptsUnavailableException {
        Optional<Permit> permit = bulkhead.tryAcquire(FormUpload.memory(request, config.maxBytes()));
        if (permit.isEmpty()) {
            return Simple.BUSY;
        }
        CaptureExchange exchange = exchanges.begin(request, admitted, permit.get());
        return holding(exchange, () -> {
            FormUpload form = FormUpload.read(request, config.maxBytes(), config.uploadTimeout());
            CaptureResult result = admission.admit(form, exchange, request);
            if (result instanceof Admitted checked && request.isAsyncSupported()) {
                waiting.check(checked, request, response);
                return Simple.PENDING;
            }
            return result;
        });
    }

    private CaptureResult handlePicture(Admission admitted, HttpServletRequest request, HttpServletResponse response)
            throws IOException, UploadRejectedException, AttemptsUnavailableException {
        RawUpload announced = RawUpload.announced(request, config.maxBytes());
        Optional<FaceCheckSession> session =
                FaceCheckSession.existing(request); // where there is none, no token is good
        if (session.isEmpty() || session.get().bind(announced.token()) != FormToken.Status.VALID) {
            return admission.refuseToken(request);
        }
        Optional<RequestTarget> target = redirect.proceed(request);
        if (target.isPresent()) { // another tab has passed: the picture need not even be sent
            return new Redirect(target.get());
        }
        Optional<Permit> permit = bulkhead.tryAcquire(announced.length());
        if (permit.isEmpty()) {
            return Simple.BUSY;
        }
        CaptureExchange exchange = exchanges.begin(request, admitted, permit.get());
        return holding(exchange, () -> {
            if (!request.isAsyncSupported()) {
                return admission.admit(announced.readAll(request, config.uploadTimeout()), exchange, request);
            }
            waiting.receive(announced, permit.get(), exchange, request, response);
            return Simple.PENDING;
        });
    }

    /** A step that is taken while a permit is held. */
    @FunctionalInterface
    private interface Step {
        CaptureResult take() throws IOException, UploadRejectedException, AttemptsUnavailableException;
    }

    /** Takes the step, and gives the permit back unless a check or a later dispatch goes on with it. */
    private static CaptureResult holding(CaptureExchange exchange, Step step)
            throws IOException, UploadRejectedException, AttemptsUnavailableException {
        boolean goesOn = false;
        try {
            CaptureResult result = step.take();
            goesOn = result instanceof Admitted || result == Simple.PENDING;
            return result;
        } finally {
            if (!goesOn) {
                exchange.release();
            }
        }
    }
}
