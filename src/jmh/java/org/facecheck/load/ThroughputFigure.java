package org.facecheck.load;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.facecheck.load.ResponseTimeProbe.ResponseTimes;
import org.facecheck.load.client.Burst;

/**
 * A variant's throughput.
 *
 * @param burst the median one by throughput
 * @param pages the response times of another page during all bursts
 * @param idleP99 the same page's 99th percentile in milliseconds while nothing else went on
 */
record ThroughputFigure(
        String server, String variant, Throughput.Scenario scenario, Burst burst, ResponseTimes pages, double idleP99)
        implements Figure {
    /** The Face Match API takes a second; the rest is for the clocks of two processes. */
    private static final double LEAST_SECONDS = 0.95;

    /** The table's head, in the columns of {@link #text}. */
    static final String HEAD = String.format(
            "%-9s %-10s %6s %8s %9s %8s %7s %9s %9s %9s%n",
            "server", "variant", "people", "checked", "checks/s", "refused", "failed", "p50 ms", "p99 ms", "idle p99");

    @Override
    public String text() {
        return String.format(
                Locale.ROOT,
                "%-9s %-10s %6d %8d %9.0f %8d %7d %9.1f %9.1f %9.1f%n",
                server,
                scenario.uplink().isZero()
                        ? variant
                        : variant + " " + scenario.uplink().toSeconds() + "s",
                scenario.people(),
                burst.checked(),
                burst.checksPerSecond(),
                burst.refused(),
                burst.failed(),
                pages.at(0.5),
                pages.at(0.99),
                idleP99);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> row = new TreeMap<>(Map.of("server", server, "way", variant, "people", scenario.people()));
        row.put("uplinkSeconds", scenario.uplink().toSeconds());
        row.put("checked", burst.checked());
        row.put("checksPerSecond", burst.checksPerSecond());
        row.put("refused", burst.refused());
        row.put("failed", burst.failed());
        row.put("otherPagesP50Millis", pages.at(0.5));
        row.put("otherPagesP99Millis", pages.at(0.99));
        row.put("idleP99Millis", idleP99);
        return row;
    }

    @Override
    public void requirePlausible() {
        String name = server + ", " + variant + ", " + scenario.people() + " people";
        ImplausibleFigureException.unless(
                burst.clients() == scenario.people(),
                "%s: %d clients were counted, as checked, refused or failed",
                name,
                burst.clients());
        // A server that refuses everybody answers fastest.
        ImplausibleFigureException.unless(
                burst.checked() > 0, "%s: nobody was checked, so no throughput was measured", name);
        // Receiving alone asks the Face Match API for nothing, so only the uplink bounds it.
        double least = scenario.uplink().toSeconds() * 0.9 + (variant.equals("receive") ? 0 : LEAST_SECONDS);
        ImplausibleFigureException.unless(
                burst.seconds() > least,
                "%s: all were answered within %.2f s, though the uplink and the Face Match API take %.2f s at least",
                name,
                burst.seconds(),
                least);
        ImplausibleFigureException.unless(
                pages.at(0.5) > 0 && Double.isFinite(pages.at(0.5)) && idleP99 > 0 && Double.isFinite(idleP99),
                "%s: the other page took %.1f ms beside the burst (median) and %.1f ms without it (p99)",
                name,
                pages.at(0.5),
                idleP99);
    }
}
