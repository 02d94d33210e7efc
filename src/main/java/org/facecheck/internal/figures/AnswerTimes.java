package org.facecheck.internal.figures;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How long the answers of the last five minutes took. Each is kept, so that the percentiles are exact; but the 4,096 last ones at
 * most, which are five minutes with 13 checks a second, and a shorter time with more. Thread-safe.
 */
final class AnswerTimes {
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int CAPACITY = 4096;

    private final Clock clock;
    private final long[] at = new long[CAPACITY]; // guarded by this, in milliseconds since the epoch
    private final int[] millis = new int[CAPACITY]; // guarded by this
    private long added; // guarded by this

    AnswerTimes(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Duration took) {
        int next = (int) (added++ % CAPACITY);
        at[next] = clock.millis();
        millis[next] = (int) Math.min(Integer.MAX_VALUE, took.toMillis());
    }

    /** The answers within the window, the quickest first. */
    private synchronized int[] recent() {
        long begin = clock.millis() - WINDOW.toMillis();
        int[] recent = new int[CAPACITY];
        int size = 0;
        for (int i = 0; i < Math.min(added, CAPACITY); i++) {
            if (at[i] > begin) {
                recent[size++] = millis[i];
            }
        }
        int[] sorted = Arrays.copyOf(recent, size);
        Arrays.sort(sorted);
        return sorted;
    }

    int count() {
        return recent().length;
    }

    /** By the nearest rank: an answer that was really given. {@code null} where there was none; 100 for the slowest. */
    @Nullable
    Long percentile(int percent) {
        int[] sorted = recent();
        return sorted.length == 0 ? null : (long) sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
    }
}
