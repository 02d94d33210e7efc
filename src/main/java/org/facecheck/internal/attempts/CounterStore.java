package org.facecheck.internal.attempts;

import java.util.function.UnaryOperator;

/** A fixed number of slots for counts, each of which may serve several names. Thread-safe. */
interface CounterStore {
    /** As many as 16 bits of a hash can tell apart. */
    int SLOTS = 1 << 16;

    /** The count in a slot, from 0 to {@link #SLOTS} - 1; {@link AttemptCount#NONE} where there is none yet. */
    AttemptCount at(int slot) throws AttemptsUnavailableException;

    /**
     * Puts what the step makes of a slot's count in its place, atomically; the step may be asked several times.
     *
     * @return the count that the step was asked with in the end
     */
    AttemptCount change(int slot, UnaryOperator<AttemptCount> step) throws AttemptsUnavailableException;
}
