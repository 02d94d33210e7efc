package org.facecheck.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.facecheck.bench.Picture;
import org.facecheck.bench.Results;

/**
 * A service that takes a second, and many people at once: how many checks a second come through, what other pages take
 * meanwhile, and what memory a waiting check holds. For Facecheck and for the same by hand, blocking and asynchronous, on
 * Undertow alone and on WildFly.
 */
public final class Load {
    /** As many as may block. */
    static final int WORKERS = 64;

    private static final int PICTURE = 100_000;
    private static final int[] CROWDS = {200, 1000, 2000};
    private static final List<String> WAYS = List.of("facecheck", "async", "blocking");

    private final SlowService service = new SlowService();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final boolean full;

    private Load(boolean full) {
        this.full = full;
    }

    /** With {@code full}, some minutes; otherwise a few people on the embedded server, so that the programme does not rot. */
    public static void main(String... arguments) throws IOException {
        Load load = new Load(arguments.length > 0 && arguments[0].equals("full"));
        load.run();
        System.exit(0);
    }

    private void run() throws IOException {
        System.out.println("On " + Results.machine());
        System.out.printf(
                "%-9s %-10s %6s %8s %9s %8s %7s %9s %9s %9s%n",
                "server", "way", "people", "checked", "checks/s", "refused", "failed", "p50 ms", "p99 ms", "idle p99");
        try (Server server = Server.embedded(settings())) {
            measure("undertow", server.url);
        }
        Path home = Path.of(System.getProperty("wildfly.home", "none"));
        if (full && Files.isDirectory(home)) {
            try (Server server = Server.wildFly(home, settings())) {
                measure("wildfly", server.url);
            }
        }
        Files.writeString(Results.file(full ? "load.json" : "load-smoke.json"), json());
        service.close();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("facecheck.protect", "/secure/*");
        settings.put("facecheck.service.base-url", service.url());
        settings.put("facecheck.service.client-id", "id");
        settings.put("facecheck.service.client-secret", "secret");
        settings.put("facecheck.service.max-concurrent", "2000");
        settings.put("facecheck.attempts.max-per-address", "1000000"); // all people come from one
        settings.put("facecheck.service.timeout", "PT60S");
        settings.put("facecheck.capture.view", "/view");
        settings.put("facecheck.capture.max-bytes-in-flight", "400000000");
        return settings;
    }

    private void measure(String server, String url) throws IOException {
        try (People people = new People(url, Picture.jpeg(PICTURE));
                Prober prober = new Prober(url)) {
            if (!full) {
                WAYS.forEach(way -> row(server, way, 10, 1, Duration.ZERO, people, prober, 0));
                return;
            }
            WAYS.forEach(way -> people.rush(way, 200, Duration.ZERO));
            WAYS.subList(0, 2).forEach(way -> people.rush(way, 2000, Duration.ZERO));
            prober.during(() -> rest(2000));
            double idle = prober.during(() -> rest(5000)).at(0.99);
            for (int crowd : CROWDS) {
                for (String way : WAYS) {
                    row(server, way, crowd, way.equals("blocking") ? 1 : 3, Duration.ZERO, people, prober, idle);
                }
            }
            for (String way : WAYS) {
                row(server, way, 500, 1, Duration.ofSeconds(3), people, prober, idle);
            }
            for (String way : WAYS.subList(0, 2)) {
                memory(server, way, url, people);
            }
        }
    }

    /** The median of some rushes by throughput, and the waits of all of them. */
    private void row(
            String server,
            String way,
            int crowd,
            int times,
            Duration uplink,
            People people,
            Prober prober,
            double idle) {
        List<People.Rush> rushes = new ArrayList<>();
        Prober.Waits waits = prober.during(() -> {
            for (int i = 0; i < times; i++) {
                rushes.add(people.rush(way, crowd, uplink));
            }
        });
        rushes.sort(Comparator.comparing(People.Rush::checksPerSecond));
        People.Rush median = rushes.get(times / 2);
        String label = uplink.isZero() ? way : way + " " + uplink.toSeconds() + "s";
        System.out.printf(
                Locale.ROOT,
                "%-9s %-10s %6d %8d %9.0f %8d %7d %9.1f %9.1f %9.1f%n",
                server,
                label.replace("facecheck", "fc").replace("blocking", "block"),
                crowd,
                median.checked(),
                median.checksPerSecond(),
                median.refused(),
                median.failed(),
                waits.at(0.5),
                waits.at(0.99),
                idle);
        Map<String, Object> row = new TreeMap<>();
        row.put("server", server);
        row.put("way", way);
        row.put("people", crowd);
        row.put("uplinkSeconds", uplink.toSeconds());
        row.put("checked", median.checked());
        row.put("checksPerSecond", median.checksPerSecond());
        row.put("refused", median.refused());
        row.put("failed", median.failed());
        row.put("otherPagesP50Millis", waits.at(0.5));
        row.put("otherPagesP99Millis", waits.at(0.99));
        row.put("idleP99Millis", idle);
        rows.add(row);
    }

    /** What one thousand waiting checks hold, and how many threads there are meanwhile. */
    private void memory(String server, String way, String url, People people) throws IOException {
        int crowd = 1000;
        long before = memory(url)[0];
        service.answersAfter(12_000);
        CompletableFuture<People.Rush> rush =
                CompletableFuture.supplyAsync(() -> people.rush(way, crowd, Duration.ZERO));
        for (int i = 0; i < 300 && service.waiting() < crowd; i++) {
            rest(50);
        }
        int waiting = service.waiting();
        long[] during = memory(url);
        service.answersAfter(1000);
        rush.join();
        double each = (during[0] - before) / 1024.0 / Math.max(1, waiting);
        System.out.printf(
                Locale.ROOT,
                "%-9s %-10s %d checks wait: %.0f KiB of heap each, %d threads%n",
                server,
                way,
                waiting,
                each,
                during[1]);
        rows.add(new TreeMap<>(
                Map.of("server", server, "way", way, "waiting", waiting, "kibEach", each, "threads", during[1])));
    }

    private static long[] memory(String url) throws IOException {
        try {
            String[] answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url + "/memory")).build(), BodyHandlers.ofString())
                    .body()
                    .split(" ", 2);
            return new long[] {Long.parseLong(answer[0]), Long.parseLong(answer[1])};
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    private static void rest(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private String json() {
        return "{\"at\": \"" + Instant.now() + "\", \"machine\": \"" + Results.machine() + "\", \"rows\": [\n"
                + rows.stream()
                        .map(row -> row.entrySet().stream()
                                .map(field -> "\"%s\": %s"
                                        .formatted(
                                                field.getKey(),
                                                field.getValue() instanceof String text
                                                        ? "\"" + text + "\""
                                                        : field.getValue()))
                                .collect(Collectors.joining(", ", "  {", "}")))
                        .collect(Collectors.joining(",\n"))
                + "\n]}\n";
    }
}
