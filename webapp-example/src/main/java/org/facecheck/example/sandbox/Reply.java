package org.facecheck.example.sandbox;

import java.time.Duration;

/**
 * An answer, and when to send it.
 *
 * @param delay zero for at once
 */
record Reply(Answer answer, Duration delay) {

    static Reply atOnce(Answer answer) {
        return new Reply(answer, Duration.ZERO);
    }
}
