package org.facecheck.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facecheck.load.ResponseTimeProbe.ResponseTimes;
import org.facecheck.load.client.Burst;
import org.facecheck.load.client.ClientProcess;
import org.facecheck.load.server.Server;

/** Measures how many checks a second come through, and what another page takes meanwhile, for each variant of the check. */
record Throughput(Server server, ClientProcess clients, Report report, boolean full) {
    /** The servlets of the application, and Facecheck's capture page. */
    private static final List<String> VARIANTS = List.of("facecheck", "async", "receive", "blocking");

    /** The blocking variant runs once: it takes half a minute, and its figure hardly varies. */
    private static final List<String> REPEATED = List.of("facecheck", "async", "receive");

    /** Enough bursts for the JIT compiler to have compiled what each variant does. */
    private static final int WARM_UPS = 8;

    /** The last one is what phones do: a hundred kilobytes over a mobile uplink take seconds. */
    private static final List<Scenario> FULL = List.of(
            new Scenario(200, Duration.ZERO, 5),
            new Scenario(1000, Duration.ZERO, 5),
            new Scenario(2000, Duration.ZERO, 5),
            new Scenario(500, Duration.ofSeconds(3), 3));

    private static final List<Scenario> SMOKE = List.of(new Scenario(10, Duration.ZERO, 1));

    /**
     * What is repeated.
     *
     * @param people who upload at once
     * @param uplink how long each takes to send a picture
     * @param times how often each variant runs
     */
    record Scenario(int people, Duration uplink, int times) {}

    /** Reports a figure for each scenario and variant. */
    void measure() throws IOException {
        try (ResponseTimeProbe probe = new ResponseTimeProbe(server.url())) {
            if (full) {
                warmUp();
            }
            for (Scenario scenario : full ? FULL : SMOKE) {
                measure(scenario, probe);
            }
        }
    }

    private void warmUp() throws IOException {
        for (String variant : VARIANTS) {
            prepare(variant, 200, Duration.ZERO);
            burst();
        }
        for (int i = 0; i < WARM_UPS; i++) {
            for (String variant : List.of("facecheck", "async")) {
                prepare(variant, 2000, Duration.ZERO);
                burst();
            }
        }
    }

    /** Runs the variants by turns, with idle time between, so that other work on the machine meets all of them. */
    private void measure(Scenario scenario, ResponseTimeProbe probe) throws IOException {
        Map<String, List<Burst>> bursts = new TreeMap<>();
        Map<String, List<ResponseTimes>> pages = new TreeMap<>();
        List<ResponseTimes> idle = new ArrayList<>();
        idle(probe, 6000); // until the connections of the scenario before are closed
        for (int i = 0; i < scenario.times(); i++) {
            idle.add(idle(probe, 2000));
            for (String variant : i == 0 ? VARIANTS : REPEATED) {
                prepare(variant, scenario.people(), scenario.uplink());
                ResponseTimes meanwhile = probe.during(() -> bursts.computeIfAbsent(variant, any -> new ArrayList<>())
                        .add(burst()));
                pages.computeIfAbsent(variant, any -> new ArrayList<>()).add(meanwhile);
            }
        }
        // All response times together: a 99th percentile of one short burst would be the time of one request.
        double idleP99 = ResponseTimes.allOf(idle).at(0.99);
        for (String variant : VARIANTS) {
            // The median and not the mean: one burst beside a collection of garbage or a cron job would move a mean.
            List<Burst> sorted = bursts.get(variant).stream()
                    .sorted(Comparator.comparing(Burst::checksPerSecond))
                    .toList();
            report.add(new ThroughputFigure(
                    server.name(),
                    variant,
                    scenario,
                    sorted.get(sorted.size() / 2),
                    ResponseTimes.allOf(pages.get(variant)),
                    idleP99));
        }
    }

    private void prepare(String variant, int people, Duration uplink) throws IOException {
        clients.prepare(server.url(), variant, people, uplink, ClientProcess.PATIENCE);
    }

    /** Runs the prepared burst; unchecked, since it is called from a {@code Runnable}. */
    private Burst burst() {
        try {
            clients.start();
            return clients.result();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the page takes while nothing else goes on, to compare with. */
    private ResponseTimes idle(ResponseTimeProbe probe, long millis) {
        return probe.during(() -> Load.pause(full ? millis : 20));
    }
}
