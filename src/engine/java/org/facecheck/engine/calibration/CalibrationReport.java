package org.facecheck.engine.calibration;

import java.util.Locale;

/** A calibration in words and a table, for an operator; it names nobody. Immutable and thread-safe. */
public final class CalibrationReport {
    /** Each fifth threshold gets a line: a table of sixty would be read by nobody. */
    private static final int EVERY = 5;

    private final Calibration calibration;

    /** A report on this calibration. */
    public CalibrationReport(Calibration calibration) {
        this.calibration = calibration;
    }

    /** Several lines of text. */
    public String text() {
        Comparisons comparisons = calibration.comparisons();
        StringBuilder text = new StringBuilder();
        text.append(format(
                "%d people, %d of them with several portraits.%n",
                comparisons.people(), comparisons.peopleWithSeveral()));
        text.append(format(
                "Distances of one person's portraits: half up to %.2f, 95 %% up to %.2f.%n",
                comparisons.genuineQuantile(0.5), comparisons.genuineQuantile(0.95)));
        text.append(format(
                "Distances of different people's: the nearest two %.2f, 1 %% up to %.2f, half up to %.2f.%n%n",
                comparisons.impostorQuantile(0),
                comparisons.impostorQuantile(0.01),
                comparisons.impostorQuantile(0.5)));
        text.append(format("threshold   two people taken for one          genuine portraits refused%n"));
        for (int i = 0; i < calibration.thresholds().size(); i += EVERY) {
            double threshold = calibration.thresholds().get(i);
            text.append(format(
                    "%9.2f   %s   %s%n",
                    threshold, rate(comparisons.falseAccepts(threshold)), rate(comparisons.falseRejects(threshold))));
        }
        text.append(format(
                "%nIn brackets: where the true rate lies with 95 %% confidence, each pair of people, or person,%n"));
        text.append(format(
                "counted once. Portraits of enrolment are better than selfies: those are refused more often.%n"));
        calibration
                .equalErrorThreshold()
                .ifPresent(threshold -> text.append(format(
                        "Equal error rate: %.2f %% at %.2f.%n",
                        100 * comparisons.falseRejects(threshold).rate(), threshold)));
        text.append(advice());
        return text.toString();
    }

    /** The line for the settings, or why there is none: a threshold that is not shown to be good is not recommended. */
    private String advice() {
        double target = 100 * calibration.target();
        return calibration.threshold().isPresent()
                ? format(
                        "%nAt most %.3g %%: verification-threshold = %.2f%n",
                        target, calibration.threshold().getAsDouble())
                : format(
                        "%nAt most %.3g %%: no threshold is shown to meet it. So few people can't show such a rate; enrol more, or"
                                + " state a higher one.%n",
                        target);
    }

    /** In per cent, as operators read rates. */
    private static String rate(ErrorRate rate) {
        return rate.comparisons() == 0
                ? "           unknown            "
                : format("%8.4f %% (%8.4f to %8.4f)", 100 * rate.rate(), 100 * rate.lower(), 100 * rate.upper());
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
