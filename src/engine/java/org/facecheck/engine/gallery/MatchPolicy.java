package org.facecheck.engine.gallery;

/**
 * How near two templates must be to be one person's. There is no value that is right for everybody: {@code engine.md} has the
 * figures, and the command {@code Calibrate} measures on your own people. Immutable and thread-safe.
 *
 * <pre>{@code
 * MatchPolicy strict = new MatchPolicy(0.45, 0.4, 0.001, FalseAcceptRates.published());
 * }</pre>
 *
 * @param verification the largest distance to a claimed person's templates
 * @param search the largest distance in a search among all
 * @param falseAccept how often a stranger may match somebody in a search, 0 to 1: a larger gallery is not searched
 * @param rates from which the size is computed
 */
public record MatchPolicy(double verification, double search, double falseAccept, FalseAcceptRates rates) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if nothing is known of a threshold, or the rate lies not between 0 and 1
     */
    public MatchPolicy {
        rates.at(verification);
        rates.at(search);
        if (!(falseAccept > 0 && falseAccept < 1)) {
            throw new IllegalArgumentException("the stated rate of false accepts lies between 0 and 1");
        }
    }

    /**
     * 0.5 for a claimed person (measured: 0.07 % of others accepted, 3 % of genuine pictures refused), 0.45 in a search, in which
     * one stranger in a hundred may match somebody: among 167 templates at most.
     */
    public static MatchPolicy standard() {
        return new MatchPolicy(0.5, 0.45, 0.01, FalseAcceptRates.published());
    }

    /** Among how many templates a search is made at most. */
    public int searchCapacity() {
        return rates.capacity(search, falseAccept);
    }
}
