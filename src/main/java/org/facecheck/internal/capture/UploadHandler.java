package org.facecheck.internal.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.facecheck.Selfie;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.page.PageMessage;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.upload.AsyncSemaphore;
import org.facecheck.internal.upload.AsyncUpload;
import org.facecheck.internal.upload.AsyncUpload.Arrived;
import org.facecheck.internal.upload.Bulkhead;
import org.facecheck.internal.upload.Bulkhead.Permit;
import org.facecheck.internal.upload.FormUpload;
import org.facecheck.internal.upload.RawUpload;
import org.facecheck.internal.upload.UploadRejectedException;

/**
 * Takes an upload: may this session try, is there a place, is the token good, is it a picture? If so, the face check starts.
 *
 * <p>A form is parsed by the container, while its thread waits. Where the body is the picture itself, all that can be refused
 * is refused before it is read, and the rest arrives without a thread ({@link AsyncUpload}).
 */
final class UploadHandler {
    private final CaptureServices desk;
    private final CapturePage page;
    private final VerdictHandler conclusion;
    private final PostCheckRedirect onward;
    private final CheckRunner checking;
    private final Bulkhead flights;
    private final AsyncSemaphore turnstile = AsyncSemaphore.ofTheMachine();
    private final CaptureConfig capture;
    private final SelfieReader selfies;

    UploadHandler(CaptureServices desk, CapturePage page, VerdictHandler conclusion, PostCheckRedirect onward) {
        this.desk = desk;
        this.page = page;
        this.conclusion = conclusion;
        this.onward = onward;
        this.checking = new CheckRunner(desk, page, conclusion);
        this.capture = desk.config().capture();
        this.flights = new Bulkhead(desk.config().service().maxConcurrent(), capture.maxBytesInFlight());
        this.selfies = new SelfieReader();
    }

    /** What goes on while a place is taken; the place is given back if it throws. */
    @FunctionalInterface
    private interface Step {
        void take() throws ServletException, IOException, UploadRejectedException, AttemptsUnavailableException;
    }

    /** What leads to the selfie that may be checked; to none where the answer has been given. */
    @FunctionalInterface
    private interface Admission {
        Optional<Selfie> selfie()
                throws ServletException, IOException, UploadRejectedException, AttemptsUnavailableException;
    }

    void take(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, AttemptsUnavailableException {
        if (isLocked(request, response)) {
            return;
        }
        try {
            if (RawUpload.is(request)) {
                takePicture(RawUpload.announced(request, capture.maxBytes()), request, response);
            } else {
                takeForm(request, response);
            }
        } catch (UploadRejectedException unusable) {
            page.show(unusable.news(), request, response);
        }
    }

    /** In the asynchronous dispatch, when a picture has arrived. */
    void arrived(AsyncUpload arrival, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, AttemptsUnavailableException {
        request.removeAttribute(AsyncUpload.ATTRIBUTE);
        Optional<Arrived> arrived = arrival.take();
        if (arrived.isEmpty()) {
            return;
        }
        try {
            check(
                    () -> admitted(arrived.get(), request, response),
                    arrived.get().flight(),
                    request,
                    response);
        } catch (UploadRejectedException unusable) {
            page.show(unusable.news(), request, response);
        }
    }

    /** In the turn of its own; that ends before the matcher is asked, which may be the application's and slow. */
    private Optional<Selfie> admitted(Arrived arrived, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UploadRejectedException, AttemptsUnavailableException {
        try {
            return isLocked(request, response) // by those that arrived faster
                    ? Optional.empty()
                    : admitted(arrived.upload(), request, response);
        } finally {
            arrived.turn().close();
        }
    }

    private boolean isLocked(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, AttemptsUnavailableException {
        Duration locked = desk.throttle().locked(request);
        if (!locked.isZero()) {
            conclusion.locked(locked, request, response);
        }
        return !locked.isZero();
    }

    private void takeForm(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UploadRejectedException, AttemptsUnavailableException {
        Optional<Permit> flight = flights.begin(FormUpload.memory(request, capture.maxBytes()));
        if (flight.isEmpty()) {
            page.show(PageMessage.busy(), request, response);
            return;
        }
        check(
                () -> admitted(FormUpload.read(request, capture.maxBytes()), request, response),
                flight.get(),
                request,
                response);
    }

    private void takePicture(RawUpload announced, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UploadRejectedException, AttemptsUnavailableException {
        if (!FaceCheckSession.of(request).knows(announced.token())) {
            refuseToken(request, response);
            return;
        }
        if (onward.leads(request, response)) { // another tab has passed
            return;
        }
        Optional<Permit> flight = flights.begin(announced.length());
        if (flight.isEmpty()) {
            page.show(PageMessage.busy(), request, response);
        } else if (request.isAsyncSupported()) {
            within(flight.get(), () -> receive(announced, flight.get(), request, response));
        } else {
            check(() -> admitted(announced.readAll(request), request, response), flight.get(), request, response);
        }
    }

    private void receive(RawUpload announced, Permit flight, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ServletInputStream body = request.getInputStream();
        AsyncContext async = MatchCallback.asyncOf(request, response);
        async.setTimeout(capture.uploadTimeout().toMillis());
        AsyncUpload arrival = new AsyncUpload(async, request.getServletPath(), body, announced, flight, turnstile);
        async.addListener(arrival);
        body.setReadListener(arrival);
    }

    /** The selfie of an upload that may be checked; empty where the answer has been given. */
    private Optional<Selfie> admitted(FormUpload upload, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UploadRejectedException {
        if (!FaceCheckSession.of(request).redeem(upload.token())) {
            refuseToken(request, response);
            return Optional.empty();
        }
        return onward.leads(request, response) // another tab has passed
                ? Optional.empty()
                : Optional.of(upload.selfie(selfies));
    }

    private void check(Admission admission, Permit flight, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UploadRejectedException, AttemptsUnavailableException {
        within(flight, () -> {
            Optional<Selfie> admitted = admission.selfie();
            if (admitted.isEmpty()) {
                flight.close();
            } else {
                desk.throttle().count(request);
                checking.check(admitted.get(), flight, request, response);
            }
        });
    }

    /** The second of two clicks finds its token used, and the first one's pass there. */
    private void refuseToken(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!onward.leadsAfter(request, response)) {
            page.show(PageMessage.of(HttpServletResponse.SC_FORBIDDEN, "token"), request, response);
        }
    }

    private static void within(Permit flight, Step step)
            throws ServletException, IOException, UploadRejectedException, AttemptsUnavailableException {
        try {
            step.take();
        } catch (Exception | Error broken) {
            flight.close();
            throw broken;
        }
    }
}
