package org.facecheck.engine.network;

import java.util.List;
import org.facecheck.engine.onnx.OnnxGraph;
import org.facecheck.engine.onnx.OnnxValue;

/**
 * Convolutions that each see the sum of what all those before them gave, with negative numbers made zero.
 *
 * @param first gives what all sums begin with, with negative numbers made zero
 * @param others each adds to the sum
 */
record DenseBlock(Layer first, List<Layer> others) implements Layer {

    DenseBlock {
        others = List.copyOf(others);
    }

    @Override
    public Tensor apply(Tensor input) {
        Tensor sum = first.apply(input);
        Tensor seen = sum;
        for (Layer other : others) {
            sum = plus(sum, other.apply(seen));
            seen = withoutNegatives(sum);
        }
        return seen;
    }

    @Override
    public OnnxValue describe(OnnxGraph graph, OnnxValue input) {
        OnnxValue sum = first.describe(graph, input);
        OnnxValue seen = sum;
        for (Layer other : others) {
            sum = graph.sum(sum, other.describe(graph, seen));
            seen = graph.withLessNegative(sum, Activation.RELU.slope());
        }
        return seen;
    }

    private static Tensor plus(Tensor one, Tensor other) {
        float[] values = one.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += other.values()[i];
        }
        return new Tensor(one.height(), one.width(), one.channels(), values);
    }

    private static Tensor withoutNegatives(Tensor sum) {
        float[] values = sum.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Activation.RELU.of(values[i]);
        }
        return new Tensor(sum.height(), sum.width(), sum.channels(), values);
    }
}
