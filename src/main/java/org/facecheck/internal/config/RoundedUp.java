package org.facecheck.internal.config;

import java.time.Duration;

/**
 * A duration in whole units, rounded up. What a client waits, or a session lives, is told in whole seconds or minutes; rounded
 * down, a client would come back too early, and 0 would mean "at once" in {@code Retry-After} (RFC 9110 section 10.2.3) and
 * "for ever" in {@code HttpSession.setMaxInactiveInterval}.
 */
public final class RoundedUp {
    private static final int SECONDS_PER_MINUTE = 60;

    private RoundedUp() {}

    /** Whole seconds: 1 for {@code PT0.001S}, 0 for {@link Duration#ZERO}. */
    public static long seconds(Duration duration) {
        // getSeconds() is the floor, getNano() what is above it, for negative durations too.
        return duration.getSeconds() + (duration.getNano() > 0 ? 1 : 0);
    }

    /** Whole minutes: 1 for {@code PT1S}, 15 for {@code PT14M0.001S}. */
    public static long minutes(Duration duration) {
        return Math.floorDiv(seconds(duration) + SECONDS_PER_MINUTE - 1, SECONDS_PER_MINUTE);
    }
}
