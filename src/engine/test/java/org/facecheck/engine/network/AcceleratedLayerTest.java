package org.facecheck.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Random;
import org.facecheck.engine.onnx.OnnxRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of layer, as ONNX Runtime computes what the layer says of itself, against the layer. No weights are needed. */
class AcceleratedLayerTest {
    private final Random random = new Random(11);

    @BeforeAll
    static void findRuntime() {
        OnnxRuntime found = OnnxRuntime.find();
        assumeTrue(found.isUsable(), () -> "SKIPPED: " + found.description());
    }

    private float[] numbers(int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }

    private Tensor input(int height, int width, int channels) {
        return new Tensor(height, width, channels, numbers(height * width * channels));
    }

    private Convolution convolution(int window, int stride, Padding padding, int in, int out, Activation activation) {
        return new Convolution(
                window, stride, padding, numbers(window * window * in * out), numbers(out), numbers(out), activation);
    }

    private static void assertSame(Layer layer, Tensor input) {
        Tensor expected = layer.apply(input);
        Tensor computed = Computation.ONNX_RUNTIME.of(layer).apply(input);

        assertThat(List.of(computed.height(), computed.width(), computed.channels()))
                .containsExactly(expected.height(), expected.width(), expected.channels());
        assertThat(computed.values()).containsExactly(expected.values(), offset(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, SAME, 7, 5", "3, 2, SAME, 8, 6", "3, 2, VALID, 9, 8", "7, 2, VALID, 15, 11", "1, 1, VALID, 4, 6"
    })
    void convolutions(int window, int stride, Padding padding, int height, int width) {
        for (Activation activation : Activation.values()) {
            assertSame(convolution(window, stride, padding, 3, 5, activation), input(height, width, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void depthwise_convolutions(int stride) {
        assertSame(new DepthwiseConvolution(stride, numbers(9 * 4)), input(6, 9, 4));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, SAME, 7", "2, 1, SAME, 6", "3, 2, VALID, 9", "2, 2, VALID, 7"})
    void the_largest_of_windows(int window, int stride, Padding padding, int side) {
        assertSame(new Pooling(Pooling.Kind.MAX, window, stride, padding), input(side, side, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 8})
    void residual_blocks_that_halve_and_widen(int side) {
        Layer block = new ResidualBlock(
                convolution(3, 2, Padding.VALID, 3, 6, Activation.RELU),
                convolution(3, 1, Padding.SAME, 6, 6, Activation.NONE),
                new Pooling(Pooling.Kind.AVERAGE, 2, 2, Padding.VALID));

        assertSame(Layer.sequence(block, block(6)), input(side, side, 3));
    }

    private Layer block(int channels) {
        return new ResidualBlock(
                convolution(3, 1, Padding.SAME, channels, channels, Activation.RELU),
                convolution(3, 1, Padding.SAME, channels, channels, Activation.NONE),
                Layer.sequence());
    }

    @ParameterizedTest
    @EnumSource
    void dense_blocks_and_sums_of_averages(Activation activation) {
        Layer dense = new DenseBlock(
                convolution(3, 2, Padding.SAME, 3, 4, Activation.RELU),
                List.of(
                        convolution(3, 1, Padding.SAME, 4, 4, activation),
                        convolution(3, 1, Padding.SAME, 4, 4, activation)));

        assertSame(Layer.sequence(dense, new FullyConnected(numbers(4 * 7), numbers(7))), input(8, 8, 3));
    }

    /** The detector looks at two sizes with one network. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void one_network_takes_inputs_of_several_sizes(boolean smallFirst) {
        Layer layer = convolution(3, 1, Padding.SAME, 3, 2, Activation.RELU);
        Layer accelerated = Computation.ONNX_RUNTIME.of(layer);
        for (int side : smallFirst ? new int[] {4, 9, 4} : new int[] {9, 4, 9}) {
            Tensor input = input(side, side, 3);
            assertThat(accelerated.apply(input).values())
                    .containsExactly(layer.apply(input).values(), offset(1e-6f));
        }
    }
}
