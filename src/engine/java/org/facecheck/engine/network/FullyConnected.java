package org.facecheck.engine.network;

import org.facecheck.engine.onnx.OnnxGraph;
import org.facecheck.engine.onnx.OnnxValue;
import org.facecheck.engine.onnx.OnnxWindow;

/**
 * Each number out is a weighted sum of all numbers in, after these were averaged over all places.
 *
 * @param weights number in, number out
 * @param bias added to each number out
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares layers
record FullyConnected(float[] weights, float[] bias) implements Layer {

    @Override
    public Tensor apply(Tensor input) {
        Layer everywhere = new Pooling(Pooling.Kind.AVERAGE, Math.max(input.height(), input.width()), 1, Padding.VALID);
        if (input.height() != input.width()) {
            throw new IllegalArgumentException("the average is taken over a square");
        }
        Tensor average = everywhere.apply(input);
        float[] sums = new float[bias.length];
        MatrixProduct.multiply(average.values(), 0, average.channels(), weights, sums, 0, sums.length);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += bias[i];
        }
        return new Tensor(1, 1, sums.length, sums);
    }

    /** At a single place, it is a convolution of 1×1. */
    @Override
    public OnnxValue describe(OnnxGraph graph, OnnxValue input) {
        return graph.convolution(graph.average(input), new OnnxWindow(1, 1, 0, 0, 0, 0), 1, weights, bias);
    }
}
