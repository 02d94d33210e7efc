package org.facecheck.engine.face;

import java.util.stream.IntStream;
import org.facecheck.engine.model.LandmarkNetwork;

/**
 * 68 points of a face, in pixels of the picture, numbered as {@link LandmarkNetwork} says. Some may lie outside of the picture: the
 * network guesses where they would be. Immutable; the text form shows no points, since they are biometric data.
 */
public final class Landmarks {
    private static final int FIRST_OF_LEFT_EYE = 36;
    private static final int FIRST_OF_RIGHT_EYE = 42;
    private static final int POINTS_OF_AN_EYE = 6;

    private final double[] xs;
    private final double[] ys;

    /** Points by their coordinates, as many of each; copied. */
    Landmarks(double[] xs, double[] ys) {
        this.xs = xs.clone();
        this.ys = ys.clone();
    }

    /** Of one point. */
    public double x(int point) {
        return xs[point];
    }

    /** Of one point. */
    public double y(int point) {
        return ys[point];
    }

    /** From the middle of one eye to that of the other, in pixels. */
    public double eyeDistance() {
        double[] left = middle(FIRST_OF_LEFT_EYE);
        double[] right = middle(FIRST_OF_RIGHT_EYE);
        return Math.hypot(right[0] - left[0], right[1] - left[1]);
    }

    private double[] middle(int first) {
        IntStream eye = IntStream.range(first, first + POINTS_OF_AN_EYE);
        double x = eye.mapToDouble(this::x).average().orElseThrow();
        double y = IntStream.range(first, first + POINTS_OF_AN_EYE)
                .mapToDouble(this::y)
                .average()
                .orElseThrow();
        return new double[] {x, y};
    }

    /**
     * How far the outermost point is from the nearest side of a picture, in pixels; negative where it lies outside.
     *
     * @param width of the picture
     * @param height of the picture
     */
    public double distanceToBorder(int width, int height) {
        return IntStream.range(0, LandmarkNetwork.POINTS)
                .mapToDouble(i -> Math.min(Math.min(xs[i], width - xs[i]), Math.min(ys[i], height - ys[i])))
                .min()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "Landmarks[" + xs.length + " points]";
    }
}
