package org.facecheck.engine.gallery;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often two people are taken for one, by threshold: the rate at which comparisons of different people's templates come out
 * below it. Between two measured thresholds, the logarithm of the rate is interpolated. Rates are
 * shares of 1, thresholds distances as {@link SearchResult} has them. Immutable and thread-safe.
 *
 * <pre>{@code
 * FalseAcceptRates.published().capacity(0.45, 0.01); // 167: among more templates, a stranger matches more often than 1 in 100
 * }</pre>
 */
public final class FalseAcceptRates {
    private final NavigableMap<Double, Double> byThreshold;

    /**
     * Rates that were measured, for example by the command {@code Calibrate} on the people who are to be enrolled.
     *
     * @param byThreshold the rate at each threshold, above 0 and below 1; at least two of them, growing with the threshold
     * @throws IllegalArgumentException if they are otherwise
     */
    public FalseAcceptRates(Map<Double, Double> byThreshold) {
        this.byThreshold = new TreeMap<>(byThreshold);
        double last = 0;
        for (double rate : this.byThreshold.values()) {
            if (!(rate > last && rate < 1)) {
                throw new IllegalArgumentException(
                        "false accept rates lie between 0 and 1 and grow with the threshold");
            }
            last = rate;
        }
        if (this.byThreshold.size() < 2) {
            throw new IllegalArgumentException("two thresholds are needed to tell what lies between");
        }
    }

    /**
     * Of the network on the AT&amp;T pictures (40 people, 78,000 comparisons of different people): small, grey, well lit, and
     * neither today's cameras nor your people. At 0.4, no two people were taken for one: that rate is extrapolated.
     */
    public static FalseAcceptRates published() {
        return new FalseAcceptRates(Map.of(0.4, 4e-6, 0.45, 6e-5, 0.5, 7e-4, 0.6, 1.8e-2));
    }

    /**
     * The rate at a threshold.
     *
     * @throws IllegalArgumentException if it is smaller or larger than all that were measured: nothing is known of it
     */
    public double at(double threshold) {
        Map.Entry<Double, Double> below = byThreshold.floorEntry(threshold);
        Map.Entry<Double, Double> above = byThreshold.ceilingEntry(threshold);
        if (below == null || above == null) {
            throw new IllegalArgumentException("the threshold " + threshold + " is outside of what was measured, "
                    + byThreshold.firstKey() + " to " + byThreshold.lastKey());
        }
        if (below.getKey().equals(above.getKey())) {
            return below.getValue();
        }
        double share = (threshold - below.getKey()) / (above.getKey() - below.getKey());
        return Math.exp((1 - share) * Math.log(below.getValue()) + share * Math.log(above.getValue()));
    }

    /**
     * Among how many templates a stranger may be searched for, so that the stranger matches somebody no more often than stated:
     * the largest n with {@code 1 − (1 − rate)ⁿ ≤ stated}. It takes comparisons for independent, which those with several templates
     * of one person are not; they then match less often than this says.
     *
     * @param threshold of the search
     * @param stated 0 to 1, both excluded
     */
    public int capacity(double threshold, double stated) {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(Math.log1p(-stated) / Math.log1p(-at(threshold))));
    }
}
