package org.facecheck.internal.capture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.capture.CaptureResult.Admitted;
import org.facecheck.internal.capture.CaptureResult.Busy;
import org.facecheck.internal.capture.CaptureResult.Redirect;
import org.facecheck.internal.capture.CaptureResult.Refused;
import org.facecheck.internal.capture.CaptureResult.Simple;
import org.facecheck.internal.concurrent.Timer;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.figures.Limit;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.AnnouncedUpload;
import org.facecheck.internal.upload.BlockingUpload;
import org.facecheck.internal.upload.FormUpload;
import org.facecheck.internal.upload.RawUpload;
import org.facecheck.internal.upload.UploadPace;
import org.facecheck.internal.upload.UploadQuota;
import org.facecheck.internal.upload.UploadQuota.Share;
import org.facecheck.internal.upload.UploadRejectedException;

/**
 * Takes an upload by its headers. The questions, cheapest first: may this session try, is it an upload at all, is there a
 * session, is the token good that is a header, does the client hold its share already? All that can be refused is refused
 * before the body is read.
 *
 * <p>The rest arrives without a thread ({@link AsyncUploadHandler}), and has its token looked at before its picture arrives.
 * Where an old filter does not support that (Servlet 6.0 §2.3.3.3), a limited number of threads waits for it.
 */
final class UploadHandler {
    private final CaptureConfig config;
    private final UploadAdmission admission;
    private final AsyncUploadHandler waiting;
    private final PostCheckRedirect redirect;
    private final Exchanges exchanges;
    private final Timer timer;
    private final UploadQuota quota;

    /** Apart from the threads that wait for the matcher: slow clients must not keep the answers of others. */
    private final Semaphore readingThreads;

    UploadHandler(
            CaptureConfig config,
            UploadAdmission admission,
            AsyncUploadHandler waiting,
            PostCheckRedirect redirect,
            Exchanges exchanges,
            Timer timer) {
        this.config = config;
        this.admission = admission;
        this.waiting = waiting;
        this.redirect = redirect;
        this.exchanges = exchanges;
        this.timer = timer;
        this.quota = new UploadQuota(config.uploads(), config.maxBytesInFlight());
        this.readingThreads = new Semaphore(config.maxBlocking());
    }

    /** Makes the exchange of an upload that begins. */
    @FunctionalInterface
    interface Exchanges {
        CaptureExchange begin(HttpServletRequest request, Admission admitted, Share share);
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
            AnnouncedUpload announced = AnnouncedUpload.of(request, config.maxBytes());
            Optional<FaceCheckSession> session = FaceCheckSession.existing(request);
            Optional<String> id = admitted.session().id();
            if (session.isEmpty() || id.isEmpty()) { // no token is good
                return Simple.TOKEN_REFUSED;
            }
            Optional<FormToken> token = announced.headerToken();
            if (token.isPresent() && session.get().bind(token.get()) != FormToken.Status.VALID) {
                return admission.refuseToken(request);
            }
            Optional<RequestTarget> target = token.flatMap(bound -> redirect.proceed(request));
            if (target.isPresent()) { // another tab has passed: the picture need not even be sent
                return new Redirect(target.get());
            }
            if (announced instanceof RawUpload raw) {
                admission.requireConsent(raw.consent(), admitted); // else the picture is not even received
            }
            Optional<Share> share = quota.tryEnter(ClientAddress.of(request), id.get());
            return share.isEmpty()
                    ? new Busy(Limit.UPLOADS)
                    : receive(announced, share.get(), admitted, request, response);
        } catch (UploadRejectedException rejected) {
            return admission.reject(rejected.refusal(), admitted, request);
        }
    }

    /** Gives the share back unless a check or a later dispatch goes on with it. */
    private CaptureResult receive(
            AnnouncedUpload announced,
            Share share,
            Admission admitted,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, UploadRejectedException, AttemptsUnavailableException {
        CaptureExchange exchange = exchanges.begin(request, admitted, share);
        boolean goesOn = false;
        try {
            if (request.isAsyncSupported()) {
                waiting.receive(announced, share, exchange, request, response);
                goesOn = true;
                return Simple.PENDING;
            }
            CaptureResult result = read(announced, share, exchange, request);
            goesOn = result instanceof Admitted;
            return result;
        } finally {
            if (!goesOn) {
                exchange.release();
            }
        }
    }

    /** Has the thread wait for the upload. */
    private CaptureResult read(
            AnnouncedUpload announced, Share share, CaptureExchange exchange, HttpServletRequest request)
            throws IOException, UploadRejectedException, AttemptsUnavailableException {
        if (!readingThreads.tryAcquire()) {
            return new Busy(Limit.THREADS);
        }
        FormUpload upload;
        try {
            upload = BlockingUpload.read(
                    request.getInputStream(),
                    announced,
                    share,
                    UploadPace.begin(timer, config),
                    AsyncUploadHandler.tokens(request));
        } finally {
            readingThreads.release();
        }
        return admission.admit(upload, exchange, request);
    }
}
