package org.facecheck.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.function.UnaryOperator;
import org.facecheck.engine.onnx.OnnxGraph;
import org.facecheck.engine.onnx.OnnxValue;
import org.junit.jupiter.api.Test;

class BlocksTest {

    /** A layer that no runtime is asked to compute. */
    private record Step(UnaryOperator<Tensor> computation) implements Layer {
        @Override
        public Tensor apply(Tensor input) {
            return computation.apply(input);
        }

        @Override
        public OnnxValue describe(OnnxGraph graph, OnnxValue input) {
            throw new UnsupportedOperationException();
        }
    }

    private static Layer times(float factor) {
        return new Step(input -> {
            float[] values = input.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
            return new Tensor(input.height(), input.width(), input.channels(), values);
        });
    }

    private static Tensor row(float... values) {
        return new Tensor(1, values.length, 1, values);
    }

    @Test
    void the_largest_and_the_average_count_places_inside_only() {
        Tensor negative = row(-3, -1, -2);

        assertThat(new Pooling(Pooling.Kind.MAX, 2, 2, Padding.SAME)
                        .apply(negative)
                        .values())
                .containsExactly(-1, -2);
        assertThat(new Pooling(Pooling.Kind.MAX, 2, 1, Padding.SAME)
                        .apply(negative)
                        .values())
                .containsExactly(-1, -1, -2);
        Tensor square = new Tensor(2, 2, 1, new float[] {1, 2, 3, 6});
        assertThat(new Pooling(Pooling.Kind.AVERAGE, 2, 2, Padding.VALID)
                        .apply(square)
                        .values())
                .containsExactly(3);
    }

    @Test
    void a_residual_block_adds_what_went_in_and_drops_negatives() {
        Layer block = new ResidualBlock(times(2), times(-1), Layer.sequence());

        assertThat(block.apply(row(1, -1)).values()).containsExactly(new float[] {0, 1}, offset(1e-6f));
    }

    @Test
    void zeros_fill_up_what_a_residual_block_adds() {
        Tensor wide = new Tensor(1, 1, 2, new float[] {5, 7});
        Layer block = new ResidualBlock(
                new Step(input -> wide), Layer.sequence(), new Step(input -> new Tensor(2, 1, 1, new float[] {1, 2})));

        Tensor sum = block.apply(row(0));

        assertThat(sum.height()).isEqualTo(2);
        assertThat(sum.values()).containsExactly(6, 7, 2, 0);
    }

    @Test
    void a_dense_block_feeds_each_layer_with_the_sum_so_far() {
        // 1; then 1 + 2·1 = 3; then 3 + (−2)·3 = −3, which is dropped
        Layer block = new DenseBlock(times(1), List.of(times(2), times(-2)));

        assertThat(block.apply(row(1)).values()).containsExactly(new float[] {0}, offset(1e-6f));
    }

    @Test
    void a_tensor_has_as_many_values_as_places() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tensor(2, 2, 3, new float[11]));
    }
}
