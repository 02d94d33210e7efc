package org.facecheck.internal.upload;

import java.time.Duration;
import org.facecheck.internal.concurrent.Timer;
import org.facecheck.internal.config.CaptureConfig;

/**
 * How quickly an upload has to arrive: as a whole within its deadline, and after a short while not below a least rate, so that
 * a client which sends a byte now and then does not keep its place until the deadline. Thread-safe.
 */
public final class UploadPace {
    /** How long an upload may be as slow as it likes: the first round trips, and a phone that changes its cell. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often one that waits for its client is asked for. */
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Timer timer;
    private final long begin;
    private final Duration deadline;
    private final long bytesPerSecond;

    private UploadPace(Timer timer, Duration deadline, long bytesPerSecond) {
        this.timer = timer;
        this.begin = timer.nanoTime();
        this.deadline = deadline;
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Of an upload that begins now. */
    public static UploadPace begin(Timer timer, CaptureConfig config) {
        return new UploadPace(timer, config.uploadTimeout(), config.uploads().minBytesPerSecond());
    }

    private Duration elapsed() {
        // Compared by difference, since the JVM's time may overflow (System.nanoTime).
        return Duration.ofNanos(timer.nanoTime() - begin);
    }

    /** Whether the deadline is over. */
    boolean isOver() {
        return elapsed().compareTo(deadline) >= 0;
    }

    /** Whether an upload of which so much has arrived is to be ended. */
    boolean isTooSlow(int arrived) {
        Duration counted = elapsed().minus(PATIENCE);
        return isOver() || (!counted.isNegative() && arrived < bytesPerSecond * counted.toMillis() / 1000);
    }

    /** Runs the task when the pace has to be looked at next; at the deadline at the latest. */
    Timer.Pending next(Runnable task) {
        Duration left = deadline.minus(elapsed());
        return timer.after(left.compareTo(INTERVAL) < 0 ? left : INTERVAL, task);
    }
}
