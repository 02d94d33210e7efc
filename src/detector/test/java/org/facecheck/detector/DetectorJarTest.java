package org.facecheck.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.net.URL;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What the second jar is made of. */
class DetectorJarTest {
    private static int size(String name) throws Exception {
        URL resource = DetectorJarTest.class.getResource("/org/facecheck/detector/" + name);
        assumeTrue(resource != null, "SKIPPED: this build has no weights, see its output");
        return resource.openConnection().getContentLength();
    }

    @Test
    void script_and_weights_are_light() throws Exception {
        assertThat(size("detector.js") + size("detector.bin")).isBetween(190_000, 250_000);
    }

    /** Whatever a registry sends: the build looks at it, and so does this. */
    @Test
    void the_weights_are_those_that_were_tried() throws Exception {
        assumeTrue(size("detector.bin") > 0);
        try (InputStream weights = DetectorJarTest.class.getResourceAsStream("/org/facecheck/detector/detector.bin")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(weights.readAllBytes());

            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo("b7503ce7df31039b1c43316a9b865cab6a70dd748cc602d3fa28b551503c3871");
        }
    }

    @Test
    void the_licences_of_both_parts_are_in_it() throws Exception {
        assumeTrue(size("detector.bin") > 0);

        assertThat(DetectorJarTest.class.getResource("/META-INF/LICENSE")).isNotNull();
        assertThat(DetectorJarTest.class.getResource("/META-INF/LICENSE-face-api"))
                .isNotNull();
    }
}
