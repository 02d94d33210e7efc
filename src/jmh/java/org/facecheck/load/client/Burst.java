package org.facecheck.load.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The result of one burst of uploads.
 *
 * @param checked how many clients were answered with a passed check (201)
 * @param refused how many were turned away with 503
 * @param failed how many got another answer, or none
 * @param seconds from the first connection to the last answer
 * @param p50Millis the median of the times to an answer, over all clients; infinite where half of them were not checked
 * @param p99Millis the 99th percentile of the same
 */
public record Burst(int checked, int refused, int failed, double seconds, double p50Millis, double p99Millis) {
    /** No burst has run yet. */
    static final Burst NONE = new Burst(0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * Sums up what each client got. A client that was not checked counts as one that waits for ever: a server that refuses most
     * clients within a millisecond would otherwise look fast.
     */
    static Burst of(List<Upload.Result> results, double seconds) {
        int checked =
                (int) results.stream().filter(result -> result.status() == 201).count();
        int refused =
                (int) results.stream().filter(result -> result.status() == 503).count();
        double[] sorted = results.stream()
                .mapToDouble(result -> result.status() == 201 ? result.millis() : Double.POSITIVE_INFINITY)
                .sorted()
                .toArray();
        return new Burst(
                checked, refused, results.size() - checked - refused, seconds, at(sorted, 0.5), at(sorted, 0.99));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.POSITIVE_INFINITY
                : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    /** Reads what {@link #line} wrote. */
    static Burst parse(String line) {
        double[] fields =
                Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return new Burst((int) fields[0], (int) fields[1], (int) fields[2], fields[3], fields[4], fields[5]);
    }

    /** One line, as it goes from the clients' process to this programme. */
    String line() {
        return String.format(Locale.ROOT, "%d %d %d %s %s %s", checked, refused, failed, seconds, p50Millis, p99Millis);
    }

    /** How many clients took part. */
    public int clients() {
        return checked + refused + failed;
    }

    /** The throughput, over the whole burst. */
    public double checksPerSecond() {
        return checked / seconds;
    }
}
