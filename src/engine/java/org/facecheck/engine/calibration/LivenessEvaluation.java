package org.facecheck.engine.calibration;

import java.util.List;
import java.util.Locale;

/**
 * The two figures by which checks of liveness are compared (ISO/IEC 30107-3): BPCER, how many pictures of people ("bona fide
 * presentations") are refused, and APCER, how many presentation attacks are let through. Each has the bounds in which the true rate lies
 * with 95 % confidence, if the pictures are of different people. Immutable and thread-safe.
 *
 * <pre>{@code
 * System.out.print(new LivenessEvaluation(List.of(0.99, 0.8), List.of(0.3)).text());
 * }</pre>
 *
 * @param people scores of pictures of people, 0 to 1
 * @param attacks scores of pictures of pictures, 0 to 1
 */
public record LivenessEvaluation(List<Double> people, List<Double> attacks) {
    private static final List<Double> THRESHOLDS = List.of(0.5, 0.7, 0.8, 0.9, 0.95, 0.99);

    /** Copies the lists. */
    public LivenessEvaluation {
        people = List.copyOf(people);
        attacks = List.copyOf(attacks);
    }

    /** How many people are refused where scores below this do not pass. */
    public ErrorRate refused(double threshold) {
        return rate(people.stream().filter(score -> score < threshold).count(), people);
    }

    /** How many attacks are let through where scores from this on pass. */
    public ErrorRate letThrough(double threshold) {
        return rate(attacks.stream().filter(score -> score >= threshold).count(), attacks);
    }

    private static ErrorRate rate(long errors, List<Double> all) {
        return new ErrorRate((int) errors, all.size(), all.size());
    }

    /** A table. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d pictures of people, %d attacks.%n%n"
                        + "threshold   people refused (BPCER)   attacks let through (APCER)%n",
                people.size(),
                attacks.size()));
        for (double threshold : THRESHOLDS) {
            text.append(String.format(
                    Locale.ROOT,
                    "%9.2f   %s   %s%n",
                    threshold,
                    text(refused(threshold)),
                    text(letThrough(threshold))));
        }
        return text.append(String.format("%nIn brackets: where the true rate lies with 95 %% confidence.%n"))
                .toString();
    }

    private static String text(ErrorRate rate) {
        return String.format(
                Locale.ROOT, "%5.1f %% (%5.1f to %5.1f)", 100 * rate.rate(), 100 * rate.lower(), 100 * rate.upper());
    }
}
