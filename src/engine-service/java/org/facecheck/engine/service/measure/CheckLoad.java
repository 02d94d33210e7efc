package org.facecheck.engine.service.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.facecheck.FaceMatch;
import org.facecheck.Selfie;
import org.facecheck.engine.EngineFaceMatcher;
import org.facecheck.engine.picture.PictureReader;

/**
 * As many checks at once as a matcher takes, for some seconds, and then the same pictures only decoded by as many threads.
 *
 * @param checks a second
 * @param decodings a second, for comparison
 * @param heap what is held after a collection, in MB
 * @param load the machine's average of the last minute, by everything that runs on it; negative where the system does not say
 * @param resident what the process has of the machine's memory, in MB; 0 where the system does not say
 */
public record CheckLoad(double checks, double decodings, double load, long heap, long resident) {
    private static final int MEGABYTE = 1 << 20;
    private static final int KILOBYTE = 1 << 10;

    /** One of the things that are done again and again. */
    private interface Work {
        void run() throws Exception;
    }

    /**
     * Measures. The matcher is left open.
     *
     * @param time for each of both
     */
    public static CheckLoad of(EngineFaceMatcher matcher, Selfie selfie, Duration time)
            throws InterruptedException, IOException {
        double checks = perSecond(atOnce(), time, () -> {
            FaceMatch answer = matcher.match(selfie).toCompletableFuture().join();
            if (answer instanceof FaceMatch.Trouble trouble) {
                throw new IllegalStateException(trouble.toString());
            }
        });
        long resident = megabytesResident();
        long heap = megabytesAfterCollection();
        PictureReader decoder = new PictureReader();
        double decodings = perSecond(Runtime.getRuntime().availableProcessors(), time, () -> decoder.read(selfie));
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new CheckLoad(checks, decodings, load, heap, resident);
    }

    /** All that wait: one whose answer has just come asks again before its thread has taken the next. */
    private static int atOnce() {
        return EngineFaceMatcher.places() - Runtime.getRuntime().availableProcessors();
    }

    private static double perSecond(int threads, Duration time, Work work) throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(threads);
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                try {
                    while (System.nanoTime() - start < time.toNanos()) {
                        work.run();
                        done.incrementAndGet();
                    }
                } catch (Exception broken) {
                    failed.incrementAndGet();
                } finally {
                    ended.countDown();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        ended.await();
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " of " + threads + " threads met trouble");
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    private static long megabytesAfterCollection() {
        System.gc(); // asked for a figure, not for speed
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    /** "VmHWM" of proc(5): the most that was resident. */
    private static long megabytesResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTE)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** A line for an operator. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%d at once: %.1f checks a second, %.1f pictures a second if they are only decoded; load %.1f; heap %d MB, resident at"
                        + " most %d MB%n",
                atOnce(),
                checks,
                decodings,
                load,
                heap,
                resident);
    }
}
