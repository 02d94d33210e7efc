package org.facecheck.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who asks for another page every ten milliseconds, whether the last answer is there or not, and so waits as long as
 * anybody would.
 */
final class Prober implements AutoCloseable {
    private static final int EVERY_MILLIS = 10;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    Prober(String url) {
        request = HttpRequest.newBuilder(URI.create(url + "/page")).build();
    }

    /** What the page took, from when it should have been asked for, in milliseconds. */
    record Waits(List<Double> sorted) {
        static Waits allOf(List<Waits> some) {
            return new Waits(some.stream()
                    .flatMap(waits -> waits.sorted().stream())
                    .sorted()
                    .toList());
        }

        double at(double share) {
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
        }
    }

    /** Asks while the work goes on. */
    Waits during(Runnable work) {
        List<CompletableFuture<Double>> asked = Collections.synchronizedList(new ArrayList<>());
        long begin = System.nanoTime();
        ScheduledFuture<?> asking = timer.scheduleAtFixedRate(
                () -> {
                    long due = begin + asked.size() * TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
                    asked.add(http.sendAsync(request, BodyHandlers.discarding())
                            .thenApply(answer -> (System.nanoTime() - due) / 1e6));
                },
                0,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        work.run();
        asking.cancel(false);
        List<Double> waits = new ArrayList<>();
        for (CompletableFuture<Double> one : List.copyOf(asked)) {
            waits.add(one.exceptionally(failure -> Double.POSITIVE_INFINITY).join());
        }
        Collections.sort(waits);
        return new Waits(waits);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
