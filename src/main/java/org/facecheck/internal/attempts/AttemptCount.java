package org.facecheck.internal.attempts;

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
public record AttemptCount(int count, long since) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}) (\\d{1,18})");
    static final AttemptCount NONE = new AttemptCount(0, 0);

    /** Reads what {@link #text} wrote; throws an IllegalArgumentException where it is anything else. */
    static AttemptCount parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a value that is no count");
        }
        return new AttemptCount(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    String text() {
        return count + " " + since;
    }

    public AttemptCount oneMore(Duration window, long now) {
        return isOver(window, now) ? new AttemptCount(1, now) : new AttemptCount(count + 1, since);
    }

    public AttemptCount oneLess() {
        return new AttemptCount(Math.max(0, count - 1), since);
    }

    /** How long nobody may try any more; zero where they may. */
    public Duration locked(int max, Duration window, long now) {
        return count < max || isOver(window, now)
                ? Duration.ZERO
                : Duration.ofMillis(since).plus(window).minusMillis(now);
    }

    /** How many more there may be in this window. */
    public int left(int max, Duration window, long now) {
        return isOver(window, now) ? max : Math.max(0, max - count);
    }

    private boolean isOver(Duration window, long now) {
        return now - since >= window.toMillis();
    }
}
