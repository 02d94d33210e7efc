package org.facecheck.load;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facecheck.load.client.Burst;

/** What quick clients get, alone and beside slow ones: how many were checked, and how long they waited. */
record SlowSendersFigure(String server, int quick, int slow, List<Burst> alone, List<Beside> beside) implements Figure {
    /** The Face Match API takes a second; the rest is for the clocks of two processes. */
    private static final double LEAST_MILLIS = 950;

    /**
     * One burst beside slow ones.
     *
     * @param burst of the quick ones
     * @param started how many slow ones had sent their beginning before
     * @param open how many of them had neither been answered nor cut off afterwards
     */
    record Beside(Burst burst, int started, int open) {}

    /** The quick ones' bursts beside slow ones. */
    private List<Burst> besideBursts() {
        return beside.stream().map(Beside::burst).toList();
    }

    /** The most over all bursts. */
    private int open() {
        return beside.stream().mapToInt(Beside::open).max().orElse(0);
    }

    /** In percent, over all bursts. */
    private double success(List<Burst> bursts) {
        return bursts.stream().mapToInt(Burst::checked).sum() * 100.0 / quick / bursts.size();
    }

    /** The median of the bursts' 99th percentiles; infinite where in most bursts more than one in a hundred got no check. */
    private static double p99(List<Burst> bursts) {
        return bursts.stream()
                .map(Burst::p99Millis)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(bursts.size() / 2);
    }

    @Override
    public String text() {
        return line("alone", alone)
                + line("beside " + slow + " slow senders (" + open() + " still open at the end)", besideBursts());
    }

    /** Success in one burst may be hidden by the others, so each is shown. */
    private String line(String label, List<Burst> bursts) {
        return String.format(
                Locale.ROOT,
                "%-9s facecheck  %d quick ones %s: %.1f %% checked, p99 %s; of each burst: %s%n",
                server,
                quick,
                label,
                success(bursts),
                Double.isFinite(p99(bursts)) ? String.format(Locale.ROOT, "%.0f ms", p99(bursts)) : "never",
                bursts.stream()
                        .map(burst -> String.format(
                                Locale.ROOT,
                                "%d checked, %d refused, %d failed",
                                burst.checked(),
                                burst.refused(),
                                burst.failed()))
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> row = new TreeMap<>(Map.of("server", server, "quick", quick, "slow", slow));
        row.put("slowOpenAtEnd", open());
        row.put("aloneCheckedPercent", success(alone));
        row.put("aloneP99Millis", p99(alone));
        row.put("besideCheckedPercent", success(besideBursts()));
        row.put("besideP99Millis", p99(besideBursts()));
        return row;
    }

    @Override
    public void requirePlausible() {
        ImplausibleFigureException.unless(
                success(alone) == 100,
                "%s: without slow senders %.1f %% of the quick ones were checked, so there is nothing to compare with",
                server,
                success(alone));
        // Those that were cut off afterwards count as started: to cut them off is what a server should do.
        for (Beside one : beside) {
            ImplausibleFigureException.unless(
                    one.started() == slow,
                    "%s: %d slow senders were to begin, and %d did, so the quick ones were beside fewer",
                    server,
                    slow,
                    one.started());
        }
        ImplausibleFigureException.unless(
                p99(alone) >= LEAST_MILLIS && p99(besideBursts()) >= LEAST_MILLIS,
                "%s: p99 of %.0f ms alone and %.0f ms beside slow senders, but the Face Match API takes a second",
                server,
                p99(alone),
                p99(besideBursts()));
    }
}
