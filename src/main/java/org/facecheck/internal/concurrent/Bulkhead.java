package org.facecheck.internal.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The one limit on face checks under way, in number and in bytes. A check holds its permit from before its picture is read
 * until the matcher has answered, so that neither the pictures' memory nor the requests to the service exceed what the deployer
 * allows, also with a matcher of the application. What is too much is refused at once: waiting would only move the queue into the
 * server's threads. Thread-safe.
 */
public final class Bulkhead {
    private final Semaphore permits;
    private final Semaphore bytes;
    private final LongSupplier nanoTime;

    /** Held permits that have an end; those of answered checks are taken out again. */
    private final Set<Permit> expiring = ConcurrentHashMap.newKeySet();

    /**
     * @param maxPermits how many permits may be held at once
     * @param maxBytes how many bytes all held permits may stand for
     */
    public Bulkhead(int maxPermits, int maxBytes) {
        this(maxPermits, maxBytes, System::nanoTime);
    }

    Bulkhead(int maxPermits, int maxBytes, LongSupplier nanoTime) {
        this.permits = new Semaphore(maxPermits);
        this.bytes = new Semaphore(maxBytes);
        this.nanoTime = nanoTime;
    }

    /**
     * A permit for one check and its memory, which the caller has to close; empty where there is not enough of both. Never
     * waits.
     */
    public Optional<Permit> tryAcquire(int size) {
        Optional<Permit> permit = acquireFree(size);
        // No thread of ours watches the ends of permits: they matter only to a caller that finds none free.
        return permit.isEmpty() && closeExpired() ? acquireFree(size) : permit;
    }

    private Optional<Permit> acquireFree(int size) {
        if (!permits.tryAcquire()) {
            return Optional.empty();
        }
        if (!bytes.tryAcquire(size)) {
            permits.release();
            return Optional.empty();
        }
        return Optional.of(new Permit(this, size));
    }

    /** Takes back what has expired; returns whether that was anything. */
    private boolean closeExpired() {
        long now = nanoTime.getAsLong();
        boolean freed = false;
        for (Permit held : expiring) {
            // Compared by difference, since the JVM's time may overflow (System.nanoTime).
            if (now - held.end >= 0) {
                held.close();
                freed = true;
            }
        }
        return freed;
    }

    /** The right to one check. Closing it twice is closing it once. */
    public static final class Permit implements AutoCloseable {
        private final Bulkhead bulkhead;
        private final int size;
        private final AtomicBoolean closed = new AtomicBoolean();
        private volatile long end;

        private Permit(Bulkhead bulkhead, int size) {
            this.bulkhead = bulkhead;
            this.size = size;
        }

        /**
         * Lets the permit end by itself: an application's matcher may never answer, and the request that would hear of its
         * timeout may be gone.
         */
        public void expireAfter(Duration time) {
            end = bulkhead.nanoTime.getAsLong() + time.toNanos();
            bulkhead.expiring.add(this);
            if (closed.get()) { // by another thread, before it was in the set
                bulkhead.expiring.remove(this);
            }
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                bulkhead.expiring.remove(this);
                bulkhead.bytes.release(size);
                bulkhead.permits.release();
            }
        }
    }
}
