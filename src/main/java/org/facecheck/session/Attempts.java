package org.facecheck.session;

import java.io.Serializable;
import java.time.Duration;

/**
 * The attempts within one window.
 *
 * @param count how many
 * @param since when the window began, in milliseconds since the epoch
 */
record Attempts(int count, long since) implements Serializable {
    private static final long serialVersionUID = 1L;

    Attempts oneMore(Duration window, long now) {
        return isOver(window, now) ? new Attempts(1, now) : new Attempts(count + 1, since);
    }

    Attempts oneLess() {
        return new Attempts(Math.max(0, count - 1), since);
    }

    /** How long nobody may try any more; zero where they may. */
    Duration locked(int max, Duration window, long now) {
        return count < max || isOver(window, now)
                ? Duration.ZERO
                : Duration.ofMillis(since).plus(window).minusMillis(now);
    }

    /** How many more there may be in this window. */
    int left(int max, Duration window, long now) {
        return isOver(window, now) ? max : Math.max(0, max - count);
    }

    private boolean isOver(Duration window, long now) {
        return now - since >= window.toMillis();
    }
}
