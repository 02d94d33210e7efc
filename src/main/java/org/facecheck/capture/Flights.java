package org.facecheck.capture;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A bound on what is under way at once. Thread-safe. */
final class Flights {
    private final Semaphore free;

    Flights(int max) {
        free = new Semaphore(max);
    }

    /** A place, to be given back; empty where all are taken. Never waits. */
    Optional<Flight> begin() {
        return free.tryAcquire() ? Optional.of(new Flight(free)) : Optional.empty();
    }

    /** One place; giving it back twice is once. */
    static final class Flight implements AutoCloseable {
        private final Semaphore free;
        private final AtomicBoolean landed = new AtomicBoolean();

        private Flight(Semaphore free) {
            this.free = free;
        }

        @Override
        public void close() {
            if (landed.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
