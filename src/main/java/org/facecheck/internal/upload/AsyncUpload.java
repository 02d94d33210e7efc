package org.facecheck.internal.upload;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.facecheck.internal.concurrent.AsyncSemaphore;
import org.facecheck.internal.concurrent.AsyncSemaphore.Slot;
import org.facecheck.internal.concurrent.Timer;
import org.facecheck.internal.session.FormToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads an upload whenever something of it has arrived (Servlet 6.0 §3.7, {@link ReadListener}): no thread waits for a slow
 * uplink. Once it is there and a slot of the semaphore is free, the {@link Listener} is told; one that is too slow is ended.
 *
 * <p>The container calls in one thread after the other, the timer in its own. The one that gets the {@code listener} owns slot
 * and memory. The listener is forgotten then, since the container keeps this until the request ends, and a listener keeps more.
 */
public final class AsyncUpload implements ReadListener {

    /** Is told how the upload ended: at most one of its methods is called with effect. */
    public interface Listener {
        /**
         * The upload is there and has its slot; {@link AsyncUpload#take} gives both.
         *
         * @throws IllegalStateException where the request has ended meanwhile
         */
        void received(AsyncUpload upload);

        /** The upload failed, and has forgotten what it had received; the client may still have to be answered. */
        void failed(Failure failure);
    }

    /** Why an upload ended before it was all there, or without a slot for it. */
    public enum Failure {
        /** The client has gone, or sent less than it announced. */
        INCOMPLETE,
        /** The upload took longer than it may, or came more slowly. */
        TIMEOUT,
        /** The upload was there, but no slot became free in time. */
        OVERLOADED
    }

    /** An upload of which all has arrived. */
    public static final class Received {
        private final UploadBody body;
        private final Slot slot;

        private Received(UploadBody body, Slot slot) {
            this.body = body;
            this.slot = slot;
        }

        /** What was sent. */
        public FormUpload upload() throws UploadRejectedException {
            return body.finish();
        }

        /** The caller's from now on. */
        public Slot slot() {
            return slot;
        }
    }

    private static final Timer.Pending UNWATCHED = () -> {};

    private final ServletInputStream stream;
    private final UploadBody body;
    private final UploadPace pace;
    private final AtomicReference<@Nullable Listener> listener;
    private final Slot slot;
    private final AtomicBoolean slotRequested = new AtomicBoolean();
    private volatile Timer.Pending watch = UNWATCHED;

    /**
     * Takes no memory yet; begins to read when it is the stream's read listener.
     *
     * @param share of which memory is taken; the caller closes it
     * @param pace from now on
     * @param isGood whether the session has issued this token, and nothing has redeemed it; asked in the threads that read
     */
    public AsyncUpload(
            ServletInputStream stream,
            AnnouncedUpload announced,
            UploadQuota.Share share,
            UploadPace pace,
            Predicate<FormToken> isGood,
            AsyncSemaphore semaphore,
            Listener listener) {
        this.stream = stream;
        this.body = new UploadBody(announced, share, isGood);
        this.pace = pace;
        this.listener = new AtomicReference<>(listener);
        this.slot = semaphore.slot(this::notifyReceived);
    }

    /** Has the upload watched from now on, so that a client that sends nothing at all is noticed, too. */
    public void watch() {
        watch = pace.next(() -> {
            if (pace.isOver() || (!slotRequested.get() && pace.isTooSlow(body.length()))) {
                fail(slotRequested.get() ? Failure.OVERLOADED : Failure.TIMEOUT);
            } else if (listener.get() != null) {
                watch();
            }
        });
    }

    /** Keeps no cancelled task either. */
    private void unwatch() {
        watch.cancel();
        watch = UNWATCHED;
    }

    /** Takes what has been received; only the first call gets it. */
    public Optional<Received> take() {
        boolean first = slotRequested.get() && listener.getAndSet(null) != null;
        if (first) {
            unwatch();
        }
        return first ? Optional.of(new Received(body, slot)) : Optional.empty();
    }

    @Override
    public void onDataAvailable() throws IOException {
        // The memory is asked for in each round, since the timer may have it forgotten meanwhile.
        for (byte[] room = body.room(); room != null && expectsMore(); room = body.room()) {
            // One byte beyond the end is asked for, since Undertow reports the end of the body only to who reads it.
            int more = body.isComplete() ? stream.read() : stream.read(room, body.position(), body.free(room));
            if (more < 0) {
                return;
            }
            body.add(more);
        }
        if (isWhole()) {
            requestSlot();
        }
    }

    private boolean isWhole() {
        return body.isTooLong() || (body.isComplete() && stream.isFinished());
    }

    private boolean expectsMore() {
        return !slotRequested.get() && !isWhole() && stream.isReady();
    }

    /** Grizzly calls this while the last bytes are still to be read, and throws where more is asked for behind them. */
    @Override
    public void onAllDataRead() throws IOException {
        if (!body.isComplete()) {
            onDataAvailable();
        }
        if (body.mayEnd()) {
            requestSlot();
        } else {
            fail(Failure.INCOMPLETE);
        }
    }

    /** An upload that is all there stays so, whatever happens to the connection behind it. */
    @Override
    public void onError(Throwable broken) {
        if (body.isComplete()) {
            requestSlot();
        } else {
            fail(Failure.INCOMPLETE);
        }
    }

    private void requestSlot() {
        if (slotRequested.compareAndSet(false, true)) {
            slot.request();
        }
    }

    private void notifyReceived() {
        Listener waiting = listener.get();
        if (waiting == null) {
            return;
        }
        try {
            waiting.received(this);
        } catch (RuntimeException ended) { // the request, or the server
            fail(Failure.INCOMPLETE);
        }
    }

    /** Ends an upload that its request ends with; without effect where it has been taken. */
    public void fail() {
        fail(Failure.INCOMPLETE);
    }

    /** Forgets everything unless it has been taken. */
    private void fail(Failure failure) {
        Listener waiting = listener.getAndSet(null);
        if (waiting != null) {
            unwatch();
            body.release();
            slot.close();
            waiting.failed(failure);
        }
    }
}
