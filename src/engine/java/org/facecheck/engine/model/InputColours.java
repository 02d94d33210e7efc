package org.facecheck.engine.model;

import org.facecheck.engine.network.Tensor;

/**
 * How a network wants its pixels: the average colour of its training pictures taken off, then divided by 255.
 *
 * @param red average, 0 to 255
 * @param green average, 0 to 255
 * @param blue average, 0 to 255
 */
record InputColours(float red, float green, float blue) {
    /** Of the detector. */
    static final InputColours DETECTOR = new InputColours(117.001f, 114.697f, 97.404f);
    /** Of landmarks and embedding. */
    static final InputColours FACES = new InputColours(122.782f, 117.001f, 104.298f);

    /** Of the check of liveness, for which none was taken off. */
    static final InputColours LIVENESS = new InputColours(0, 0, 0);

    private static final int CHANNELS = 3;
    private static final float WHITE = 255;

    /**
     * Makes the input of a square picture.
     *
     * @param rgb red, green and blue of each pixel, 0 to 255, row by row
     * @param side in pixels
     */
    Tensor tensor(float[] rgb, int side) {
        float[] values = new float[rgb.length];
        for (int i = 0; i < values.length; i += CHANNELS) {
            values[i] = (rgb[i] - red) / WHITE;
            values[i + 1] = (rgb[i + 1] - green) / WHITE;
            values[i + 2] = (rgb[i + 2] - blue) / WHITE;
        }
        return new Tensor(side, side, CHANNELS, values);
    }
}
