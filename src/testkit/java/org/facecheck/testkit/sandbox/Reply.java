package org.facecheck.testkit.sandbox;

import java.time.Duration;

/**
 * An answer, and when to send it.
 *
 * @param delay zero for at once
 */
public record Reply(Answer answer, Duration delay) {

    public static Reply atOnce(Answer answer) {
        return new Reply(answer, Duration.ZERO);
    }
}
