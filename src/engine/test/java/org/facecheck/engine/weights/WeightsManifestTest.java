package org.facecheck.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WeightsManifestTest {
    private static final WeightsManifest MANIFEST =
            new WeightsManifest(PublishedPackage.FACE_API, """
            [{"weights": [
                {"name": "small", "shape": [2], "dtype": "float32",
                 "quantization": {"dtype": "uint8", "scale": 0.5, "min": -1.0e-1}},
                {"name": "turned", "shape": [1], "dtype": "float32",
                 "quantization": {"scale": 2, "min": 3, "dtype": "uint8"}},
                {"name": "whole", "shape": [1, 2], "dtype": "float32"}],
              "paths": ["x.bin"]}]
            """.getBytes(StandardCharsets.UTF_8));

    private static final byte[] DATA = ByteBuffer.allocate(11)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 0)
            .put((byte) 255)
            .put((byte) 4)
            .putFloat(1.5f)
            .putFloat(-2)
            .array();

    @Test
    void bytes_become_numbers_by_scale_and_minimum_and_floats_stay() throws WeightsException {
        ModelWeights weights = MANIFEST.weights(DATA);

        assertThat(weights.values("small", 2)).containsExactly(-0.1f, 127.4f);
        assertThat(weights.values("turned", 1)).containsExactly(11);
        assertThat(weights.values("whole", 1, 2)).containsExactly(1.5f, -2);
    }

    @Test
    void a_file_that_does_not_end_with_its_manifest_is_refused() {
        assertThatThrownBy(() -> MANIFEST.weights(new byte[5])).hasMessageContaining("shorter than their manifest");
        assertThatThrownBy(() -> MANIFEST.weights(new byte[12])).hasMessageContaining("longer than their manifest");
    }
}
