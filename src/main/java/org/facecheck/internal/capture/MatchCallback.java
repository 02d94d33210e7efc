package org.facecheck.internal.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.internal.upload.AsyncRedispatch;
import org.facecheck.internal.upload.Bulkhead.Permit;
import org.jspecify.annotations.Nullable;

/**
 * Brings a request that waits without a thread back to the capture servlet, once: with the match, or without one when time
 * runs out. There the request has its own context again, which the HTTP client's threads have not.
 */
final class MatchCallback implements AsyncListener {
    private final AsyncContext async;
    private final String path;
    private final Permit flight;
    private final AtomicBoolean returned = new AtomicBoolean();

    MatchCallback(AsyncContext async, String path, Permit flight) {
        this.async = async;
        this.path = path;
        this.flight = flight;
    }

    /**
     * Begins to wait. Whoever comes back has the request as the filters before left it, since an old login filter of the
     * application's may have put the principal there and not be asked again; the response is the container's, since what
     * wraps it may be closed by then.
     */
    static AsyncContext asyncOf(HttpServletRequest request, ServletResponse response) {
        ServletResponse own = response;
        while (own instanceof ServletResponseWrapper wrapper) {
            own = wrapper.getResponse();
        }
        return request.startAsync(request, own);
    }

    /** A missing match is what a broken matcher gives, and is no match. */
    void with(@Nullable FaceMatch match) {
        flight.close();
        if (returned.compareAndSet(false, true)) {
            try {
                async.getRequest()
                        .setAttribute(
                                VerdictHandler.MATCH,
                                match != null ? match : new FaceMatch.Trouble(Cause.PROTOCOL, "the matcher failed"));
                new AsyncRedispatch(async, path).run();
            } catch (IllegalStateException gone) {
                System.getLogger("org.facecheck").log(System.Logger.Level.DEBUG, "the client left before the verdict");
            }
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        with(new FaceMatch.Trouble(Cause.TIMEOUT, "the matcher gave no answer in time"));
    }

    @Override
    public void onError(AsyncEvent event) {
        flight.close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        returned.set(true);
        flight.close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // One check is one asynchronous cycle: nothing starts another.
    }
}
