package org.facecheck.session;

import java.util.function.UnaryOperator;

/** So many places for attempts, each of which may be that of several names. Thread-safe. */
interface Places {
    int NUMBER = 1 << 16;

    /** The attempts at a place, from 0 to {@link #NUMBER}; {@link Attempts#NONE} where nobody has tried. */
    Attempts at(int place) throws UncountedException;

    /** Puts what the step makes of a place's attempts in their stead; the step may be asked several times. */
    void change(int place, UnaryOperator<Attempts> step) throws UncountedException;
}
