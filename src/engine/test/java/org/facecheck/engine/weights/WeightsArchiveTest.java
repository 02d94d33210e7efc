package org.facecheck.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsArchiveTest {
    private static final String REMEDY = "npm pack @vladmandic/face-api@1.7.15";

    @TempDir
    Path directory;

    @Test
    void without_weights_it_says_how_to_get_them() {
        Path missing = directory.resolve("missing.tgz");

        assertThatThrownBy(() -> WeightsArchive.open(missing))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(missing.toString(), REMEDY, "MIT");
    }

    @Test
    void a_file_that_is_no_archive_is_refused() throws IOException {
        Path text = Files.writeString(directory.resolve("weights.tgz"), "no archive");

        assertThatThrownBy(() -> WeightsArchive.open(text))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("is no archive of weights", REMEDY);
    }

    @Test
    void an_archive_without_weights_names_the_first_that_is_missing() throws IOException {
        Path other = new TarBuilder().entry("package/LICENSE", new byte[700]).zipped(directory.resolve("other.tgz"));

        assertThatThrownBy(() -> WeightsArchive.open(other))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("holds no tiny_face_detector_model-weights_manifest.json");
    }

    @Test
    void weights_with_another_digest_are_refused() throws IOException {
        Path other = new TarBuilder()
                .entry("package/model/face_recognition_model.bin", new byte[1000])
                .zipped(directory.resolve("other.tgz"));

        assertThatThrownBy(() -> WeightsArchive.open(other))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("another face_recognition_model.bin", "b413e420d6840b27", REMEDY);
    }

    @Test
    void an_archive_that_ends_early_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(FetchedPackage.archive());
        Path half = Files.write(directory.resolve("half.tgz"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> WeightsArchive.open(half))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("is no archive of weights");
    }

    @Test
    void the_published_package_has_all_three_networks() throws IOException {
        WeightsArchive archive = WeightsArchive.open(FetchedPackage.archive());

        assertThat(archive.detector().values("conv0/filters", 3, 3, 3, 16)).hasSize(432);
        assertThat(archive.landmarks().values("fc/bias", 136)).hasSize(136);
        assertThat(archive.recognition().values("fc", 256, 128)).hasSize(32_768);
        assertThat(archive.recognitionId()).isEqualTo("b413e420d6840b27");
    }

    @Test
    void an_array_of_another_shape_is_none() throws IOException {
        ModelWeights weights = WeightsArchive.open(FetchedPackage.archive()).recognition();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.values("fc", 128, 256))
                .withMessageContaining("no array fc of shape [128, 256]");
    }
}
