package org.facecheck.internal.upload;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facecheck.internal.page.PageMessage;
import org.facecheck.internal.upload.Bulkhead.Permit;
import org.jspecify.annotations.Nullable;

/**
 * A picture on its way in: read into one array of the announced length whenever there is something to read, so that no thread
 * waits for a slow uplink. Once it is whole and its turn has come, the request comes back to the capture servlet with it; if it
 * never is, its place and its memory are given back.
 */
public final class AsyncUpload implements ReadListener, AsyncListener {
    /** The request attribute that carries a whole picture across the asynchronous dispatch. */
    public static final String ATTRIBUTE = "org.facecheck.arrival";

    private final AsyncContext async;
    private final String path;
    private final ServletInputStream body;
    private final RawUpload announced;
    private final Permit flight;
    private final AsyncSemaphore.Turn turn;
    private final AtomicBoolean handedOver = new AtomicBoolean();
    private final AtomicBoolean taken = new AtomicBoolean();

    private volatile byte @Nullable [] picture;
    private int read;

    public AsyncUpload(
            AsyncContext async,
            String path,
            ServletInputStream body,
            RawUpload announced,
            Permit flight,
            AsyncSemaphore turnstile) {
        this.async = async;
        this.path = path;
        this.body = body;
        this.announced = announced;
        this.flight = flight;
        this.turn = turnstile.turn(this::comeBack);
        this.picture = new byte[announced.length()];
    }

    /** A whole picture, the place that it takes and the turn that it has, which are the caller's from now on. */
    public record Arrived(FormUpload upload, Permit flight, AsyncSemaphore.Turn turn) {}

    /** What has arrived; only once. */
    public Optional<Arrived> take() {
        byte[] whole = picture;
        picture = null; // the container knows this listener until the request ends
        return whole != null && taken.compareAndSet(false, true)
                ? Optional.of(new Arrived(new FormUpload(announced.token(), whole), flight, turn))
                : Optional.empty();
    }

    @Override
    public void onDataAvailable() throws IOException {
        // Looked up each time, since the container's timer may end it all meanwhile.
        for (byte[] target = picture; target != null && expectsMore(); target = picture) {
            // One octet beyond the end, so that Undertow learns that all is read.
            int more = isWhole() ? body.read() : body.read(target, read, target.length - read);
            if (more < 0) {
                return;
            }
            read += more;
        }
        if (isWhole() && body.isFinished()) {
            handOver();
        }
    }

    private boolean expectsMore() {
        return !handedOver.get() && !(isWhole() && body.isFinished()) && body.isReady();
    }

    /** Grizzly says so while the last octets are still to be read, and throws where it is asked for more after them. */
    @Override
    public void onAllDataRead() throws IOException {
        if (!isWhole()) {
            onDataAvailable();
        }
        if (isWhole()) {
            handOver();
        } else {
            fail(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private boolean isWhole() {
        return read == announced.length();
    }

    private void handOver() {
        if (handedOver.compareAndSet(false, true)) {
            turn.ask();
        }
    }

    private void comeBack() {
        try {
            async.getRequest().setAttribute(ATTRIBUTE, this);
            new AsyncRedispatch(async, path).run();
        } catch (IllegalStateException gone) {
            release();
        }
    }

    /** A picture that is whole stays so; else the client has gone, or does not keep to what it announced. */
    @Override
    public void onError(Throwable broken) {
        if (isWhole()) {
            handOver();
        } else {
            fail(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Handed over, it waits for its turn.
        fail(handedOver.get() ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_REQUEST_TIMEOUT);
    }

    @Override
    public void onError(AsyncEvent event) {
        fail(HttpServletResponse.SC_BAD_REQUEST);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        release();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The check of a picture that has arrived is another cycle, with a listener of its own.
    }

    private void fail(int status) {
        if (!release()) {
            return;
        }
        try {
            if (async.getResponse() instanceof HttpServletResponse response && !response.isCommitted()) {
                response.setStatus(status);
                response.setHeader("Connection", "close"); // the rest of the body is nobody's
                if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                    response.setHeader(
                            "Retry-After",
                            Long.toString(PageMessage.busy().retryAfter().toSeconds()));
                }
            }
            async.complete();
        } catch (IllegalStateException gone) {
            System.getLogger("org.facecheck").log(System.Logger.Level.DEBUG, "the client left while it sent");
        }
    }

    /** Unless somebody has taken the picture over; says whether it was still here. */
    private boolean release() {
        boolean here = taken.compareAndSet(false, true);
        if (here) {
            picture = null;
            flight.close();
            turn.close();
        }
        return here;
    }
}
