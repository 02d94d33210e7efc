package org.facecheck.engine.network;

/**
 * Numbers in rows, columns and channels; the channels of one place lie side by side ("NHWC"), since filters go over channels
 * first. A plain value: who makes it may fill it, nobody changes it later.
 *
 * @param height rows
 * @param width columns
 * @param channels numbers at each place
 * @param values {@code height × width × channels} of them, the channel running fastest
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares tensors
public record Tensor(int height, int width, int channels, float[] values) {

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if there are more or fewer values than the shape has places
     */
    public Tensor {
        if (values.length != height * width * channels) {
            throw new IllegalArgumentException(
                    values.length + " values for " + height + "×" + width + "×" + channels + " places");
        }
    }

    /** One of zeros. */
    static Tensor zeros(int height, int width, int channels) {
        return new Tensor(height, width, channels, new float[height * width * channels]);
    }

    /** Where the numbers of a place begin. */
    int offset(int row, int column) {
        return (row * width + column) * channels;
    }
}
