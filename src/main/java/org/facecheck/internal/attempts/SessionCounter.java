package org.facecheck.internal.attempts;

import java.util.function.UnaryOperator;

/** The count that one HTTP session carries. The session room implements it, so that this room need not know sessions. */
public interface SessionCounter {

    /** The count as it is now, {@link AttemptCount#NONE} where there is no session; never begins one. */
    AttemptCount current();

    /**
     * Puts what the step makes of the count in its place, atomically in this server. Where there is no session, there is no
     * count to be had: none is begun.
     *
     * @return the count before
     */
    AttemptCount change(UnaryOperator<AttemptCount> step) throws AttemptsUnavailableException;
}
