package org.facecheck.internal.image;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many pictures are decoded at once. Each takes some 40 MB for the moment, so they are few; others wait a little. The
 * queue is short and the wait is limited, since a thread of the server's waits with each. Fair and thread-safe.
 */
final class DecoderSlots {
    private static final int AT_ONCE = 2;
    private static final int MAX_QUEUE = 8;
    private static final Duration MAX_WAIT = Duration.ofSeconds(3);

    private final Semaphore free;
    private final Duration maxWait;

    DecoderSlots() {
        this(AT_ONCE, MAX_WAIT);
    }

    /**
     * Creates slots that are all free.
     *
     * @param atOnce how many there are
     * @param maxWait how long a caller waits for one
     */
    DecoderSlots(int atOnce, Duration maxWait) {
        this.free = new Semaphore(atOnce, true);
        this.maxWait = maxWait;
    }

    /**
     * Takes a slot, which has to be released, waiting for it if need be.
     *
     * @return whether it was taken; false where too many wait already, the wait was too long, or the thread was interrupted,
     *     which it then still is
     */
    boolean tryAcquire() {
        try {
            // The length is an estimate, which is good enough: one thread more may wait, never a crowd.
            return free.getQueueLength() < MAX_QUEUE && free.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives back a slot that was taken. */
    void release() {
        free.release();
    }
}
