package org.facecheck.internal.capture;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatcher;
import org.facecheck.Selfie;
import org.facecheck.internal.audit.CheckFigures;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.capture.CaptureResult.Admitted;
import org.facecheck.internal.capture.CaptureResult.Busy;
import org.facecheck.internal.capture.CaptureResult.Matched;
import org.facecheck.internal.figures.Limit;
import org.jspecify.annotations.Nullable;

/**
 * Has an admitted selfie checked. No thread waits for the matcher where the filter chain supports asynchronous processing; where
 * an old filter does not (Servlet 6.0 §2.3.3.3), a limited number of threads does.
 */
final class CheckRunner {
    /** The matcher keeps its own deadline; this is for one that does not. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Supplier<FaceMatcher> matcher;
    private final Semaphore blockingThreads;
    private final Duration deadline;
    private final boolean tellsClaim;

    /**
     * @param matcher asked for with each check, since an application's bean may exist only after start-up
     * @param timeout the matcher's own deadline
     * @param maxBlocking how many threads may wait for a matcher at once
     * @param tellsClaim whether the matcher is told who the person claims to be
     */
    CheckRunner(Supplier<FaceMatcher> matcher, Duration timeout, int maxBlocking, boolean tellsClaim) {
        this.matcher = matcher;
        this.blockingThreads = new Semaphore(maxBlocking);
        this.deadline = timeout.plus(GRACE);
        this.tellsClaim = tellsClaim;
    }

    /**
     * The matcher, to be asked for in the request's own thread, where the application's beans can be found. One that can't be
     * had fails with each check.
     */
    FaceMatcher matcher() {
        try {
            return matcher.get();
        } catch (RuntimeException broken) {
            return selfie -> CompletableFuture.failedFuture(broken);
        }
    }

    /** How long a check may take at most. */
    Duration deadline() {
        return deadline;
    }

    /** Starts the check of an upload that waits without a thread. Nothing but the matcher keeps the selfie meanwhile. */
    void start(Admitted admitted, FaceMatcher asked) {
        CaptureExchange exchange = admitted.exchange();
        exchange.awaitMatch(deadline);
        ask(asked, admitted.selfie(), exchange).whenComplete((match, failure) -> exchange.matched(match));
    }

    /** Has the thread wait for the check. */
    CaptureResult run(Admitted admitted) {
        CaptureExchange exchange = admitted.exchange();
        if (!blockingThreads.tryAcquire()) {
            exchange.abandon();
            return new Busy(Limit.THREADS);
        }
        try {
            FaceMatcher asked = matcher();
            return new Matched(await(ask(asked, admitted.selfie(), exchange)), exchange.admission());
        } catch (RuntimeException
                | Error broken) { // an error too, such as a missing class: what was taken must come back
            exchange.abandon();
            throw broken;
        } finally {
            exchange.release();
            blockingThreads.release();
        }
    }

    /** The claim is the name that the check was admitted for: the same one is counted, compared and judged. */
    private CompletionStage<FaceMatch> ask(FaceMatcher asked, Selfie selfie, CaptureExchange exchange) {
        CheckFigures figures = exchange.admission().figures();
        PrincipalName claimed = tellsClaim ? exchange.admission().claimed() : null;
        try {
            figures.asked(selfie);
            CompletionStage<FaceMatch> check =
                    claimed == null ? asked.match(selfie) : asked.match(selfie, claimed.text());
            return Objects.requireNonNull(check, "the matcher gave no stage")
                    .whenComplete((match, failure) -> figures.answered());
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    /** The matcher's answer; {@code null} where its stage had none. */
    private @Nullable FaceMatch await(CompletionStage<FaceMatch> check) {
        try {
            return check.toCompletableFuture().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
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
