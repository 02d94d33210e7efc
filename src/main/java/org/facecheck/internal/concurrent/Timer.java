package org.facecheck.internal.concurrent;

import java.time.Duration;

/**
 * Runs short tasks later, in a thread of its own. What is not needed any more is to be cancelled, so that neither it nor what
 * it refers to is kept. Thread-safe.
 */
public interface Timer {

    /**
     * Runs the task once, after this time; one that is cancelled before is forgotten.
     *
     * @param task must neither wait nor throw: the others wait for it
     */
    Pending after(Duration delay, Runnable task);

    /** A time that goes on evenly and has no meaning of its own, in nanoseconds ({@link System#nanoTime}). */
    long nanoTime();

    /** A task that has not run yet, or has. */
    @FunctionalInterface
    interface Pending {
        /** Forgets the task; without effect where it has begun to run. */
        void cancel();
    }
}
