package org.facecheck.internal.attempts;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The attempts within one window: a number and a beginning. Immutable.
 *
 * <p>It is kept in the HTTP session and therefore a class with named fields, since a container may store it in one version of
 * Facecheck and read it in another. A field that is missing there is zero, which counts as no attempt: a client can begin
 * another session at any time, and what holds it back then are the counts of its principal and of its address.
 */
public final class AttemptCount implements Serializable {
    private static final long serialVersionUID = 1L;

    /** No attempt yet. */
    public static final AttemptCount NONE = new AttemptCount(0, 0);

    /** As {@link #text} writes it; not so many digits that they could exceed an int and a long. */
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}) (\\d{1,18})");

    private final int count;
    /** In milliseconds since the epoch. */
    private final long windowStart;

    /**
     * So many attempts.
     *
     * @param windowStart when the window began, in milliseconds since the epoch
     */
    public AttemptCount(int count, long windowStart) {
        this.count = count;
        this.windowStart = windowStart;
    }

    /** Reads what {@link #text} wrote; throws an IllegalArgumentException where it is anything else. */
    static AttemptCount parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a value that is no count");
        }
        return new AttemptCount(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    String text() {
        return count + " " + windowStart;
    }

    int count() {
        return count;
    }

    /** As it is, or none where its window began until then, when an operator had all counts forgotten. */
    AttemptCount unlessForgotten(long until) {
        return windowStart <= until ? NONE : this;
    }

    /** With one attempt more, the first of a new window where the old one is over. */
    public AttemptCount oneMore(Duration window, long now) {
        return isOver(window, now) ? new AttemptCount(1, now) : new AttemptCount(count + 1, windowStart);
    }

    /** With one attempt more, or as it is where there is none left in this window. */
    AttemptCount oneMoreIfFree(int max, Duration window, long now) {
        return lockedFor(max, window, now).isZero() ? oneMore(window, now) : this;
    }

    /** Without an attempt that was taken in this very window; another window's is over with it, and gives nothing back. */
    AttemptCount oneLessOf(AttemptCount taken) {
        return windowStart == taken.windowStart ? oneLess() : this;
    }

    /** With one attempt less, as far as there is one. */
    public AttemptCount oneLess() {
        return new AttemptCount(Math.max(0, count - 1), windowStart);
    }

    /** How long until the next attempt; zero where it may be made now. */
    public Duration lockedFor(int max, Duration window, long now) {
        return count < max || isOver(window, now)
                ? Duration.ZERO
                : Duration.ofMillis(windowStart).plus(window).minusMillis(now);
    }

    /** How many more there may be in this window. */
    public int left(int max, Duration window, long now) {
        return isOver(window, now) ? max : Math.max(0, max - count);
    }

    private boolean isOver(Duration window, long now) {
        return now - windowStart >= window.toMillis();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttemptCount attempts && count == attempts.count && windowStart == attempts.windowStart;
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, windowStart);
    }

    @Override
    public String toString() {
        return "AttemptCount[%d]".formatted(count);
    }
}
