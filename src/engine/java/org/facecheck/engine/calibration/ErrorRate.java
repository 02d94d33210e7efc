package org.facecheck.engine.calibration;

/**
 * How often something goes wrong, and between which bounds the true rate lies with 95 % confidence, by Wilson's score interval (E. B.
 * Wilson, "Probable inference, the law of succession, and statistical inference", 1927). Unlike the normal approximation, it holds for
 * rates near zero: none of 300 is up to 1.3 %. Immutable and thread-safe.
 *
 * @param errors how many comparisons went wrong
 * @param comparisons how many were made
 * @param independent how many of them count as independent, for the bounds: comparisons with one person's several pictures say less
 *     than as many with different people's
 */
public record ErrorRate(int errors, int comparisons, int independent) {
    /** The normal distribution's quantile for two-sided 95 %. */
    private static final double Z = 1.959964;

    /** The measured rate, 0 to 1; 1 where nothing was compared, since nothing is known. */
    public double rate() {
        return comparisons == 0 ? 1 : (double) errors / comparisons;
    }

    /** The lower bound. */
    public double lower() {
        return independent == 0 || errors == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    /** The upper bound. */
    public double upper() {
        return independent == 0 || errors == comparisons ? 1 : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (rate() + Z * Z / (2 * independent)) / (1 + Z * Z / independent);
    }

    private double halfWidth() {
        double variance = rate() * (1 - rate()) / independent + Z * Z / (4.0 * independent * independent);
        return Z / (1 + Z * Z / independent) * Math.sqrt(variance);
    }
}
