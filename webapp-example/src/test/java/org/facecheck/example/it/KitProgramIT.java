package org.facecheck.example.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The kit's program, started as the documents say, from the jar that was built. */
@OnOneServer
class KitProgramIT {
    private static final int SETTINGS = 3;

    private static ProcessBuilder program(String... options) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", System.getProperty("program.jar"));
        builder.command().addAll(List.of(options));
        return builder.redirectErrorStream(true);
    }

    @Test
    void it_says_what_to_write_into_the_configuration_and_gives_tokens_for_that() throws Exception {
        Process process = program("--answer=match").start();
        try (BufferedReader said = process.inputReader()) {
            Map<String, String> settings = new TreeMap<>();
            for (int line = 0; line < SETTINGS; line++) {
                String[] pair = String.valueOf(said.readLine()).split("=", 2);
                assertThat(pair).hasSize(2);
                settings.put(pair[0], pair[1]);
            }

            HttpResponse<String> token = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(settings.get("facecheck.service.base-url")
                                            + "/auth/api/access-token?clientId="
                                            + settings.get("facecheck.service.client-id") + "&clientSecret="
                                            + settings.get("facecheck.service.client-secret")))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(token.statusCode()).isEqualTo(200);
            assertThat(token.body()).contains("access_token");
        } finally {
            process.destroy();
        }
    }

    @Test
    void a_wrong_option_ends_it_with_its_usage() throws Exception {
        Process process = program("--prot=9090").start();

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .contains("unknown option: --prot=9090", "Usage: java -jar");
    }
}
