package org.facecheck.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.facecheck.bench.Results;

/**
 * A service that takes a second, and many people at once: how many checks a second come through, what other pages take
 * meanwhile, and what memory a waiting check holds. For Facecheck and for the same by hand, blocking and asynchronous, and
 * without any check, on Undertow alone and on WildFly.
 */
public final class Load {
    /** As many as may block. */
    static final int WORKERS = 64;

    /** Until the compiler has seen to all that each way does. */
    private static final int WARM_UPS = 8;

    /** How often each way has its turn. */
    private static final int TIMES = 5;

    private static final int[] CROWDS = {200, 1000, 2000};
    private static final List<String> ASYNCHRONOUS = List.of("facecheck", "async");
    private static final List<String> REPEATED = List.of("facecheck", "async", "receive");
    private static final List<String> WAYS = List.of("facecheck", "async", "receive", "blocking");

    private final Outside outside;
    private final Report report = new Report();
    private final boolean full;

    private Load(Outside outside, boolean full) {
        this.outside = outside;
        this.full = full;
    }

    /** With {@code full}, some minutes; otherwise a few people on the embedded server, so that the programme does not rot. */
    public static void main(String... arguments) throws IOException {
        try (Outside outside = new Outside()) {
            new Load(outside, arguments.length > 0 && arguments[0].equals("full")).run();
        }
        System.exit(0);
    }

    private void run() throws IOException {
        report.head();
        try (Server server = Server.embedded(settings())) {
            measure("undertow", server.url);
        }
        Path home = Path.of(System.getProperty("wildfly.home", "none"));
        if (full && Files.isDirectory(home)) {
            try (Server server = Server.wildFly(home, settings())) {
                measure("wildfly", server.url);
                deployments();
            }
        }
        Files.writeString(Results.file(full ? "load.json" : "load-smoke.json"), report.json());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("facecheck.protect", "/secure/*");
        settings.put("facecheck.service.base-url", outside.service());
        settings.put("facecheck.service.client-id", "id");
        settings.put("facecheck.service.client-secret", "secret");
        settings.put("facecheck.service.max-concurrent", "2000");
        settings.put("facecheck.attempts.max-per-address", "1000000"); // all people come from one
        settings.put("facecheck.service.timeout", "PT60S");
        settings.put("facecheck.service.connect-timeout", "PT60S"); // as those by hand, which know none
        settings.put("facecheck.capture.view", "/view");
        settings.put("facecheck.capture.max-bytes-in-flight", "400000000");
        return settings;
    }

    private void measure(String server, String url) throws IOException {
        try (Prober prober = new Prober(url)) {
            if (!full) {
                rows(server, url, 10, Duration.ZERO, 1, prober);
                return;
            }
            for (String way : WAYS) {
                rush(url, way, 200);
            }
            for (int i = 0; i < WARM_UPS; i++) {
                for (String way : ASYNCHRONOUS) {
                    rush(url, way, 2000);
                }
            }
            for (int crowd : CROWDS) {
                rows(server, url, crowd, Duration.ZERO, TIMES, prober);
            }
            rows(server, url, 500, Duration.ofSeconds(3), 3, prober);
            for (String way : ASYNCHRONOUS) {
                memory(server, way, url);
            }
        }
    }

    private Rush rush(String url, String way, int crowd) throws IOException {
        outside.gather(url, way, crowd, Duration.ZERO);
        outside.go();
        return outside.outcome();
    }

    /**
     * All ways by turns, and moments of quiet between them, so that what goes on besides on the machine meets all of them; the
     * one that blocks only once.
     */
    private void rows(String server, String url, int crowd, Duration uplink, int times, Prober prober)
            throws IOException {
        Map<String, List<Rush>> rushes = new TreeMap<>();
        Map<String, List<Prober.Waits>> waits = new TreeMap<>();
        List<Prober.Waits> quiet = new ArrayList<>();
        quiet(prober, 6000); // until the last connections of those who have gone are closed
        for (int i = 0; i < times; i++) {
            quiet.add(quiet(prober, 2000));
            for (String way : i == 0 ? WAYS : REPEATED) {
                outside.gather(url, way, crowd, uplink);
                Prober.Waits meanwhile = prober.during(() ->
                        rushes.computeIfAbsent(way, any -> new ArrayList<>()).add(gone()));
                waits.computeIfAbsent(way, any -> new ArrayList<>()).add(meanwhile);
            }
        }
        double idle = Prober.Waits.allOf(quiet).at(0.99);
        WAYS.forEach(way ->
                report.rushes(server, way, crowd, uplink, rushes.get(way), Prober.Waits.allOf(waits.get(way)), idle));
    }

    private Prober.Waits quiet(Prober prober, long millis) {
        return prober.during(() -> rest(full ? millis : 20));
    }

    private Rush gone() {
        try {
            outside.go();
            Rush rush = outside.outcome();
            if (rush.checked() == 0) {
                throw new IllegalStateException("nobody was checked, so nothing was measured: " + rush);
            }
            return rush;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What one thousand waiting checks hold, and how many threads there are meanwhile. */
    private void memory(String server, String way, String url) throws IOException {
        int crowd = 1000;
        long before = memory(url)[0];
        outside.serviceAnswersAfter(12_000);
        outside.gather(url, way, crowd, Duration.ZERO);
        outside.go();
        for (int i = 0; i < 300 && outside.waiting() < crowd; i++) {
            rest(50);
        }
        rest(3000); // beyond the moment for which a picture is kept in case that its token is refused
        int waiting = outside.waiting();
        long[] during = memory(url);
        outside.serviceAnswersAfter(1000);
        outside.outcome();
        report.memory(server, way, waiting, (during[0] - before) / 1024.0 / Math.max(1, waiting), during[1]);
    }

    /** What Facecheck adds to a deployment. */
    private void deployments() throws IOException {
        Path base = Results.file("wildfly");
        Path plain = Results.file("plain.war");
        Path guarded = Results.file("guarded.war");
        Server.plain(plain);
        Server.guarded(guarded, settings());
        List<Long> medians = new Deployments(base.resolve("deployments"), base.resolve("log/server.log"))
                .medians(List.of(plain, guarded));
        report.deployments(medians.get(0), medians.get(1));
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
}
