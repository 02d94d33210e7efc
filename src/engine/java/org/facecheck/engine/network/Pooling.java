package org.facecheck.engine.network;

import org.facecheck.engine.onnx.OnnxGraph;
import org.facecheck.engine.onnx.OnnxValue;
import org.facecheck.engine.onnx.OnnxWindow;

/**
 * One number for each window and channel: the largest, or the average. Places outside of the input do not count, neither for the
 * largest nor for the average.
 *
 * @param kind which of the two
 * @param window its side
 * @param stride from one window to the next
 */
record Pooling(Kind kind, int window, int stride, Padding padding) implements Layer {

    enum Kind {
        MAX,
        AVERAGE
    }

    @Override
    public Tensor apply(Tensor input) {
        Tensor output = Tensor.zeros(
                padding.windows(input.height(), window, stride),
                padding.windows(input.width(), window, stride),
                input.channels());
        int top = padding.before(input.height(), window, stride);
        int left = padding.before(input.width(), window, stride);
        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                pool(input, row * stride - top, column * stride - left, output.values(), output.offset(row, column));
            }
        }
        return output;
    }

    @Override
    public OnnxValue describe(OnnxGraph graph, OnnxValue input) {
        OnnxWindow windows = padding.over(input, window, stride);
        return kind == Kind.MAX ? graph.maxPool(input, windows) : graph.averagePool(input, windows);
    }

    private void pool(Tensor input, int firstRow, int firstColumn, float[] values, int at) {
        int toRow = Math.min(input.height(), firstRow + window);
        int toColumn = Math.min(input.width(), firstColumn + window);
        int places = 0;
        for (int row = Math.max(0, firstRow); row < toRow; row++) {
            for (int column = Math.max(0, firstColumn); column < toColumn; column++) {
                add(input.values(), input.offset(row, column), values, at, input.channels(), places == 0);
                places++;
            }
        }
        if (kind == Kind.AVERAGE) {
            for (int i = 0; i < input.channels(); i++) {
                values[at + i] /= places;
            }
        }
    }

    private void add(float[] input, int from, float[] values, int at, int channels, boolean first) {
        if (first) {
            System.arraycopy(input, from, values, at, channels);
        } else if (kind == Kind.MAX) {
            for (int i = 0; i < channels; i++) {
                values[at + i] = Math.max(values[at + i], input[from + i]);
            }
        } else {
            for (int i = 0; i < channels; i++) {
                values[at + i] += input[from + i];
            }
        }
    }
}
