package org.facecheck.internal.concurrent;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The limit on face checks under way. A check holds its permit from when its picture is there until the matcher has answered,
 * so that no more requests reach the service at once than the deployer allows, also with a matcher of the application. What is
 * too much is refused at once: waiting would only move the queue into the server's threads. Thread-safe.
 */
public final class Bulkhead {
    private final int maxPermits;
    private final Semaphore permits;

    /** @param maxPermits how many permits may be held at once */
    public Bulkhead(int maxPermits) {
        this.maxPermits = maxPermits;
        this.permits = new Semaphore(maxPermits);
    }

    /** How many permits may be held at once. */
    public int maxPermits() {
        return maxPermits;
    }

    /** How many permits are held now. */
    public int held() {
        return maxPermits - permits.availablePermits();
    }

    /** A permit for one check, which the caller has to close; empty where there is none left. Never waits. */
    public Optional<Permit> tryAcquire() {
        return permits.tryAcquire() ? Optional.of(new Permit(permits)) : Optional.empty();
    }

    /** The right to one check. Closing it twice is closing it once. */
    public static final class Permit implements AutoCloseable {
        private final Semaphore permits;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Permit(Semaphore permits) {
            this.permits = permits;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                permits.release();
            }
        }
    }
}
