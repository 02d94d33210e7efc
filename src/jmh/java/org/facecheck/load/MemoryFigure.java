package org.facecheck.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.facecheck.load.server.Server.Usage;

/** What one waiting check holds, by some rounds. */
record MemoryFigure(String server, String variant, int checks, List<Round> rounds) implements Figure {
    /** An asynchronous request alone takes more; anything below was not measured but is noise. */
    private static final double LEAST_KIB = 0.5;

    /** Ten pictures; nothing that waits has a reason to hold more. */
    private static final double MOST_KIB = 1000;

    /**
     * One round.
     *
     * @param before the heap in bytes, with the people's sessions and without checks
     * @param during what was used with all checks waiting
     * @param waiting how many checks waited when {@code during} had been read
     * @param after the heap in bytes once all were answered
     * @param checked how many passed in the end
     */
    record Round(long before, Usage during, int waiting, long after, int checked) {}

    /** The median over the rounds of the heap during, minus the heap before. */
    double kibEach() {
        List<Double> sorted = kibOfRounds();
        return sorted.get(sorted.size() / 2);
    }

    private List<Double> kibOfRounds() {
        return rounds.stream()
                .map(round -> kib(round.during().heapBytes() - round.before()))
                .sorted()
                .toList();
    }

    /** Bytes of all checks in KiB of one. */
    private double kib(long bytes) {
        return bytes / 1024.0 / checks;
    }

    /** Of the last round; a check that held a thread would show in it. */
    private long threads() {
        return rounds.get(rounds.size() - 1).during().threads();
    }

    @Override
    public String text() {
        // The readings themselves are printed, too: who doubts the difference can look at them.
        StringBuilder text = new StringBuilder();
        for (Round round : rounds) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-9s %-10s heap before, during, after: %d, %d, %d KiB%n",
                    server,
                    variant,
                    round.before() >> 10,
                    round.during().heapBytes() >> 10,
                    round.after() >> 10));
        }
        return text
                + String.format(
                        Locale.ROOT,
                        "%-9s %-10s %d checks wait: %.1f KiB of heap each, %d threads%n",
                        server,
                        variant,
                        checks,
                        kibEach(),
                        threads());
    }

    @Override
    public Map<String, Object> fields() {
        return new TreeMap<>(Map.of(
                "server", server, "way", variant, "waiting", checks, "kibEach", kibEach(), "threads", threads()));
    }

    @Override
    public void requirePlausible() {
        String name = server + ", " + variant;
        for (Round round : rounds) {
            ImplausibleFigureException.unless(
                    round.waiting() == checks && round.checked() == checks,
                    "%s: %d checks were to wait, but %d did when the heap had been read, and %d passed",
                    name,
                    checks,
                    round.waiting(),
                    round.checked());
            // Held by the difference to either side: else the heap moved for another reason while the checks waited.
            double drift = Math.abs(kib(round.after() - round.before()));
            ImplausibleFigureException.unless(
                    drift < Math.max(2, kibEach() / 2),
                    "%s: the heap was another one after the checks than before, by %.1f KiB a check, which is not what"
                            + " waiting checks hold",
                    name,
                    drift);
        }
        ImplausibleFigureException.unless(
                kibEach() >= LEAST_KIB && kibEach() <= MOST_KIB,
                "%s: %.1f KiB of heap for each waiting check; at least %.1f and at most %.0f can be right",
                name,
                kibEach(),
                LEAST_KIB,
                MOST_KIB);
        List<Double> sorted = kibOfRounds();
        double spread = sorted.get(sorted.size() - 1) - sorted.get(0);
        ImplausibleFigureException.unless(
                spread < Math.max(2, kibEach()),
                "%s: the rounds do not agree, they gave %.1f to %.1f KiB for each waiting check",
                name,
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }
}
