package org.facecheck.capture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.capture.Flights.Flight;
import org.jspecify.annotations.Nullable;

/**
 * Brings a request that waits without a thread back to the capture servlet, once: with the match, or without one when time
 * runs out. There the request has its own context again, which the HTTP client's threads have not.
 */
final class Return implements AsyncListener {
    private final AsyncContext async;
    private final String path;
    private final Flight flight;
    private final AtomicBoolean returned = new AtomicBoolean();

    Return(AsyncContext async, String path, Flight flight) {
        this.async = async;
        this.path = path;
        this.flight = flight;
    }

    /** A missing match is what a broken matcher gives, and is no match. */
    void with(@Nullable FaceMatch match) {
        flight.close();
        if (returned.compareAndSet(false, true)) {
            try {
                async.getRequest()
                        .setAttribute(
                                Conclusion.MATCH,
                                match != null ? match : new FaceMatch.Trouble(Cause.PROTOCOL, "the matcher failed"));
                new Redispatch(async, path).run();
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
