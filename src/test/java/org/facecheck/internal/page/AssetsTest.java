package org.facecheck.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
    private final Assets assets = new Assets(AssetsTest.class.getClassLoader());
    private final FakeResponse response = new FakeResponse();

    private void send(String method, String path) throws Exception {
        send(assets, method, path);
    }

    private void send(Assets assets, String method, String path) throws Exception {
        assets.send(path, FakeRequest.of(method, "/app/facecheck" + path), response);
    }

    @ParameterizedTest
    @CsvSource({
        "/capture.js, text/javascript;charset=UTF-8, getUserMedia",
        "/stepup.js, text/javascript;charset=UTF-8, WWW-Authenticate",
        "/capture.css, text/css;charset=UTF-8, .facecheck"
    })
    void script_and_style_sheet_come_with_their_types(String path, String type, String content) throws Exception {
        send("GET", path);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Type")).isEqualTo(type);
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(response.text()).contains(content);
        assertThat(response.getHeader("Content-Length"))
                .isEqualTo(Integer.toString(response.text().getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void below_the_hash_of_their_content_they_are_for_good() throws Exception {
        send("GET", assets.script());

        assertThat(response.getHeader("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(response.text()).contains("getUserMedia");
    }

    @Test
    void below_another_hash_they_are_the_latest_but_not_for_good() throws Exception {
        send("GET", "/0123456789abcdef/capture.css");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void together_they_are_light() throws Exception {
        send("HEAD", assets.script());
        int script = Integer.parseInt(response.getHeader("Content-Length"));
        send("HEAD", assets.style());
        int style = Integer.parseInt(response.getHeader("Content-Length"));

        assertThat(script + style).isLessThan(40_000);
    }

    /** A class loader that has the detector's jar, too. */
    private static Assets besideTheDetector(Path folder, String script, String weights) throws Exception {
        Path detector = Files.createDirectories(folder.resolve("org/facecheck/detector"));
        Files.writeString(detector.resolve("detector.js"), script);
        if (!weights.isEmpty()) {
            Files.writeString(detector.resolve("detector.bin"), weights);
        }
        return new Assets(new URLClassLoader(new URL[] {folder.toUri().toURL()}, AssetsTest.class.getClassLoader()));
    }

    @Test
    void without_the_detectors_jar_there_is_no_detector() throws Exception {
        send("GET", "/detector.js");

        assertThat(assets.detector()).isEmpty();
        assertThat(response.getStatus()).isEqualTo(404);
    }

    @Test
    void a_detector_beside_the_jar_is_found_with_its_weights_and_is_for_good(@TempDir Path folder) throws Exception {
        Assets both = besideTheDetector(folder, "export default () => '';", "weights");
        String script = both.detector().orElseThrow();
        send(both, "GET", script);
        assertThat(response.getHeader("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(response.getHeader("Cache-Control")).contains("immutable");
        assertThat(response.text()).startsWith("export");

        FakeResponse weights = new FakeResponse();
        String path = script.replace(".js", ".bin");
        both.send(path, FakeRequest.get("/app/facecheck" + path), weights);

        assertThat(weights.getHeader("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(weights.getHeader("Cache-Control")).contains("immutable");
        assertThat(weights.text()).isEqualTo("weights");
    }

    @Test
    void other_weights_give_the_detector_another_address(@TempDir Path one, @TempDir Path other) throws Exception {
        assertThat(besideTheDetector(one, "script", "weights").detector())
                .isNotEqualTo(besideTheDetector(other, "script", "others").detector());
    }

    @Test
    void a_detector_without_its_weights_is_told_at_once(@TempDir Path folder) {
        assertThatThrownBy(() -> besideTheDetector(folder, "script", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("org/facecheck/detector/detector.bin");
    }

    @Test
    void head_gets_the_headers_alone() throws Exception {
        send("HEAD", "/capture.js");

        assertThat(response.getHeader("Content-Length")).matches("[1-9]\\d+");
        assertThat(response.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/capture",
                "/Capture.js",
                "/capture.js/",
                "/0123456789abcdef/messages.properties",
                "/0123456789ABCDEF/capture.js",
                "/0123/capture.js",
                "/messages.properties",
                "/text/messages.properties",
                "/Assets.class",
                "/../FaceCheckFilter.class"
            })
    void nothing_else_is_there(String path) throws Exception {
        send("GET", path);

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.text()).isEmpty();
    }
}
