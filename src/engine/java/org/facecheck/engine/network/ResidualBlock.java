package org.facecheck.engine.network;

import org.facecheck.engine.onnx.OnnxGraph;
import org.facecheck.engine.onnx.OnnxValue;

/**
 * Two convolutions whose result is added to what went in, then negative numbers become zero. A block that halves the picture
 * has an average of 2×2 in place of what went in.
 *
 * <p>Where the two differ in size, zeros fill up: channels behind the average's, a row and a column behind the convolutions'
 * (dlib's "add_prev" does the same).
 *
 * @param shortcut to what the convolutions' result is added
 */
record ResidualBlock(Layer first, Layer second, Layer shortcut) implements Layer {

    @Override
    public Tensor apply(Tensor input) {
        Tensor convolved = second.apply(first.apply(input));
        Tensor direct = shortcut.apply(input);
        Tensor sum = Tensor.zeros(
                Math.max(convolved.height(), direct.height()),
                Math.max(convolved.width(), direct.width()),
                Math.max(convolved.channels(), direct.channels()));
        add(convolved, sum);
        add(direct, sum);
        float[] values = sum.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = Activation.RELU.of(values[i]);
        }
        return sum;
    }

    @Override
    public OnnxValue describe(OnnxGraph graph, OnnxValue input) {
        OnnxValue convolved = second.describe(graph, first.describe(graph, input));
        return graph.withLessNegative(graph.sum(convolved, shortcut.describe(graph, input)), Activation.RELU.slope());
    }

    private static void add(Tensor part, Tensor sum) {
        for (int row = 0; row < part.height(); row++) {
            for (int column = 0; column < part.width(); column++) {
                int from = part.offset(row, column);
                int to = sum.offset(row, column);
                for (int i = 0; i < part.channels(); i++) {
                    sum.values()[to + i] += part.values()[from + i];
                }
            }
        }
    }
}
