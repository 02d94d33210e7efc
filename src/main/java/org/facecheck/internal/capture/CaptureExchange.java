package org.facecheck.internal.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.internal.capture.CaptureResult.Matched;
import org.facecheck.internal.concurrent.AsyncEnd;
import org.facecheck.internal.concurrent.ContextClassLoader;
import org.facecheck.internal.concurrent.Timer;
import org.facecheck.internal.upload.AsyncUpload.Failure;
import org.facecheck.internal.upload.UploadQuota.Share;
import org.jspecify.annotations.Nullable;

/**
 * One upload that waits without a thread, for its picture and for the matcher: the only request attribute of this room. The
 * whole wait is one asynchronous cycle with one dispatch at its end, in which the request has its session, its principal and
 * its scopes again. Nothing else asks the request: one whose client leaves may be another client's a moment later.
 *
 * <p>One cycle, since Payara 6 loses dispatches from the second one on: what is asked for by another thread, while the servlet's
 * thread is on its way out, it looks for in a thread-local variable. In the first cycle a window of a few instructions is left:
 * a dispatch that never comes is answered with the cycle's time-out ({@link #timeOut}). And it may carry out twice what one of
 * its own threads asks for: the timer's thread asks, and a second dispatch writes nothing, since the first has the answer.
 */
final class CaptureExchange {
    private static final System.Logger LOG = System.getLogger("org.facecheck");
    private static final String ATTRIBUTE = "org.facecheck.exchange";

    private final ServletContext context;
    private final String path;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final Admission admission;
    private final Share share;
    private final CaptureResponder responder;
    private final Consumer<Admission> undelivered;
    private final Timer timer;
    private volatile Runnable ended = () -> {};
    private CaptureStep next = CaptureStep.Idle.WAITING; // guarded by this
    private volatile @Nullable AsyncContext async;
    private volatile Timer.Pending deadline = () -> {};

    /** @param undelivered is told of an upload that the container never came back for, before the client is */
    CaptureExchange(
            HttpServletRequest request,
            Admission admission,
            Share share,
            CaptureResponder responder,
            Consumer<Admission> undelivered,
            Timer timer) {
        this.context = request.getServletContext();
        this.path = request.getServletPath();
        this.admission = admission;
        this.share = share;
        this.responder = responder;
        this.undelivered = undelivered;
        this.timer = timer;
    }

    /** The exchange that this dispatch belongs to; empty in the first one. */
    static Optional<CaptureExchange> of(HttpServletRequest request) {
        Object kept = request.getAttribute(ATTRIBUTE);
        return kept instanceof CaptureExchange exchange ? Optional.of(exchange) : Optional.empty();
    }

    Admission admission() {
        return admission;
    }

    /**
     * Lets the request wait; longer than for all that may come, since the time-out is the answer where everything else has failed.
     * Its dispatch gets the request as the filters before have wrapped it: an old login filter of the application's may have put
     * the principal there and not be asked again. It gets the container's own response.
     */
    AsyncContext suspend(HttpServletRequest request, ServletResponse response, Duration timeout) {
        request.setAttribute(ATTRIBUTE, this);
        AsyncContext begun = request.startAsync(request, CaptureResponder.unwrapped(response));
        begun.setTimeout(timeout.toMillis());
        begun.addListener(new AsyncEnd(this::timeOut, this::complete));
        async = begun;
        return begun;
    }

    /** Has this called where the request ends before anything has come of it. */
    void onEnd(Runnable step) {
        ended = step;
    }

    /** Takes a step in a thread of the container's, with the application's class loader, which Payara's threads lack. */
    void run(Runnable step) {
        withContainer(suspended -> suspended.start(() -> ContextClassLoader.runWith(loader, step)));
    }

    /**
     * Lets the exchange wait for the matcher. Permit and share are kept until the matcher answers, even if the client leaves:
     * the service works on the check until then. Where the matcher never answers, they end with the deadline.
     */
    void awaitMatch(Duration time) {
        deadline = timer.after(
                time, () -> matched(new FaceMatch.Trouble(Cause.TIMEOUT, "the matcher gave no answer in time")));
    }

    /** As {@link #resume}, with a match; {@code null} is what a broken matcher gives, and is no match. */
    void matched(@Nullable FaceMatch match) {
        deadline.cancel();
        release();
        FaceMatch given = match != null ? match : new FaceMatch.Trouble(Cause.PROTOCOL, "the matcher failed");
        resume(new Matched(given, admission));
    }

    /** Brings the request back with what came of it, unless it has ended or has been brought back before. */
    void resume(CaptureResult result) {
        if (replace(CaptureStep.Idle.WAITING, new CaptureStep.Ready(result))) {
            timer.after(Duration.ZERO, this::dispatch);
        }
    }

    /**
     * By the context, not by the request: Payara expects a dispatcher of its own, and a filter such as Spring Security's may
     * have wrapped what the request gives. Jetty 12.0 goes nowhere if it is given a context, and asks no request. A container
     * that fails at it will not come back, so that the request ends here.
     */
    private void dispatch() {
        boolean isJetty = String.valueOf(context.getServerInfo()).startsWith("jetty/");
        try {
            withContainer(suspended -> {
                if (isJetty) {
                    suspended.dispatch(path);
                } else {
                    suspended.dispatch(context, path);
                }
            });
        } catch (IllegalStateException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the client left before its answer");
        } catch (RuntimeException broken) { // without its message, which is not ours
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the server can''t resume a request: {0}",
                    broken.getClass().getName());
            timeOut();
        }
    }

    /** Ends a request whose upload never was all there, or found no slot. */
    void fail(Failure failure) {
        release();
        if (replace(CaptureStep.Idle.WAITING, CaptureStep.Idle.ENDED)) {
            withContainer(suspended -> responder.abort(suspended, failure));
        }
    }

    /** Under the container's class loader, since the container may start a worker thread, which would inherit ours. */
    private void withContainer(Consumer<AsyncContext> step) {
        AsyncContext suspended = Objects.requireNonNull(async, "the request does not wait");
        ContextClassLoader.runWith(context.getClass().getClassLoader(), () -> step.accept(suspended));
    }

    /** Takes the step that this dispatch has come for; a second call does not get it again. */
    synchronized CaptureStep takeNext() {
        CaptureStep step = next;
        if (step != CaptureStep.Idle.ANSWERED) {
            // Nothing may bring the request back again, such as a matcher that answers late.
            next = CaptureStep.Idle.ENDED;
        }
        return step;
    }

    private synchronized boolean replace(CaptureStep expected, CaptureStep step) {
        boolean isExpected = next == expected;
        next = isExpected ? step : next;
        return isExpected;
    }

    /** Gives back what the upload holds, where no check begins, or one has ended. */
    void release() {
        share.close();
        admission.closePermit();
    }

    /** Gives back everything where a check was admitted and can't begin. */
    void abandon() {
        deadline.cancel();
        release();
        admission.giveBackAttempt();
    }

    /** Nothing has come of the request, or a dispatch has been lost: there is no other time to answer. */
    void timeOut() {
        synchronized (this) {
            if (next == CaptureStep.Idle.ENDED || next == CaptureStep.Idle.ANSWERED) {
                return;
            }
            next = CaptureStep.Idle.ANSWERED;
        }
        undelivered.accept(admission);
        withContainer(suspended -> responder.abort(suspended, Failure.OVERLOADED));
        ended.run();
    }

    /** The request is over. */
    void complete() {
        if (replace(CaptureStep.Idle.WAITING, CaptureStep.Idle.ENDED)) {
            ended.run();
        }
    }
}
