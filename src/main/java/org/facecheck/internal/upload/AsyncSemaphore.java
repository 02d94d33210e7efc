package org.facecheck.internal.upload;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Lets a few come through at a time and the others wait, without a thread. What they come for is computing: more of them at
 * once than the machine computes would not be done sooner, and would keep the application's other pages waiting. First come,
 * first served. Thread-safe.
 */
public final class AsyncSemaphore {
    private final int width;
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private final Set<Turn> through = new HashSet<>();

    /** @param width how many at a time */
    AsyncSemaphore(int width) {
        this.width = width;
    }

    /** Two for each processor, since there may be something small to wait for on the way. */
    public static AsyncSemaphore ofTheMachine() {
        return new AsyncSemaphore(2 * Runtime.getRuntime().availableProcessors());
    }

    /**
     * A turn that has not come yet.
     *
     * @param entering what begins it, in the thread that asks or in the one that makes room; must not throw
     */
    Turn turn(Runnable entering) {
        return new Turn(entering);
    }

    private synchronized Optional<Turn> afterAsking(Turn turn) {
        if (!turn.spent) {
            turn.spent = true;
            waiting.add(turn);
        }
        return next();
    }

    private synchronized Optional<Turn> afterClosing(Turn turn) {
        turn.spent = true;
        if (!through.remove(turn)) {
            waiting.remove(turn);
        }
        return next();
    }

    /** Whoever waits longest. */
    private Optional<Turn> next() {
        if (waiting.isEmpty() || through.size() == width) {
            return Optional.empty();
        }
        Turn next = waiting.remove();
        through.add(next);
        return Optional.of(next);
    }

    /** Once asked for, it comes; once closed, it doesn't any more. */
    public final class Turn implements AutoCloseable {
        private final Runnable entering;
        private boolean spent;

        private Turn(Runnable entering) {
            this.entering = entering;
        }

        void ask() {
            afterAsking(this).ifPresent(turn -> turn.entering.run());
        }

        @Override
        public void close() {
            afterClosing(this).ifPresent(turn -> turn.entering.run());
        }
    }
}
