package org.facecheck.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays the Face Match API for the servers under test, on this machine only; one for the whole run. */
final class Faceki {
    static final String TOKEN = "t0ken-never-to-be-seen";
    static final String SECRET = "s3cret-never-to-be-seen";
    private static final String TOKEN_ANSWER = "{\"responseCode\":0,\"data\":{\"access_token\":\"" + TOKEN
            + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}}";
    private static final String CHECK = "/facelink/api/face-check";

    private static final WireMockServer SERVER = new WireMockServer(options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .containerThreads(32)
            .extensions(new Gate()));

    private static volatile CountDownLatch open = new CountDownLatch(0);

    static {
        SERVER.start();
        matches();
    }

    private Faceki() {}

    static String baseUrl() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    /** From now on every selfie belongs to the documented person, whose document is valid for another year. */
    static void matches() {
        answers(okJson(documentedMatch()));
    }

    static void answersCode(int responseCode) {
        answers(okJson("{\"responseCode\":" + responseCode + ",\"data\":{}}"));
    }

    static void answersStatus(int status) {
        answers(aResponse().withStatus(status));
    }

    static void answersMatchOf(String recordId) {
        answers(okJson(documentedMatch().replace("644b7cff16cc73de26ff9b9c", recordId)));
    }

    static void answersMatchNamed(String fullName) {
        answers(okJson(documentedMatch().replace("FIRST MIDDLE LAST NAME", fullName)));
    }

    /** From now on checks arrive, and every answer waits for {@link #letsAnswersGo}, or for what is set up next. */
    static void holdsAnswers() {
        matches();
        open = new CountDownLatch(1);
    }

    static void letsAnswersGo() {
        open.countDown();
    }

    static void answersSlowly(int millis) {
        answers(okJson(documentedMatch()).withFixedDelay(millis));
    }

    static void answers(ResponseDefinitionBuilder answer) {
        letsAnswersGo();
        SERVER.resetAll();
        SERVER.stubFor(get(urlPathEqualTo("/auth/api/access-token")).willReturn(okJson(TOKEN_ANSWER)));
        SERVER.stubFor(post(urlPathEqualTo(CHECK)).willReturn(answer));
    }

    /** From now on a token is given for this secret only, and one that was given before is refused. */
    static void acceptsOnly(String secret) {
        SERVER.stubFor(get(urlPathEqualTo("/auth/api/access-token"))
                .willReturn(aResponse().withStatus(401).withBody("{\"statusCode\":401}")));
        SERVER.stubFor(get(urlPathEqualTo("/auth/api/access-token"))
                .withQueryParam("clientSecret", equalTo(secret))
                .willReturn(okJson(TOKEN_ANSWER.replace(TOKEN, "another-" + TOKEN))));
        SERVER.stubFor(post(urlPathEqualTo(CHECK)).willReturn(aResponse().withStatus(401)));
        SERVER.stubFor(post(urlPathEqualTo(CHECK))
                .withHeader("Authorization", equalTo("Bearer another-" + TOKEN))
                .willReturn(okJson(documentedMatch())));
    }

    static int checks() {
        return SERVER.findAll(postRequestedFor(urlPathEqualTo(CHECK))).size();
    }

    /** The picture that arrived last, as it arrived. */
    static byte[] picture() {
        List<LoggedRequest> checks = SERVER.findAll(postRequestedFor(urlPathEqualTo(CHECK)));
        Collection<Request.Part> parts = checks.get(checks.size() - 1).getParts();
        return parts.iterator().next().getBody().asBytes();
    }

    /** The documented answer, valid for another year. */
    static String documentedMatch() {
        String expiry = LocalDate.now(java.time.ZoneId.systemDefault())
                .plusYears(1)
                .format(DateTimeFormatter.ofPattern("yyyy/MM/dd", java.util.Locale.ROOT));
        try (InputStream sample = Faceki.class.getResourceAsStream("/org/facecheck/it/match.json")) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8).replace("2024/08/18", expiry);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Where an answer waits, after its request has been counted; longer than the product waits for one, so that a forgotten
     * answer is late, and no test hangs.
     */
    private static final class Gate implements ServeEventListener {
        @Override
        public void beforeResponseSent(ServeEvent event, Parameters parameters) {
            if (!event.getRequest().getUrl().startsWith(CHECK)) {
                return;
            }
            try {
                open.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String getName() {
            return "gate";
        }
    }
}
