package org.facecheck.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the definition of a convolution, written down as slowly as it reads. */
class ConvolutionTest {
    private final Random random = new Random(7);

    private float[] numbers(int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({"3, 1, SAME, 7, 5", "3, 2, SAME, 8, 6", "3, 2, VALID, 9, 8", "7, 2, VALID, 15, 11", "1, 1, VALID, 4, 6"
    })
    void it_is_the_sum_over_window_and_channels(int window, int stride, Padding padding, int height, int width) {
        int in = 3;
        int out = 5;
        Tensor input = new Tensor(height, width, in, numbers(height * width * in));
        Convolution layer = new Convolution(
                window,
                stride,
                padding,
                numbers(window * window * in * out),
                numbers(out),
                numbers(out),
                Activation.LEAKY_RELU);

        Tensor output = layer.apply(input);

        for (int row = 0; row < output.height(); row++) {
            for (int column = 0; column < output.width(); column++) {
                for (int channel = 0; channel < out; channel++) {
                    assertThat(output.values()[output.offset(row, column) + channel])
                            .isCloseTo(expected(layer, input, row, column, channel), offset(1e-5f));
                }
            }
        }
    }

    private static float expected(Convolution layer, Tensor input, int row, int column, int channel) {
        int top = row * layer.stride() - layer.padding().before(input.height(), layer.window(), layer.stride());
        int left = column * layer.stride() - layer.padding().before(input.width(), layer.window(), layer.stride());
        int out = layer.shift().length;
        double sum = 0;
        for (int y = 0; y < layer.window(); y++) {
            for (int x = 0; x < layer.window(); x++) {
                for (int i = 0; i < input.channels(); i++) {
                    boolean inside =
                            top + y >= 0 && top + y < input.height() && left + x >= 0 && left + x < input.width();
                    double value = inside ? input.values()[input.offset(top + y, left + x) + i] : 0;
                    sum += value * layer.filters()[((y * layer.window() + x) * input.channels() + i) * out + channel];
                }
            }
        }
        double scaled = sum * layer.scale()[channel] + layer.shift()[channel];
        return (float) (scaled >= 0 ? scaled : 0.1 * scaled);
    }

    @ParameterizedTest
    @CsvSource({"SAME, 13, 2, 7", "SAME, 414, 2, 207", "VALID, 72, 2, 35", "SAME, 13, 1, 13"})
    void windows_are_counted_as_tensorflow_counts_them(Padding padding, int input, int stride, int windows) {
        assertThat(padding.windows(input, stride == 1 ? 2 : stride == 2 && padding == Padding.VALID ? 3 : 2, stride))
                .isEqualTo(windows);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void a_depthwise_filter_is_a_convolution_of_each_channel_by_itself(int stride) {
        int channels = 4;
        Tensor input = new Tensor(6, 8, channels, numbers(6 * 8 * channels));
        float[] filters = numbers(9 * channels);
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);

        Tensor output = new DepthwiseConvolution(stride, filters).apply(input);

        float[] diagonal = new float[9 * channels * channels];
        for (int place = 0; place < 9; place++) {
            for (int i = 0; i < channels; i++) {
                diagonal[(place * channels + i) * channels + i] = filters[place * channels + i];
            }
        }
        Tensor whole = new Convolution(3, stride, Padding.SAME, diagonal, ones, new float[channels], Activation.NONE)
                .apply(input);
        assertThat(output.values()).containsExactly(whole.values(), offset(1e-6f));
    }
}
