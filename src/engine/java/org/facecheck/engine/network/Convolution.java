package org.facecheck.engine.network;

import java.util.Arrays;
import org.facecheck.engine.onnx.OnnxGraph;
import org.facecheck.engine.onnx.OnnxValue;

/**
 * A square filter over all channels, then {@code × scale + shift} for each channel out, then an activation. For each place, what
 * lies under the window is copied into one row of numbers, which is multiplied with the filters.
 *
 * @param window the filter's side
 * @param stride from one window to the next
 * @param filters window row, window column, channel in, channel out
 * @param scale for each channel out
 * @param shift for each channel out
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares layers
record Convolution(
        int window, int stride, Padding padding, float[] filters, float[] scale, float[] shift, Activation activation)
        implements Layer {

    @Override
    public Tensor apply(Tensor input) {
        Tensor output = Tensor.zeros(
                padding.windows(input.height(), window, stride),
                padding.windows(input.width(), window, stride),
                shift.length);
        float[] covered = new float[window * window * input.channels()];
        int top = padding.before(input.height(), window, stride);
        int left = padding.before(input.width(), window, stride);
        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                copyWindow(input, row * stride - top, column * stride - left, covered);
                int at = output.offset(row, column);
                MatrixProduct.multiply(covered, 0, covered.length, filters, output.values(), at, shift.length);
                finish(output.values(), at);
            }
        }
        return output;
    }

    /** The scale goes into the filters, since ONNX's convolution has none. */
    @Override
    public OnnxValue describe(OnnxGraph graph, OnnxValue input) {
        float[] scaled = filters.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= scale[i % scale.length];
        }
        OnnxValue output = graph.convolution(input, padding.over(input, window, stride), 1, scaled, shift);
        return activation == Activation.NONE ? output : graph.withLessNegative(output, activation.slope());
    }

    /** Copies the numbers under a window that begins here; places outside of the input count as zeros. */
    private void copyWindow(Tensor input, int firstRow, int firstColumn, float[] covered) {
        int channels = input.channels();
        int from = Math.max(0, firstColumn);
        int to = Math.min(input.width(), firstColumn + window);
        boolean whole = to - from == window;
        for (int row = 0; row < window; row++) {
            int at = row * window * channels;
            boolean outside = firstRow + row < 0 || firstRow + row >= input.height();
            if (outside || !whole) {
                Arrays.fill(covered, at, at + window * channels, 0);
            }
            if (!outside) {
                System.arraycopy(
                        input.values(),
                        input.offset(firstRow + row, from),
                        covered,
                        at + (from - firstColumn) * channels,
                        (to - from) * channels);
            }
        }
    }

    private void finish(float[] values, int at) {
        for (int channel = 0; channel < shift.length; channel++) {
            values[at + channel] = activation.of(values[at + channel] * scale[channel] + shift[channel]);
        }
    }
}
