package org.facecheck.engine.network;

import org.facecheck.engine.onnx.OnnxGraph;
import org.facecheck.engine.onnx.OnnxValue;

/**
 * A filter of 3×3 for each channel by itself, with zeros around the input. What mixes the channels is a {@link Convolution} of
 * 1×1 behind it; the two together are a "separable" convolution, a ninth of the work of a whole one.
 *
 * @param stride from one window to the next
 * @param filters window row, window column, channel
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares layers
record DepthwiseConvolution(int stride, float[] filters) implements Layer {
    static final int WINDOW = 3;

    @Override
    public Tensor apply(Tensor input) {
        Padding padding = Padding.SAME;
        Tensor output = Tensor.zeros(
                padding.windows(input.height(), WINDOW, stride),
                padding.windows(input.width(), WINDOW, stride),
                input.channels());
        int top = padding.before(input.height(), WINDOW, stride);
        int left = padding.before(input.width(), WINDOW, stride);
        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                addWindow(
                        input, row * stride - top, column * stride - left, output.values(), output.offset(row, column));
            }
        }
        return output;
    }

    @Override
    public OnnxValue describe(OnnxGraph graph, OnnxValue input) {
        int channels = input.channels();
        return graph.convolution(
                input, Padding.SAME.over(input, WINDOW, stride), channels, filters, new float[channels]);
    }

    private void addWindow(Tensor input, int firstRow, int firstColumn, float[] sums, int at) {
        for (int row = 0; row < WINDOW; row++) {
            if (firstRow + row < 0 || firstRow + row >= input.height()) {
                continue;
            }
            for (int column = 0; column < WINDOW; column++) {
                if (firstColumn + column >= 0 && firstColumn + column < input.width()) {
                    int filter = (row * WINDOW + column) * input.channels();
                    addPlace(input.values(), input.offset(firstRow + row, firstColumn + column), filter, sums, at);
                }
            }
        }
    }

    /** By itself for the JIT compiler, as in {@link MatrixProduct}. */
    private void addPlace(float[] values, int from, int filter, float[] sums, int at) {
        int channels = filters.length / (WINDOW * WINDOW);
        for (int i = 0; i < channels; i++) {
            sums[at + i] += values[from + i] * filters[filter + i];
        }
    }
}
