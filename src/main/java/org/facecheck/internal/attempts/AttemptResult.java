package org.facecheck.internal.attempts;

import java.time.Duration;

/** What comes of asking for an attempt: it is taken, or there is none to be had. */
public sealed interface AttemptResult permits TakenAttempt, AttemptResult.Locked {

    /**
     * There have been too many; nothing was taken.
     *
     * @param remaining until the next attempt, longer than zero
     */
    record Locked(Duration remaining) implements AttemptResult {}
}
