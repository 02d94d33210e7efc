package org.facecheck.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class PyramidTest {

    /** Red grows by one for each column, green by one for each row. */
    private static Pyramid ramp(int side) {
        byte[] rgb = new byte[side * side * 3];
        for (int i = 0; i < side * side; i++) {
            rgb[3 * i] = (byte) (i % side);
            rgb[3 * i + 1] = (byte) (i / side);
        }
        return new Pyramid(new Picture(side, side, rgb));
    }

    @Test
    void a_cut_out_of_the_same_size_has_the_same_pixels() {
        float[] cut = ramp(200).sample(Similarity.ofSquare(10, 20, 100, 100), 100);

        assertThat(cut[0]).isEqualTo(10);
        assertThat(cut[1]).isEqualTo(20);
        assertThat(cut[cut.length - 3]).isEqualTo(109);
    }

    @Test
    void a_smaller_cut_out_shows_averages() {
        float[] cut = ramp(240).sample(Similarity.ofSquare(0, 0, 240, 60), 60);

        // the first pixel shows the columns 0 to 3, rounded on the way
        assertThat(cut[0]).isCloseTo(1.5f, offset(1.0f));
        assertThat(cut[3 * 30]).isCloseTo(121.5f, offset(1.0f));
    }

    @Test
    void what_lies_outside_is_black() {
        float[] cut = ramp(200).sample(Similarity.ofSquare(150, 100, 100, 100), 100);

        assertThat(cut[3 * 49]).isEqualTo(199);
        assertThat(cut[3 * 51]).isZero();
    }

    @Test
    void points_are_brought_together_by_turning_scaling_and_moving() {
        Similarity made = new Similarity(0.6, 0.8, 5, -3);
        double[][] from = {{0, 0}, {10, 0}, {3, 7}, {-4, 2}};
        double[][] to = new double[from.length][];
        for (int i = 0; i < from.length; i++) {
            to[i] = new double[] {made.x(from[i][0], from[i][1]), made.y(from[i][0], from[i][1])};
        }

        Similarity found = Similarity.fitting(from, to);

        assertThat(found.a()).isCloseTo(0.6, offset(1e-12));
        assertThat(found.b()).isCloseTo(0.8, offset(1e-12));
        assertThat(found.dx()).isCloseTo(5, offset(1e-12));
        assertThat(found.dy()).isCloseTo(-3, offset(1e-12));
        assertThat(found.scale()).isCloseTo(1, offset(1e-12));
    }
}
