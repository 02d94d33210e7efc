package org.facecheck.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.facecheck.engine.face.AlignedFaces;
import org.facecheck.engine.network.Computation;
import org.facecheck.engine.onnx.OnnxRuntime;
import org.facecheck.engine.weights.FetchedPackage;
import org.facecheck.engine.weights.WeightsArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The three networks with their real weights: what ONNX Runtime computes is what plain Java computes. */
class AcceleratedNetworksTest {
    private static final float TOLERANCE = 1e-5f;

    private static WeightsArchive weights;

    @BeforeAll
    static void open() throws IOException {
        OnnxRuntime found = OnnxRuntime.find();
        assumeTrue(found.isUsable(), () -> "SKIPPED: " + found.description());
        weights = WeightsArchive.open(FetchedPackage.archive());
    }

    @Test
    void templates_are_the_same() throws IOException {
        EmbeddingNetwork plain = new EmbeddingNetwork(weights.recognition(), Computation.PLAIN_JAVA);
        EmbeddingNetwork accelerated = new EmbeddingNetwork(weights.recognition(), Computation.ONNX_RUNTIME);

        for (float[] pixels :
                new float[][] {AlignedFaces.photograph(EmbeddingNetwork.SIDE), AlignedFaces.noise(EmbeddingNetwork.SIDE)
                }) {
            assertThat(accelerated.embed(pixels)).containsExactly(plain.embed(pixels), offset(TOLERANCE));
        }
    }

    @Test
    void so_are_landmarks() throws IOException {
        LandmarkNetwork plain = new LandmarkNetwork(weights.landmarks(), Computation.PLAIN_JAVA);
        LandmarkNetwork accelerated = new LandmarkNetwork(weights.landmarks(), Computation.ONNX_RUNTIME);
        float[] pixels = AlignedFaces.photograph(LandmarkNetwork.SIDE);

        assertThat(accelerated.points(pixels)).containsExactly(plain.points(pixels), offset(TOLERANCE));
    }

    /** Its numbers go up to some ten and more: of these, it is the same share. */
    @Test
    void and_what_the_detector_says() throws IOException {
        DetectorNetwork plain = new DetectorNetwork(weights.detector(), Computation.PLAIN_JAVA);
        DetectorNetwork accelerated = new DetectorNetwork(weights.detector(), Computation.ONNX_RUNTIME);

        for (int side : new int[] {416, 640}) {
            float[] pixels = AlignedFaces.photograph(side);
            float[] expected = plain.answer(pixels, side).values();
            float[] computed = accelerated.answer(pixels, side).values();
            assertThat(computed).hasSameSizeAs(expected);
            for (int i = 0; i < expected.length; i++) {
                assertThat(computed[i]).isCloseTo(expected[i], offset(TOLERANCE * Math.max(1, Math.abs(expected[i]))));
            }
        }
    }
}
