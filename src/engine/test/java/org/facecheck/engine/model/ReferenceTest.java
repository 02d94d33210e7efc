package org.facecheck.engine.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.facecheck.engine.face.AlignedFaces;
import org.facecheck.engine.network.Computation;
import org.facecheck.engine.weights.FetchedPackage;
import org.facecheck.engine.weights.LivenessWeights;
import org.facecheck.engine.weights.WeightsArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The networks against the library that the weights were published with, TensorFlow.js included, under Node.js: the same
 * pixels in, the same numbers out, by plain Java and by ONNX Runtime. The pixels are of faces and of noise.
 */
class ReferenceTest {
    private static final int DETECTOR_SIDE = 416;
    private static final float EMBEDDING_TOLERANCE = 1e-5f;
    private static final float LANDMARKS_TOLERANCE = 1e-5f;
    /** Its numbers go up to some ten; their last digits differ with the order of the sums. */
    private static final float DETECTOR_TOLERANCE = 2e-4f;

    @TempDir
    static Path directory;

    private static WeightsArchive weights;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        weights = WeightsArchive.open(FetchedPackage.archive());
        for (String model : new String[] {"tiny_face_detector", "face_landmark_68", "face_recognition"}) {
            copy("model/" + model + "_model.bin", model + "_model.bin");
            copy("model/" + model + "_model-weights_manifest.json", model + "_model-weights_manifest.json");
        }
        if (FetchedPackage.hasLiveness()) {
            for (String file : new String[] {"liveness.json", "liveness.bin"}) {
                Files.write(directory.resolve(file), FetchedPackage.livenessFile("models/" + file));
            }
        }
        copy("dist/face-api.esm.js", "face-api.mjs");
        write("embedding", AlignedFaces.photograph(EmbeddingNetwork.SIDE));
        write("landmarks", AlignedFaces.photograph(LandmarkNetwork.SIDE));
        write("detector", AlignedFaces.photograph(DETECTOR_SIDE));
        write("liveness", AlignedFaces.photograph(LivenessNetwork.SIDE));
        write("noise", AlignedFaces.noise(EmbeddingNetwork.SIDE));
        runNode();
    }

    private static void copy(String from, String to) throws IOException {
        Files.write(directory.resolve(to), FetchedPackage.file(from));
    }

    private static void write(String name, float[] pixels) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(pixels);
        Files.write(directory.resolve(name + ".in"), bytes.array());
    }

    private static void runNode() throws IOException, InterruptedException {
        Path script = directory.resolve("reference.mjs");
        try (InputStream resource = ReferenceTest.class.getResourceAsStream("reference.mjs")) {
            Files.write(script, resource.readAllBytes());
        }
        Path log = directory.resolve("node.log");
        Process node;
        try {
            node = new ProcessBuilder("node", script.toString())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
        } catch (IOException missing) {
            assumeTrue(false, "SKIPPED: there is no node to run the reference with");
            return;
        }
        assertThat(node.waitFor(3, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(log, UTF_8);
        assertThat(node.exitValue())
                .as(() -> said.substring(Math.max(0, said.length() - 500)))
                .isZero();
    }

    private static float[] read(String file) {
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Files.readAllBytes(directory.resolve(file))).order(ByteOrder.LITTLE_ENDIAN);
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(values);
            return values;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_embedding_of_a_face_is_that_of_the_reference(Computation computation) throws IOException {
        EmbeddingNetwork network = new EmbeddingNetwork(weights.recognition(), computation);

        assertThat(network.embed(read("embedding.in")))
                .containsExactly(read("embedding.out"), offset(EMBEDDING_TOLERANCE));
    }

    @ParameterizedTest
    @EnumSource
    void so_is_that_of_noise(Computation computation) throws IOException {
        EmbeddingNetwork network = new EmbeddingNetwork(weights.recognition(), computation);

        assertThat(network.embed(read("noise.in"))).containsExactly(read("noise.out"), offset(EMBEDDING_TOLERANCE));
    }

    @ParameterizedTest
    @EnumSource
    void the_landmarks_are_those_of_the_reference(Computation computation) throws IOException {
        LandmarkNetwork network = new LandmarkNetwork(weights.landmarks(), computation);

        assertThat(network.points(read("landmarks.in")))
                .containsExactly(read("landmarks.out"), offset(LANDMARKS_TOLERANCE));
    }

    @ParameterizedTest
    @EnumSource
    void the_score_of_liveness_is_that_of_the_reference(Computation computation) throws IOException {
        LivenessNetwork network =
                new LivenessNetwork(LivenessWeights.read(FetchedPackage.livenessArchive()), computation);

        assertThat(network.score(read("liveness.in"))).isCloseTo(read("liveness.out")[0], offset(1e-5));
    }

    @ParameterizedTest
    @EnumSource
    void the_detectors_boxes_are_those_of_the_reference(Computation computation) throws IOException {
        DetectorNetwork network = new DetectorNetwork(weights.detector(), computation);

        assertThat(network.answer(read("detector.in"), DETECTOR_SIDE).values())
                .containsExactly(read("detector.out"), offset(DETECTOR_TOLERANCE));
    }
}
