package org.facecheck.engine.network;

import java.util.Arrays;
import java.util.List;
import org.facecheck.engine.weights.ModelWeights;

/**
 * Makes the layers of one network, by the names that its weights have. The numbers behind a name are the channels in and out.
 * Immutable and thread-safe.
 */
public final class LayerFactory {
    private static final int SMALL = 3;
    /** What names begin with in a model of Keras that was saved as a graph. */
    private static final String KERAS = "StatefulPartitionedCall/sequential_1/";

    private final ModelWeights weights;
    private final Computation computation;

    /** A factory for the network that these weights belong to. */
    public LayerFactory(ModelWeights weights, Computation computation) {
        this.weights = weights;
        this.computation = computation;
    }

    /** The whole network, from the picture to the answer. */
    public Layer network(Layer... layers) {
        return computation.of(Layer.sequence(layers));
    }

    /** A convolution of 3×3 that stays inside, with {@code name/filters} and {@code name/bias}; a tenth of negatives stays. */
    public Layer leaky(String name, int in, int out) {
        return plain(name, SMALL, in, out, 1, Padding.VALID, Activation.LEAKY_RELU);
    }

    /** A convolution of 1×1, without activation. */
    public Layer pointwise(String name, int in, int out) {
        return plain(name, 1, in, out, 1, Padding.VALID, Activation.NONE);
    }

    /** A separable convolution; a tenth of negatives stays. */
    public Layer separableLeaky(String name, int in, int out) {
        return separable(name, in, out, 1, Activation.LEAKY_RELU);
    }

    /** The largest of each window; windows begin at each stride, the last ones may hang over. */
    public Layer maxPool(int window, int stride) {
        return new Pooling(Pooling.Kind.MAX, window, stride, Padding.SAME);
    }

    /** The largest of each window that lies inside. */
    public Layer maxPoolInside(int window, int stride) {
        return new Pooling(Pooling.Kind.MAX, window, stride, Padding.VALID);
    }

    /** A dense block of four convolutions that halves a picture: the first is a plain one of 3×3. */
    public Layer firstDenseBlock(String name, int in, int out) {
        return denseBlock(name, out, plain(name + "/conv0", SMALL, in, out, 2, Padding.SAME, Activation.RELU));
    }

    /** A dense block of four convolutions that halves its input, all of them separable. */
    public Layer denseBlock(String name, int in, int out) {
        return denseBlock(name, out, separable(name + "/conv0", in, out, 2, Activation.RELU));
    }

    /** dlib's convolution at the beginning: it stays inside and goes on by two. */
    public Layer scaledDown(String name, int window, int in, int out) {
        return scaled(name, window, in, out, 2, Padding.VALID, Activation.RELU);
    }

    /** dlib's residual block of two convolutions of 3×3. */
    public Layer residual(String name, int channels) {
        return new ResidualBlock(
                scaled(name + "/conv1", SMALL, channels, channels, 1, Padding.SAME, Activation.RELU),
                scaled(name + "/conv2", SMALL, channels, channels, 1, Padding.SAME, Activation.NONE),
                Layer.sequence());
    }

    /** dlib's residual block that halves its input. */
    public Layer residualDown(String name, int in, int out) {
        return new ResidualBlock(
                scaledDown(name + "/conv1", SMALL, in, out),
                scaled(name + "/conv2", SMALL, out, out, 1, Padding.SAME, Activation.NONE),
                new Pooling(Pooling.Kind.AVERAGE, 2, 2, Padding.VALID));
    }

    /** The average over all places, then weighted sums of it, with {@code name/weights} and {@code name/bias}. */
    public Layer fullyConnected(String name, int in, int out) {
        return new FullyConnected(weights.values(name + "/weights", in, out), weights.values(name + "/bias", out));
    }

    /** The same with weights that go by the bare name, and without bias. */
    public Layer unbiased(String name, int in, int out) {
        return new FullyConnected(weights.values(name, in, out), new float[out]);
    }

