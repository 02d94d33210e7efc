package org.facecheck.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facecheck.bench.Results;

/** What was measured: said at once, and kept for the file. */
final class Report {
    private final List<Map<String, Object>> rows = new ArrayList<>();

    void head() {
        say("On %s%n", Results.machine());
        say(
                "%-9s %-10s %6s %8s %9s %8s %7s %9s %9s %9s%n",
                "server", "way", "people", "checked", "checks/s", "refused", "failed", "p50 ms", "p99 ms", "idle p99");
    }

    /** The median of some rushes by throughput, and the waits of all of them. */
    void rushes(
            String server, String way, int crowd, Duration uplink, List<Rush> rushes, Prober.Waits waits, double idle) {
        rushes.sort(Comparator.comparing(Rush::checksPerSecond));
        Rush median = rushes.get(rushes.size() / 2);
        String label = uplink.isZero() ? way : way + " " + uplink.toSeconds() + "s";
        say(
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
        Map<String, Object> row = new TreeMap<>(Map.of("server", server, "way", way, "people", crowd));
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

    void memory(String server, String way, int waiting, double kibEach, long threads) {
        say("%-9s %-10s %d checks wait: %.0f KiB of heap each, %d threads%n", server, way, waiting, kibEach, threads);
        rows.add(new TreeMap<>(
                Map.of("server", server, "way", way, "waiting", waiting, "kibEach", kibEach, "threads", threads)));
    }

    void deployments(long plainMillis, long guardedMillis) {
        say("wildfly   a deployment takes %d ms, with Facecheck %d ms%n", plainMillis, guardedMillis);
        rows.add(new TreeMap<>(
                Map.of("server", "wildfly", "plainDeploymentMillis", plainMillis, "deploymentMillis", guardedMillis)));
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    String json() {
        return "{\"at\": \"" + Instant.now() + "\", \"machine\": \"" + Results.machine() + "\", \"rows\": [\n"
                + rows.stream()
                        .map(row -> row.entrySet().stream()
                                .map(field -> "\"%s\": %s".formatted(field.getKey(), json(field.getValue())))
                                .collect(Collectors.joining(", ", "  {", "}")))
                        .collect(Collectors.joining(",\n"))
                + "\n]}\n";
    }

    /** JSON has no number for what never came. */
    private static String json(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return "null";
        }
        return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }
}
