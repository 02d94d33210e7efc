package org.facecheck.internal.upload;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facecheck.internal.concurrent.AsyncSemaphore;
import org.facecheck.internal.concurrent.AsyncSemaphore.Slot;
import org.facecheck.internal.concurrent.Bulkhead.Permit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a picture that is the request's body into one array of the announced length, whenever something has arrived (Servlet
 * 6.0 §3.7, {@link ReadListener}): no thread waits for a slow uplink. Once the picture is whole and a slot of the semaphore is
 * free, the {@link Listener} is told; if it never is, permit, slot and memory are given back.
 *
 * <p>The container calls from several threads: data in one, timeout and end in another. {@code taken} decides who owns
 * permit and slot: the one that sets it first.
 */
public final class AsyncUpload implements ReadListener, AsyncListener {

    /** Is told how the upload ended: at most one of its methods is called with effect. */
    public interface Listener {
        /**
         * The picture is whole and has its slot; {@link AsyncUpload#take} gives both.
         *
         * @throws IllegalStateException where the request has ended meanwhile
         */
        void received(AsyncUpload upload);

        /** The upload failed, and everything that it held has been given back; the client may still have to be answered. */
        void failed(Failure failure);
    }

    /** Why an upload ended without a whole picture, or without a slot for it. */
    public enum Failure {
        /** The client has gone, or sent less than it announced. */
        INCOMPLETE,
        /** The picture took longer than an upload may. */
        TIMEOUT,
        /** The picture was whole, but no slot became free in time. */
        OVERLOADED
    }

    /**
     * A whole picture.
     *
     * @param permit the caller's from now on
     * @param slot the caller's from now on
     */
    public record Received(FormUpload upload, Permit permit, Slot slot) {}

    private final ServletInputStream body;
    private final RawUpload announced;
    private final Permit permit;
    private final Listener listener;
    private final Slot slot;
    private final AtomicBoolean slotRequested = new AtomicBoolean();
    private final AtomicBoolean taken = new AtomicBoolean();

    private volatile byte @Nullable [] picture;
    private int read;

    /** Takes the picture's memory; begins to read when it is the body's read listener. */
    public AsyncUpload(
            ServletInputStream body, RawUpload announced, Permit permit, AsyncSemaphore semaphore, Listener listener) {
        this.body = body;
        this.announced = announced;
        this.permit = permit;
        this.listener = listener;
        this.slot = semaphore.slot(this::notifyReceived);
        this.picture = new byte[announced.length()];
    }

    /** Takes what has been received; only the first call gets it. */
    public Optional<Received> take() {
        byte[] whole = picture;
        picture = null; // the container keeps this listener until the request ends
        return whole != null && taken.compareAndSet(false, true)
                ? Optional.of(new Received(new FormUpload(announced.token(), whole), permit, slot))
                : Optional.empty();
    }

    @Override
    public void onDataAvailable() throws IOException {
        // The field is read in each round, since the container's timer may give the memory back meanwhile.
        for (byte[] target = picture; target != null && expectsMore(); target = picture) {
            // One byte beyond the end is asked for, since Undertow reports the end of the body only to who reads it.
            int more = isWhole() ? body.read() : body.read(target, read, target.length - read);
            if (more < 0) {
                return;
            }
            read += more;
        }
        if (isWhole() && body.isFinished()) {
            requestSlot();
        }
    }

    private boolean expectsMore() {
        return !slotRequested.get() && !(isWhole() && body.isFinished()) && body.isReady();
    }

    /** Grizzly calls this while the last bytes are still to be read, and throws where more is asked for behind them. */
    @Override
    public void onAllDataRead() throws IOException {
        if (!isWhole()) {
            onDataAvailable();
        }
        if (isWhole()) {
            requestSlot();
        } else {
            fail(Failure.INCOMPLETE);
        }
    }

    private boolean isWhole() {
        return read == announced.length();
    }

    private void requestSlot() {
        if (slotRequested.compareAndSet(false, true)) {
            slot.request();
        }
    }

    private void notifyReceived() {
        try {
            listener.received(this);
        } catch (IllegalStateException ended) {
            release();
        }
    }

    /** A picture that is whole stays so, whatever happens to the connection behind it. */
    @Override
    public void onError(Throwable broken) {
        if (isWhole()) {
            requestSlot();
        } else {
            fail(Failure.INCOMPLETE);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        expire();
    }

    /** Ends an upload whose time is over; without effect where it has been taken. */
    public void expire() {
        fail(slotRequested.get() ? Failure.OVERLOADED : Failure.TIMEOUT);
    }

    @Override
    public void onError(AsyncEvent event) {
        fail(Failure.INCOMPLETE);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        release();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // One upload is one asynchronous cycle: nothing starts another.
    }

    private void fail(Failure failure) {
        if (release()) {
            listener.failed(failure);
        }
    }

    /** Gives everything back unless the picture has been taken; returns whether this call did so. */
    private boolean release() {
        boolean first = taken.compareAndSet(false, true);
        if (first) {
            picture = null;
            permit.close();
            slot.close();
        }
        return first;
    }
}
