package org.facecheck.internal.faceki;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.FakeService.documentedMatch;
import static org.facecheck.fake.FakeService.json;
import static org.facecheck.fake.FakeService.token;
import static org.facecheck.fake.FakeService.verdict;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.SimpleFormatter;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.fake.FakeService;
import org.facecheck.fake.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret in a file is rotated, and a wrong one is found early. */
class CredentialsTest {
    private final FakeService service = FakeService.v2();
    private final LogLines log = LogLines.of("org.facecheck");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("secret"), "old\n");
        service.checkAnswers(json(200, documentedMatch()));
        accept("old");
    }

    @AfterEach
    void stop() {
        log.close();
        service.close();
    }

    /** From now on, a token is given for this secret only. */
    private void accept(String secret) {
        service.http.resetMappings();
        service.checkAnswers(json(200, documentedMatch()));
        service.tokenAnswers(json(401, "{\"statusCode\":401,\"message\":\"Unauthorized\"}"));
        service.http.stubFor(any(urlPathEqualTo(FakeService.TOKEN_PATH))
                .withQueryParam("clientSecret", equalTo(secret))
                .willReturn(json(200, token("token-for-" + secret, "3600"))));
    }

    private FacekiClient client() {
        return new FacekiClient(service.configure().secretFile("id", file).service(), service.clock);
    }

    private static void assertRefused(FaceMatch match) {
        assertThat(match).isInstanceOfSatisfying(Trouble.class, trouble -> {
            assertThat(trouble.cause()).isEqualTo(Cause.OPERATOR);
            assertThat(trouble.detail()).doesNotContain("old", "new");
        });
    }

    @Test
    void a_new_secret_counts_from_the_next_token_on() throws IOException {
        try (FacekiClient client = client()) {
            assertThat(verdict(client)).isInstanceOf(FaceMatch.Matched.class);
            Files.writeString(file, "new");
            accept("new");
            service.clock.advance(Duration.ofHours(2));

            assertThat(verdict(client)).isInstanceOf(FaceMatch.Matched.class);
        }
    }

    @Test
    void a_secret_that_is_replaced_while_the_old_one_is_refused_is_read_once_more() {
        // The new one is written while the call with the old one is under way.
        service.http.resetMappings();
        accept("new");
        service.http.addMockServiceRequestListener(this::rotate);
        try (FacekiClient client = client()) {
            assertThat(verdict(client)).isInstanceOf(FaceMatch.Matched.class);
        }
        assertThat(service.tokenCalls()).isEqualTo(2);
    }

    private void rotate(Request request, Response response) {
        try {
            Files.writeString(file, "new");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void a_secret_that_is_wrong_is_sent_once_for_each_check() {
        accept("another");
        try (FacekiClient client = client()) {
            assertRefused(verdict(client));
        }
        assertThat(service.tokenCalls()).isEqualTo(1);
    }

    @Test
    void a_file_that_has_gone_is_the_operators_trouble_and_no_call() throws IOException {
        try (FacekiClient client = client()) {
            Files.delete(file);

            assertThat(verdict(client))
                    .isEqualTo(
                            new Trouble(Cause.OPERATOR, "access token: the file of the client secret can't be read"));
        }
        assertThat(service.tokenCalls()).isZero();
    }

    @Test
    void a_wrong_secret_is_told_before_anybody_is_checked() throws Exception {
        accept("another");
        try (FacekiClient client = client()) {
            client.requestTokenEarly();

            assertThat(saidOnce())
                    .isEqualTo(
                            "Facecheck got no token of the service at start: access token: HTTP 401, code 401, client id or"
                                    + " secret refused. It is your turn: put the account in order at Faceki, or the client id and secret"
                                    + " in the configuration. Until then nobody whom this concerns can be checked");
        }
    }

    @Test
    void an_early_token_is_the_first_checks() throws Exception {
        try (FacekiClient client = client()) {
            client.requestTokenEarly();
            assertThat(saidOnce()).contains("client id and secret are good").doesNotContain("old");

            verdict(client);
        }
        assertThat(service.tokenCalls()).isEqualTo(1);
    }

    /** The one line, as soon as it is there. */
    private String saidOnce() throws Exception {
        List<String> said = CompletableFuture.supplyAsync(() -> {
                    while (log.lines().isEmpty()) {
                        Thread.onSpinWait();
                    }
                    return log.lines().stream()
                            .map(new SimpleFormatter()::formatMessage)
                            .toList();
                })
                .get(30, TimeUnit.SECONDS);
        assertThat(said).hasSize(1);
        return said.get(0);
    }
}
