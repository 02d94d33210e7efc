package org.facecheck.internal.capture;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.facecheck.FaceMatcher;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.capture.CaptureResult.Admitted;
import org.facecheck.internal.capture.CaptureResult.Refused;
import org.facecheck.internal.concurrent.AsyncSemaphore;
import org.facecheck.internal.concurrent.Timer;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.figures.Limit;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.session.SessionSnapshot;
import org.facecheck.internal.upload.AnnouncedUpload;
import org.facecheck.internal.upload.AsyncUpload;
import org.facecheck.internal.upload.AsyncUpload.Failure;
import org.facecheck.internal.upload.AsyncUpload.Received;
import org.facecheck.internal.upload.UploadPace;
import org.facecheck.internal.upload.UploadQuota.Share;
import org.facecheck.internal.upload.UploadRejectedException;

/**
 * Takes an upload from its headers to the matcher while its request waits without a thread. Nothing here touches the request
 * once it waits, since it may end at any moment: what was kept of it is asked instead ({@link SessionSnapshot#detach}), and what
 * needs the request itself is left to its dispatch ({@link CaptureResult.Conclusion}).
 */
final class AsyncUploadHandler {
    /** What the container may take between two steps of ours; only then its own time-out may end the request. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final CaptureConfig config;
    private final UploadAdmission admission;
    private final CheckRunner checks;
    private final Timer timer;
    private final Counters counters;
    private final AsyncSemaphore semaphore = AsyncSemaphore.ofTheMachine();

    AsyncUploadHandler(
            CaptureConfig config, UploadAdmission admission, CheckRunner checks, Timer timer, Counters counters) {
        this.config = config;
        this.admission = admission;
        this.checks = checks;
        this.timer = timer;
        this.counters = counters;
    }

    /** Whether a token is good in this request's session. */
    static Predicate<FormToken> tokens(HttpServletRequest request) {
        return token -> {
            try {
                return FaceCheckSession.existing(request)
                        .filter(session -> session.statusOf(token) == FormToken.Status.VALID)
                        .isPresent();
            } catch (IllegalStateException ended) { // what containers say of a session that another request has ended
                return false;
            }
        };
    }

    /** Lets the request wait for its upload, and then for the matcher. */
    void receive(
            AnnouncedUpload announced,
            Share share,
            CaptureExchange exchange,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ServletInputStream stream = request.getInputStream();
        HttpServletRequest detached = SessionSnapshot.detach(request);
        FaceMatcher matcher = checks.matcher();
        AsyncUpload upload = new AsyncUpload(
                stream,
                announced,
                share,
                UploadPace.begin(timer, config),
                tokens(detached),
                semaphore,
                new AsyncUpload.Listener() {
                    @Override
                    public void received(AsyncUpload whole) {
                        exchange.run(
                                () -> whole.take().ifPresent(taken -> proceed(taken, exchange, detached, matcher)));
                    }

                    @Override
                    public void failed(Failure failure) {
                        if (failure == Failure.OVERLOADED) {
                            counters.refused(Limit.PROCESSORS);
                        }
                        exchange.fail(failure);
                    }
                });
        exchange.onEnd(upload::fail);
        exchange.suspend(
                request,
                response,
                config.uploadTimeout().plus(checks.deadline()).plus(GRACE));
        upload.watch();
        stream.setReadListener(upload);
    }

    /** Goes on in a thread of the container's, when an upload has been received. */
    private void proceed(
            Received received, CaptureExchange exchange, HttpServletRequest detached, FaceMatcher matcher) {
        CaptureResult result = admit(received, exchange, detached);
        if (result instanceof Admitted admitted) {
            start(admitted, matcher);
        } else {
            exchange.release();
            exchange.resume(result);
        }
    }

    private CaptureResult admit(Received received, CaptureExchange exchange, HttpServletRequest detached) {
        try {
            // Asked again, since uploads that began later may have arrived and failed before this one.
            Optional<Refused> locked = admission.refuseIfLocked(exchange.admission(), detached);
            return locked.isPresent() ? locked.get() : admission.admit(received.upload(), exchange, detached);
        } catch (UploadRejectedException rejected) {
            return new Refused(request -> admission.reject(rejected.refusal(), exchange.admission(), request));
        } catch (AttemptsUnavailableException failed) {
            return new Refused(request -> {
                throw failed;
            });
        } catch (RuntimeException | Error broken) {
            return Refused.broken(broken);
        } finally {
            // The slot ends before the matcher is asked, which may be the application's and slow.
            received.slot().close();
        }
    }

    private void start(Admitted admitted, FaceMatcher matcher) {
        try {
            checks.start(admitted, matcher);
        } catch (RuntimeException
                | Error broken) { // an error too, such as a missing class: what was taken must come back
            admitted.exchange().abandon();
            admitted.exchange().resume(Refused.broken(broken));
        }
    }
}
