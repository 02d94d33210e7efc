package org.facecheck.internal.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.internal.concurrent.AsyncSemaphore;
import org.facecheck.internal.concurrent.Bulkhead.Permit;
import org.facecheck.internal.concurrent.ContextClassLoader;
import org.facecheck.internal.upload.AsyncUpload;
import org.facecheck.internal.upload.AsyncUpload.Failure;
import org.facecheck.internal.upload.RawUpload;
import org.jspecify.annotations.Nullable;

/**
 * One upload on its way through the asynchronous steps of its request: the only request attribute of this room. A request that
 * waits holds no thread; when there is something to go on with, the exchange has the container dispatch it to the capture
 * servlet again, and that asks the exchange for the {@link CaptureStep} to take. There the request has its session, its principal and
 * its scopes again, which the HTTP client's threads have not.
 *
 * <p>What an upload was admitted with belongs here, from the admission to the verdict: the permit, and the {@link Admission}.
 */
final class CaptureExchange implements AsyncUpload.Listener, AsyncListener {
    private static final String ATTRIBUTE = "org.facecheck.exchange";

    private final String path;
    private final Admission admission;
    private final Permit permit;
    private final CaptureResponder responder;
    private CaptureStep next = CaptureStep.Idle.WAITING; // guarded by this
    private volatile @Nullable AsyncContext async;

    /**
     * @param admission what the upload is admitted under
     * @param permit is the exchange's from now on, until {@link #release} or a match
     * @param responder answers where an upload fails between two dispatches
     */
    CaptureExchange(HttpServletRequest request, Admission admission, Permit permit, CaptureResponder responder) {
        this.path = request.getServletPath();
        this.admission = admission;
        this.permit = permit;
        this.responder = responder;
    }

    /** The exchange that this dispatch belongs to; empty in the first one. */
    static Optional<CaptureExchange> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof CaptureExchange exchange
                ? Optional.of(exchange)
                : Optional.empty();
    }

    /** What the upload was admitted under. */
    Admission admission() {
        return admission;
    }

    /** Takes the step that this dispatch has come for; a second call does not get it again. */
    synchronized CaptureStep takeNext() {
        CaptureStep step = next;
        // After a match, nothing may bring the request back again, such as a matcher that answers late.
        next = step instanceof CaptureStep.Received ? CaptureStep.Idle.WAITING : CaptureStep.Idle.ENDED;
        return step;
    }

    /** Sets what the next dispatch goes on with; returns whether there was none yet, and the request has not ended. */
    private synchronized boolean advance(CaptureStep step) {
        boolean waiting = next == CaptureStep.Idle.WAITING;
        if (waiting) {
            next = step;
        }
        return waiting;
    }

    /**
     * Lets the request wait.
     *
     * <p>A later dispatch gets the request as the filters before have wrapped it, since an old login filter of the
     * application's may have put the principal there and not be asked again in an asynchronous dispatch. It gets the
     * container's own response: what wraps that one may be closed as soon as the filters return (a buffer, a compressing
     * stream).
     *
     * @param listener hears of timeout and end of this wait
     */
    private void suspend(
            HttpServletRequest request, ServletResponse response, Duration timeout, AsyncListener listener) {
        ServletResponse own = response;
        while (own instanceof ServletResponseWrapper wrapper) {
            own = wrapper.getResponse();
        }
        request.setAttribute(ATTRIBUTE, this);
        AsyncContext begun = request.startAsync(request, own);
        begun.setTimeout(timeout.toMillis());
        begun.addListener(listener);
        async = begun;
    }

    /** Lets the request wait for its picture, which is read into the exchange's upload. */
    void awaitPicture(
            HttpServletRequest request,
            ServletResponse response,
            RawUpload announced,
            Duration timeout,
            AsyncSemaphore semaphore)
            throws IOException {
        ServletInputStream body = request.getInputStream();
        AsyncUpload upload = new AsyncUpload(body, announced, permit, semaphore, this);
        suspend(request, response, timeout, upload);
        body.setReadListener(upload);
    }

    /**
     * Lets the request wait for the matcher. The permit is kept until the matcher answers, even if the client leaves: the
     * service works on the check until then. Where the matcher never answers, the permit ends with the deadline.
     */
    void awaitMatch(HttpServletRequest request, ServletResponse response, Duration deadline) {
        permit.expireAfter(deadline);
        suspend(request, response, deadline, this);
    }

    /** Brings the request back with its picture. */
    @Override
    public void received(AsyncUpload upload) {
        if (advance(new CaptureStep.Received(upload))) {
            dispatch();
        }
    }

    @Override
    public void failed(Failure failure) {
        AsyncContext suspended = async;
        if (suspended != null) {
            responder.abort(suspended, failure);
        }
    }

    /**
     * Brings the request back with a match, unless it has ended or has been brought back before.
     *
     * @param match {@code null} is what a broken matcher gives, and is no match
     */
    void matched(@Nullable FaceMatch match) {
        permit.close();
        FaceMatch given = match != null ? match : new FaceMatch.Trouble(Cause.PROTOCOL, "the matcher failed");
        if (advance(new CaptureStep.Matched(given))) {
            try {
                dispatch();
            } catch (IllegalStateException ended) {
                System.getLogger("org.facecheck").log(System.Logger.Level.DEBUG, "the client left before the verdict");
            }
        }
    }

    /** Gives the permit back where no check begins. */
    void release() {
        permit.close();
    }

    /** Under the container's class loader, since the container may start a worker thread for the dispatch. */
    private void dispatch() {
        AsyncContext suspended = async;
        if (suspended == null) {
            throw new IllegalStateException("the request does not wait");
        }
        ContextClassLoader.runWith(suspended.getClass().getClassLoader(), () -> suspended.dispatch(path));
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        matched(new FaceMatch.Trouble(Cause.TIMEOUT, "the matcher gave no answer in time"));
    }

    @Override
    public void onError(AsyncEvent event) {
        // The container completes the request next. The permit waits for the matcher.
    }

    @Override
    public void onComplete(AsyncEvent event) {
        advance(CaptureStep.Idle.ENDED);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // One check is one asynchronous cycle: nothing starts another.
    }
}
