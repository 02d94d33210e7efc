package org.facecheck.engine.picture;

/**
 * Turns, scales and moves points: {@code (x, y)} becomes {@code (a·x − b·y + dx, b·x + a·y + dy)}. It is used from the pixels of a
 * cut-out to those of the picture.
 *
 * @param a scale × cosine of the angle
 * @param b scale × sine of the angle
 * @param dx added to x
 * @param dy added to y
 */
public record Similarity(double a, double b, double dx, double dy) {

    /** Scales and moves only: the square cut-out's corner comes to lie at {@code (x, y)}. */
    public static Similarity ofSquare(double x, double y, double side, int pixels) {
        return new Similarity(side / pixels, 0, x, y);
    }

    /**
     * The one that brings the first points nearest to the second ones, by least squares. (S. Umeyama, "Least-squares estimation
     * of transformation parameters between two point patterns", 1991, equations 40 to 42; without mirroring, and in a plane,
     * where the rotation is one angle.)
     *
     * @param from points, {@code {x, y}} each; not all of them the same
     * @param to as many points
     */
    public static Similarity fitting(double[][] from, double[][] to) {
        double[] fromMean = mean(from);
        double[] toMean = mean(to);
        double variance = 0;
        double along = 0;
        double across = 0;
        for (int i = 0; i < from.length; i++) {
            double x = from[i][0] - fromMean[0];
            double y = from[i][1] - fromMean[1];
            double u = to[i][0] - toMean[0];
            double v = to[i][1] - toMean[1];
            variance += x * x + y * y;
            along += x * u + y * v;
            across += x * v - y * u;
        }
        double a = along / variance;
        double b = across / variance;
        return new Similarity(
                a, b, toMean[0] - a * fromMean[0] + b * fromMean[1], toMean[1] - b * fromMean[0] - a * fromMean[1]);
    }

    private static double[] mean(double[][] points) {
        double x = 0;
        double y = 0;
        for (double[] point : points) {
            x += point[0];
            y += point[1];
        }
        return new double[] {x / points.length, y / points.length};
    }

    /** How many of the picture's pixels one of the cut-out's pixels is long. */
    public double scale() {
        return Math.hypot(a, b);
    }

    /** Where a point comes to lie, x. */
    public double x(double x, double y) {
        return a * x - b * y + dx;
    }

    /** Where a point comes to lie, y. */
    public double y(double x, double y) {
        return b * x + a * y + dy;
    }
}
