package org.facecheck.internal.upload;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A bound on what is under way at once, in number and in bytes. Thread-safe. */
public final class Bulkhead {
    private final Semaphore free;
    private final Semaphore freeBytes;

    public Bulkhead(int max) {
        this(max, 0);
    }

    public Bulkhead(int max, int maxBytes) {
        free = new Semaphore(max);
        freeBytes = new Semaphore(maxBytes);
    }

    /** A place that takes no memory worth counting. */
    public Optional<Permit> begin() {
        return begin(0);
    }

    /** A place and the memory that goes with it, to be given back; empty where there is not enough of both. Never waits. */
    public Optional<Permit> begin(int bytes) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        if (!freeBytes.tryAcquire(bytes)) {
            free.release();
            return Optional.empty();
        }
        return Optional.of(new Permit(this, bytes));
    }

    /** One place; giving it back twice is once. */
    public static final class Permit implements AutoCloseable {
        private final Bulkhead flights;
        private final int bytes;
        private final AtomicBoolean landed = new AtomicBoolean();

        private Permit(Bulkhead flights, int bytes) {
            this.flights = flights;
            this.bytes = bytes;
        }

        @Override
        public void close() {
            if (landed.compareAndSet(false, true)) {
                flights.freeBytes.release(bytes);
                flights.free.release();
            }
        }
    }
}
