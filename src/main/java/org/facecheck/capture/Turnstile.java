package org.facecheck.capture;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Lets a few come through at a time and the others wait, without a thread. What they come for is computing: more of them at
 * once than the machine computes would not be done sooner, and would keep the application's other pages waiting. First come,
 * first served. Thread-safe.
 */
final class Turnstile {
    private final int width;
    private final Queue<Turn> queue = new ArrayDeque<>();
    private int through;

    /** @param width how many at a time */
    Turnstile(int width) {
        this.width = width;
    }

    /** Two for each processor, since there may be something small to wait for on the way. */
    static Turnstile ofTheMachine() {
        return new Turnstile(2 * Runtime.getRuntime().availableProcessors());
    }

    private enum State {
        BEFORE,
        WAITING,
        THROUGH,
        OVER
    }

    /**
     * A turn that has not come yet.
     *
     * @param entering what begins it, in the thread that asks or in the one that makes room; must not throw
     */
    Turn turn(Runnable entering) {
        return new Turn(entering);
    }

    /** Once asked for, it comes; once closed, it doesn't any more. */
    final class Turn implements AutoCloseable {
        private final Runnable entering;
        private State state = State.BEFORE;

        private Turn(Runnable entering) {
            this.entering = entering;
        }

        void ask() {
            if (isMine()) {
                entering.run();
            }
        }

        private boolean isMine() {
            synchronized (queue) {
                if (state != State.BEFORE) {
                    return false;
                }
                if (through == width) {
                    queue.add(this);
                    state = State.WAITING;
                    return false;
                }
                through++;
                state = State.THROUGH;
                return true;
            }
        }

        /** Whoever waits longest comes next. */
        @Override
        public void close() {
            next().ifPresent(turn -> turn.entering.run());
        }

        private Optional<Turn> next() {
            synchronized (queue) {
                State before = state;
                state = State.OVER;
                if (before == State.WAITING) {
                    queue.remove(this);
                }
                if (before != State.THROUGH) {
                    return Optional.empty();
                }
                Turn next = queue.poll();
                if (next == null) {
                    through--;
                    return Optional.empty();
                }
                next.state = State.THROUGH;
                return Optional.of(next);
            }
        }
    }
}
