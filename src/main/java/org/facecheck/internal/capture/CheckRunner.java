package org.facecheck.internal.capture;

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
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.page.PageMessage;
import org.facecheck.internal.upload.Bulkhead;
import org.facecheck.internal.upload.Bulkhead.Permit;

/**
 * Has a picture checked. No thread waits for the verdict where the chain supports asynchronous processing; where some old
 * filter does not, a bounded number does.
 */
final class CheckRunner {
    /** The matcher keeps its own deadline; this is for one that doesn't. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final CaptureServices desk;
    private final CapturePage page;
    private final VerdictHandler conclusion;
    private final Bulkhead waiting;
    private final long deadlineMillis;

    CheckRunner(CaptureServices desk, CapturePage page, VerdictHandler conclusion) {
        this.desk = desk;
        this.page = page;
        this.conclusion = conclusion;
        this.waiting = new Bulkhead(desk.config().capture().maxBlocking());
        this.deadlineMillis = desk.config().service().timeout().plus(GRACE).toMillis();
    }

    /** Keeps the flight's place until the verdict is there. Nothing but the matcher holds on to the selfie meanwhile. */
    void check(Selfie selfie, Permit flight, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.isAsyncSupported()) {
            AsyncContext async = MatchCallback.asyncOf(request, response);
            async.setTimeout(deadlineMillis);
            MatchCallback back = new MatchCallback(async, request.getServletPath(), flight);
            async.addListener(back);
            start(selfie).whenComplete((match, failure) -> back.with(match));
            return;
        }
        Optional<Permit> place = waiting.begin();
        if (place.isEmpty()) {
            flight.close();
            desk.throttle().forgive(request);
            page.show(PageMessage.busy(), request, response);
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
