package org.facecheck.engine.calibration;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Which thresholds serve a group of people.
 *
 * <pre>{@code
 * Calibration calibration = new Calibration(Comparisons.of(store.load()), 0.001);
 * calibration.threshold().ifPresent(threshold -> ...);
 * }</pre>
 *
 * @param comparisons of all their templates
 * @param target the rate at which different people may be taken for one, 0 to 1, both excluded
 */
public record Calibration(Comparisons comparisons, double target) {
    /** Thresholds that are tried, in hundredths: below nobody is recognised, and above everybody is everybody. */
    private static final int FIRST = 20;

    /** Half of two different people's portraits are nearer than that. */
    private static final int LAST = 80;

    /**
     * Checks the rate.
     *
     * @throws IllegalArgumentException if it lies not between 0 and 1
     */
    public Calibration {
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("the target rate lies between 0 and 1");
        }
    }

    /** The thresholds that are tried, in rising order. */
    public List<Double> thresholds() {
        return IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(hundredths -> hundredths / 100.0)
                .toList();
    }

    /**
     * The largest threshold at which the rate is met with 95 % confidence: the upper bound of what was measured is not above it. Empty
     * where so few people can't show that any threshold meets it.
     */
    public OptionalDouble threshold() {
        return thresholds().stream()
                .mapToDouble(Double::doubleValue)
                .filter(threshold -> comparisons.falseAccepts(threshold).upper() <= target)
                .max();
    }

    /** The threshold at which both errors are most nearly equally frequent; empty where nobody has several templates. */
    public OptionalDouble equalErrorThreshold() {
        if (comparisons.peopleWithSeveral() == 0 || comparisons.people() < 2) {
            return OptionalDouble.empty();
        }
        double best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double threshold : thresholds()) {
            double difference = Math.abs(comparisons.falseAccepts(threshold).rate()
                    - comparisons.falseRejects(threshold).rate());
            if (difference < smallest) {
                smallest = difference;
                best = threshold;
            }
        }
        return OptionalDouble.of(best);
    }
}
