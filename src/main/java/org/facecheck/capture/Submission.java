package org.facecheck.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.facecheck.Selfie;
import org.facecheck.capture.Arrival.Arrived;
import org.facecheck.capture.Flights.Flight;
import org.facecheck.config.CaptureConfig;
import org.facecheck.picture.SelfieReader;
import org.facecheck.session.FaceCheckSession;
import org.facecheck.session.UncountedException;

/**
 * Takes an upload: may this session try, is there a place, is the token good, is it a picture? If so, the face check starts.
 *
 * <p>A form is parsed by the container, while its thread waits. Where the body is the picture itself, all that can be refused
 * is refused before it is read, and the rest arrives without a thread ({@link Arrival}).
 */
final class Submission {
    private final CaptureDesk desk;
    private final CapturePage page;
    private final Conclusion conclusion;
    private final Onward onward;
    private final Checking checking;
    private final Flights flights;
    private final Turnstile turnstile = Turnstile.ofTheMachine();
    private final CaptureConfig capture;
    private final SelfieReader selfies;

    Submission(CaptureDesk desk, CapturePage page, Conclusion conclusion, Onward onward) {
        this.desk = desk;
        this.page = page;
        this.conclusion = conclusion;
        this.onward = onward;
        this.checking = new Checking(desk, page, conclusion);
        this.capture = desk.config().capture();
        this.flights = new Flights(desk.config().service().maxConcurrent(), capture.maxBytesInFlight());
        this.selfies = new SelfieReader();
    }

    /** What goes on while a place is taken; the place is given back if it throws. */
    @FunctionalInterface
    private interface Step {
        void take() throws ServletException, IOException, UploadException, UncountedException;
    }

    /** What leads to the selfie that may be checked; to none where the answer has been given. */
    @FunctionalInterface
    private interface Admission {
        Optional<Selfie> selfie() throws ServletException, IOException, UploadException, UncountedException;
    }

    void take(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UncountedException {
        if (isLocked(request, response)) {
            return;
        }
        try {
            if (RawUpload.is(request)) {
                takePicture(RawUpload.announced(request, capture.maxBytes()), request, response);
            } else {
                takeForm(request, response);
            }
        } catch (UploadException unusable) {
            page.show(unusable.news(), request, response);
        }
    }

    /** In the asynchronous dispatch, when a picture has arrived. */
    void arrived(Arrival arrival, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UncountedException {
        request.removeAttribute(Arrival.ATTRIBUTE);
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
        } catch (UploadException unusable) {
            page.show(unusable.news(), request, response);
        }
    }

    /** In the turn of its own; that ends before the matcher is asked, which may be the application's and slow. */
    private Optional<Selfie> admitted(Arrived arrived, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UploadException, UncountedException {
        try {
            return isLocked(request, response) // by those that arrived faster
                    ? Optional.empty()
                    : admitted(arrived.upload(), request, response);
        } finally {
            arrived.turn().close();
        }
    }

    private boolean isLocked(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UncountedException {
        Duration locked = desk.throttle().locked(request);
        if (!locked.isZero()) {
            conclusion.locked(locked, request, response);
        }
        return !locked.isZero();
    }

    private void takeForm(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UploadException, UncountedException {
        Optional<Flight> flight = flights.begin(Upload.memory(request, capture.maxBytes()));
        if (flight.isEmpty()) {
            page.show(News.busy(), request, response);
            return;
        }
        check(
                () -> admitted(Upload.read(request, capture.maxBytes()), request, response),
                flight.get(),
                request,
                response);
    }

    private void takePicture(RawUpload announced, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UploadException, UncountedException {
        if (!FaceCheckSession.of(request).knows(announced.token())) {
            refuseToken(request, response);
            return;
        }
        if (onward.leads(request, response)) { // another tab has passed
            return;
        }
        Optional<Flight> flight = flights.begin(announced.length());
        if (flight.isEmpty()) {
            page.show(News.busy(), request, response);
        } else if (request.isAsyncSupported()) {
            within(flight.get(), () -> receive(announced, flight.get(), request, response));
        } else {
            check(() -> admitted(announced.readAll(request), request, response), flight.get(), request, response);
        }
    }

    private void receive(RawUpload announced, Flight flight, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ServletInputStream body = request.getInputStream();
        AsyncContext async = Return.asyncOf(request, response);
        async.setTimeout(capture.uploadTimeout().toMillis());
        Arrival arrival = new Arrival(async, request.getServletPath(), body, announced, flight, turnstile);
        async.addListener(arrival);
        body.setReadListener(arrival);
    }

    /** The selfie of an upload that may be checked; empty where the answer has been given. */
    private Optional<Selfie> admitted(Upload upload, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UploadException {
        if (!FaceCheckSession.of(request).redeem(upload.token())) {
            refuseToken(request, response);
            return Optional.empty();
        }
        return onward.leads(request, response) // another tab has passed
                ? Optional.empty()
                : Optional.of(upload.selfie(selfies));
    }

    private void check(Admission admission, Flight flight, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, UploadException, UncountedException {
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
            page.show(News.of(HttpServletResponse.SC_FORBIDDEN, "token"), request, response);
        }
    }

    private static void within(Flight flight, Step step)
            throws ServletException, IOException, UploadException, UncountedException {
        try {
            step.take();
        } catch (Exception | Error broken) {
            flight.close();
            throw broken;
        }
    }
}
