package org.facecheck.internal.concurrent;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Has a step taken when an asynchronous request is over, or has taken too long (Servlet 6.0, §2.3.3.3). */
public final class AsyncEnd implements AsyncListener {
    private final Runnable timeout;
    private final Runnable complete;

    /**
     * For WildFly alone, which makes a component of the class of each listener that it finds in a jar, and warns of one that it
     * can't make (WFLYEE0007). Nobody calls what it makes.
     */
    public AsyncEnd() {
        this(() -> {}, () -> {});
    }

    /**
     * For one request.
     *
     * @param timeout to be taken in a thread of the container's, which waits for it to answer the request
     * @param complete to be taken after the answer, however it came about
     */
    public AsyncEnd(Runnable timeout, Runnable complete) {
        this.timeout = timeout;
        this.complete = complete;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        timeout.run();
    }

    @Override
    public void onError(AsyncEvent event) {} // onComplete follows

    @Override
    public void onComplete(AsyncEvent event) {
        complete.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {} // one upload is one asynchronous cycle
}