    /** Keras' convolution of 3×3 with zeros around; negatives become zero; then the batch normalisation of the same number. */
    public Layer normalised(int number, int in, int out) {
        String convolution = KERAS + "conv2d_" + number;
        float[] filters = weights.values(convolution + "/Conv2D/ReadVariableOp", SMALL, SMALL, in, out);
        float[] bias = weights.values(convolution + "/BiasAdd/ReadVariableOp", out);
        String normalisation = KERAS + "batch_normalization_" + number + "/FusedBatchNormV3/";
        return Layer.sequence(
                new Convolution(SMALL, 1, Padding.SAME, filters, ones(out), bias, Activation.RELU),
                normalisation(normalisation + "Scaled", normalisation + "Offset", out));
    }

    /** Keras' sums over a whole square; negatives become zero; then the batch normalisation of another number. */
    public Layer normalisedSums(int number, int side, int in, int out, int normalised) {
        String normalisation = KERAS + "batch_normalization_" + normalised + "/batchnorm/";
        return Layer.sequence(
                sums(number, side, in, out, Activation.RELU),
                normalisation(normalisation + "mul", normalisation + "sub", out));
    }

    /**
     * A batch normalisation whose statistics are fixed: each channel by itself, × scale + shift. Behind an activation it can't be a part of
     * the convolution before it, nor of the one behind it, which has zeros around its input.
     */
    private Layer normalisation(String scale, String shift, int channels) {
        float[] itself = new float[channels * channels];
        for (int i = 0; i < channels; i++) {
            itself[i * channels + i] = 1;
        }
        return new Convolution(
                1,
                1,
                Padding.VALID,
                itself,
                weights.values(scale, channels),
                weights.values(shift, channels),
                Activation.NONE);
    }

    /** Keras' sums over one place. */
    public Layer sums(int number, int in, int out) {
        return sums(number, 1, in, out, Activation.NONE);
    }

    /** A filter as large as the square: rows, columns and channels lie in the order in which they were laid end to end. */
    private Layer sums(int number, int side, int in, int out, Activation activation) {
        String name = KERAS + "dense_" + number;
        float[] filters = weights.values(name + "/MatMul/ReadVariableOp", side * side * in, out);
        float[] bias = weights.values(name + "/BiasAdd/ReadVariableOp", out);
        return new Convolution(side, 1, Padding.VALID, filters, ones(out), bias, activation);
    }

    private Layer denseBlock(String name, int out, Layer first) {
        return new DenseBlock(
                first,
                List.of(
                        separable(name + "/conv1", out, out, 1, Activation.NONE),
                        separable(name + "/conv2", out, out, 1, Activation.NONE),
                        separable(name + "/conv3", out, out, 1, Activation.NONE)));
    }

    private Layer plain(String name, int window, int in, int out, int stride, Padding padding, Activation activation) {
        float[] filters = weights.values(name + "/filters", window, window, in, out);
        return new Convolution(
                window, stride, padding, filters, ones(out), weights.values(name + "/bias", out), activation);
    }

    private Layer separable(String name, int in, int out, int stride, Activation activation) {
        int window = DepthwiseConvolution.WINDOW;
        float[] mixing = weights.values(name + "/pointwise_filter", 1, 1, in, out);
        float[] bias = weights.values(name + "/bias", out);
        return Layer.sequence(
                new DepthwiseConvolution(stride, weights.values(name + "/depthwise_filter", window, window, in, 1)),
                new Convolution(1, 1, Padding.VALID, mixing, ones(out), bias, activation));
    }

    /** With dlib's affine layer behind it: (x + bias) × weight + other bias, which is x × weight + (bias × weight + other). */
    private Layer scaled(String name, int window, int in, int out, int stride, Padding padding, Activation activation) {
        float[] filters = weights.values(name + "/conv/filters", window, window, in, out);
        float[] bias = weights.values(name + "/conv/bias", out);
        float[] scale = weights.values(name + "/scale/weights", out);
        float[] shift = weights.values(name + "/scale/biases", out).clone();
        for (int i = 0; i < out; i++) {
            shift[i] += bias[i] * scale[i];
        }
        return new Convolution(window, stride, padding, filters, scale, shift, activation);
    }

    private static float[] ones(int length) {
        float[] ones = new float[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
