package org.facecheck.internal.attempts;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * One count with its limit, from which attempts are taken. Whether there is one left and taking it are one step of the count,
 * so that attempts which come together are no more than allowed.
 *
 * @param max how many attempts there are within a window
 * @param window how long a window lasts, from its first attempt on
 * @param count where the count is kept
 */
record LimitedCounter(int max, Duration window, Count count) {

    /** Changes a count atomically, and returns what it was before. */
    @FunctionalInterface
    interface Count {
        AttemptCount change(UnaryOperator<AttemptCount> step) throws AttemptsUnavailableException;
    }

    /**
     * Takes an attempt, if there is one.
     *
     * @return the count before; where that was locked, nothing was taken
     */
    AttemptCount take(long now) throws AttemptsUnavailableException {
        return count.change(attempts -> attempts.oneMoreIfFree(max, window, now));
    }

    /** Gives back what {@link #take} took of that count, at that time. */
    void giveBack(AttemptCount before, long now) throws AttemptsUnavailableException {
        AttemptCount taken = before.oneMore(window, now);
        count.change(attempts -> attempts.oneLessOf(taken));
    }
}
