package org.facecheck.engine.service.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;

/**
 * Takes the time that something needs of one core, again and again: it is the same on a machine that is busy with something else. Not
 * thread-safe, and to be used in one thread.
 */
final class Stopwatch {
    private static final double NANOS = 1e6;
    /** After 15 looks for a face, which take one and a half, half of the time was still the compiler's. */
    static final Duration WARM_UP = Duration.ofSeconds(4);

    /** What is timed; its result is looked at, so that no compiler leaves it out. */
    interface Step {
        Object run() throws Exception;
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Duration warmUp;
    private Object last = "";

    Stopwatch(Duration warmUp) {
        this.warmUp = warmUp;
    }

    /** Milliseconds in the middle of so many runs, after some time that does not count: a cold compiler is not what is asked for. */
    double milliseconds(int runs, Step step) throws Exception {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < warmUp.toNanos()) {
            last = step.run();
        }
        long[] nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            long start = now();
            last = step.run();
            nanos[i] = now() - start;
        }
        Arrays.sort(nanos);
        return nanos[runs / 2] / NANOS;
    }

    /** Not every platform tells (java.lang.management.ThreadMXBean); then, it is the clock on the wall. */
    private long now() {
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** What came out of the last run. */
    Object last() {
        return last;
    }
}
