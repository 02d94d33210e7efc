package org.facecheck.engine.quality;

import org.facecheck.engine.face.AlignedFace;
import org.facecheck.engine.model.EmbeddingNetwork;

/**
 * What can be measured of an aligned face, in an ellipse from brows to chin: no hair, no background.
 *
 * @param brightness the average luminance
 * @param sharpness see {@link FaceMeasures}
 */
record AlignedMeasures(double brightness, double sharpness) {
    private static final int SIDE = EmbeddingNetwork.SIDE;
    private static final int CENTRE_X = 75;
    private static final int CENTRE_Y = 85;
    private static final int RADIUS_X = 45;
    private static final int RADIUS_Y = 50;
    /** To the neighbours: a face that was enlarged has edges from each pixel to the next that are none two pixels on. */
    private static final int STEP = 2;

    /** A face of one colour has no contrast; it has no edge either. */
    private static final double NO_CONTRAST = 1e-6;

    static AlignedMeasures of(AlignedFace face) {
        double[] luminance = luminance(face.rgb());
        int pixels = 0;
        double sum = 0;
        double squares = 0;
        double horizontal = 0;
        double vertical = 0;
        for (int i = 0; i < luminance.length; i++) {
            if (isFace(i % SIDE, i / SIDE)) {
                double value = luminance[i];
                pixels++;
                sum += value;
                squares += value * value;
                // How far a pixel is from the middle of its two neighbours: nothing where a picture is smooth. By
                // direction,
                // since a hand that shakes takes the edges of one direction and leaves the others.
                horizontal += square(luminance[i - STEP] + luminance[i + STEP] - 2 * value);
                vertical += square(luminance[i - STEP * SIDE] + luminance[i + STEP * SIDE] - 2 * value);
            }
        }
        double mean = sum / pixels;
        double variance = Math.max(NO_CONTRAST, squares / pixels - mean * mean);
        return new AlignedMeasures(mean, Math.min(horizontal, vertical) / pixels / variance);
    }

    /** By the weights of ITU-R BT.601, as JPEG has them. */
    private static double[] luminance(float[] rgb) {
        double[] luminance = new double[SIDE * SIDE];
        for (int i = 0; i < luminance.length; i++) {
            luminance[i] = 0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2];
        }
        return luminance;
    }

    private static boolean isFace(int x, int y) {
        return square((x - CENTRE_X) / (double) RADIUS_X) + square((y - CENTRE_Y) / (double) RADIUS_Y) < 1;
    }

    private static double square(double x) {
        return x * x;
    }
}
