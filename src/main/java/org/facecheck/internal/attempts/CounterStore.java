package org.facecheck.internal.attempts;

import java.util.function.UnaryOperator;

/** So many places for attempts, each of which may be that of several names. Thread-safe. */
interface CounterStore {
    int NUMBER = 1 << 16;

    /** The attempts at a place, from 0 to {@link #NUMBER}; {@link AttemptCount#NONE} where nobody has tried. */
    AttemptCount at(int place) throws AttemptsUnavailableException;

    /** Puts what the step makes of a place's attempts in their stead; the step may be asked several times. */
    void change(int place, UnaryOperator<AttemptCount> step) throws AttemptsUnavailableException;
}
