package org.facecheck.engine.calibration;

import java.util.List;
import java.util.Locale;

/**
 * The figures by which recognisers are compared (ISO/IEC 19795-1): the equal error rate, and how often a genuine picture is refused at the
 * thresholds at which different people are taken for one in one of 100, 1,000 and 10,000 comparisons. Each has the bounds in which the true
 * rate lies with 95 % confidence; the people are what is independent, not their pictures. Immutable and thread-safe; it names nobody.
 *
 * <pre>{@code
 * System.out.print(new Evaluation(Comparisons.of(people)).text());
 * }</pre>
 *
 * @param comparisons of all templates of a set of people
 */
public record Evaluation(Comparisons comparisons) {
    private static final List<Double> RATES = List.of(0.01, 0.001, 0.0001);
    /** The distances are known to five digits. */
    private static final double STEP = 1e-5;

    private static final double LARGEST = 2;

    /** The threshold at which both errors are equally frequent, to five digits. */
    public double equalErrorThreshold() {
        double low = 0;
        double high = LARGEST;
        while (high - low > STEP) {
            double middle = (low + high) / 2;
            if (comparisons.falseAccepts(middle).rate()
                    < comparisons.falseRejects(middle).rate()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The equal error rate: the average of both errors, which differ by a comparison or two. */
    public double equalErrorRate() {
        double threshold = equalErrorThreshold();
        return (comparisons.falseAccepts(threshold).rate()
                        + comparisons.falseRejects(threshold).rate())
                / 2;
    }

    /**
     * The largest threshold at which different people were taken for one no more often than this.
     *
     * @param rate 0 to 1
     */
    public double threshold(double rate) {
        return comparisons.impostorBound(rate);
    }

    /** A table. */
    public String text() {
        if (comparisons.people() < 2 || comparisons.peopleWithSeveral() == 0) {
            return "Nothing can be said: there are to be two people, and several usable pictures of one.\n";
        }
        StringBuilder text = new StringBuilder();
        add(
                text,
                "%d people, %d of them with several pictures.%n",
                comparisons.people(),
                comparisons.peopleWithSeveral());
        add(text, "Equal error rate: %.2f %%, at %.3f.%n%n", 100 * equalErrorRate(), equalErrorThreshold());
        add(text, "  FAR at most   threshold   FAR measured                        FRR measured%n");
        for (double rate : RATES) {
            double threshold = threshold(rate);
            add(
                    text,
                    "%11.2f %%   %9.3f   %s   %s%n",
                    100 * rate,
                    threshold,
                    text(comparisons.falseAccepts(threshold)),
                    text(comparisons.falseRejects(threshold)));
        }
        add(
                text,
                "%nIn brackets: where the true rate lies with 95 %% confidence, each pair of people, or person, counted"
                        + " once.%n");
        return text.toString();
    }

    private static String text(ErrorRate rate) {
        return String.format(
                Locale.ROOT, "%8.4f %% (%8.4f to %8.4f)", 100 * rate.rate(), 100 * rate.lower(), 100 * rate.upper());
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
