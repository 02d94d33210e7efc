package org.facecheck.session;

import java.io.Serializable;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attempts within one window.
 *
 * @param count how many
 * @param since when the window began, in milliseconds since the epoch
 */
record Attempts(int count, long since) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}) (\\d{1,18})");
    static final Attempts NONE = new Attempts(0, 0);

    /** Reads what {@link #text} wrote; throws an IllegalArgumentException where it is anything else. */
    static Attempts parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a value that is no count");
        }
        return new Attempts(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    String text() {
        return count + " " + since;
    }

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
