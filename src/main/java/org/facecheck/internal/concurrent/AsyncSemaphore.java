package org.facecheck.internal.concurrent;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * A semaphore whose waiters hold no thread. It limits computing: more pictures at once than the machine has processors for
 * would not be ready sooner, and would slow down the application's other pages. First come, first served. Thread-safe.
 *
 * <p>Slots start outside the lock: the code that they run dispatches requests, which may take the container's own locks.
 */
public final class AsyncSemaphore {
    private final int size;
    private final Queue<Slot> waiting = new ArrayDeque<>();
    private final Set<Slot> active = new HashSet<>();

    /** @param size how many slots may be active at once */
    public AsyncSemaphore(int size) {
        this.size = size;
    }

    /** Two slots for each processor, since a picture may have to wait for something small on its way. */
    public static AsyncSemaphore ofTheMachine() {
        return new AsyncSemaphore(2 * Runtime.getRuntime().availableProcessors());
    }

    /**
     * A slot that is neither active nor waiting yet.
     *
     * @param start called when the slot becomes active, in the thread that requests it or in the one that makes room; must not
     *     throw, since the other thread has nothing to do with this slot
     */
    public Slot slot(Runnable start) {
        return new Slot(start);
    }

    private synchronized Optional<Slot> afterRequest(Slot slot) {
        if (!slot.used) {
            slot.used = true;
            waiting.add(slot);
        }
        return activateNext();
    }

    private synchronized Optional<Slot> afterClose(Slot slot) {
        slot.used = true;
        if (!active.remove(slot)) {
            waiting.remove(slot);
        }
        return activateNext();
    }

    /** The slot that has waited longest, if there is room for one more. */
    private Optional<Slot> activateNext() {
        if (waiting.isEmpty() || active.size() == size) {
            return Optional.empty();
        }
        Slot next = waiting.remove();
        active.add(next);
        return Optional.of(next);
    }

    /** One use of the semaphore: requested once, started at most once, and never started after it has been closed. */
    public final class Slot implements AutoCloseable {
        private final Runnable start;
        private boolean used;

        private Slot(Runnable start) {
            this.start = start;
        }

        /** Starts the slot as soon as there is room, perhaps before this method returns. */
        public void request() {
            afterRequest(this).ifPresent(slot -> slot.start.run());
        }

        @Override
        public void close() {
            afterClose(this).ifPresent(slot -> slot.start.run());
        }
    }
}
