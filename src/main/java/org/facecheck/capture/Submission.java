package org.facecheck.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.Selfie;
import org.facecheck.capture.Flights.Flight;
import org.facecheck.session.FaceCheckSession;

/**
 * Takes an upload: is there a place, may this session try, is the token good, is it a picture? If so, the face check starts.
 * No thread waits for it where the chain supports asynchronous processing; where some old filter does not, a bounded number
 * does.
 */
final class Submission {
    /** The matcher keeps its own deadline; this is for one that doesn't. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final CaptureDesk desk;
    private final CapturePage page;
    private final Conclusion conclusion;
    private final Onward onward;
    private final Flights flights;
    private final Flights waiting;
    private final long deadlineMillis;

    Submission(CaptureDesk desk, CapturePage page, Conclusion conclusion, Onward onward) {
        this.desk = desk;
        this.page = page;
        this.conclusion = conclusion;
        this.onward = onward;
        this.flights = new Flights(desk.config().service().maxConcurrent());
        this.waiting = new Flights(desk.config().capture().maxBlocking());
        this.deadlineMillis = desk.config().service().timeout().plus(GRACE).toMillis();
    }

    void take(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        FaceCheckSession session = FaceCheckSession.of(request);
        Duration locked = desk.throttle().locked(request);
        if (!locked.isZero()) {
            conclusion.locked(locked, request, response);
            return;
        }
        Optional<Flight> flight = flights.begin();
        if (flight.isEmpty()) {
            page.show(News.busy(), request, response);
            return;
        }
        try {
            Upload upload = Upload.read(request, desk.config().capture().maxBytes());
            if (session.redeem(upload.token())) {
                Selfie selfie = upload.selfie();
                desk.throttle().count(request);
                check(selfie, flight.get(), request, response);
                return;
            }
            flight.get().close();
            refuseToken(request, response);
        } catch (UploadException unusable) {
            flight.get().close();
            page.show(unusable.news(), request, response);
        } catch (IOException | RuntimeException | Error broken) {
            flight.get().close();
            throw broken;
        }
    }

    /** The second of two clicks finds its token used, and the first one's pass there. */
    private void refuseToken(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> target = onward.after(request);
        if (target.isPresent()) {
            Onward.go(target.get(), response);
        } else {
            page.show(News.of(HttpServletResponse.SC_FORBIDDEN, "token"), request, response);
        }
    }

    private void check(Selfie selfie, Flight flight, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.isAsyncSupported()) {
            AsyncContext async = request.startAsync();
            async.setTimeout(deadlineMillis);
            Return back = new Return(async, request.getServletPath(), flight);
            async.addListener(back);
            start(selfie).whenComplete((match, failure) -> back.with(match));
            return;
        }
        Optional<Flight> place = waiting.begin();
        if (place.isEmpty()) {
            flight.close();
            desk.throttle().forgive(request);
            page.show(News.busy(), request, response);
            return;
        }
        FaceMatch match;
        try {
            match = await(start(selfie));
        } finally {
            flight.close();
            place.get().close();
        }
        conclusion.conclude(match, request, response);
    }

    private CompletionStage<FaceMatch> start(Selfie selfie) {
        try {
            return Objects.requireNonNull(desk.matcher().get().match(selfie), "the matcher gave no stage");
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private FaceMatch await(CompletionStage<FaceMatch> check) {
        try {
            return check.toCompletableFuture().get(deadlineMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new FaceMatch.Trouble(Cause.TIMEOUT, "the matcher gave no answer in time");
        } catch (ExecutionException | RuntimeException broken) {
            return new FaceMatch.Trouble(Cause.PROTOCOL, "the matcher failed");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new FaceMatch.Trouble(Cause.UNAVAILABLE, "interrupted");
        }
    }
}
