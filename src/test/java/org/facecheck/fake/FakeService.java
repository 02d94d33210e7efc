package org.facecheck.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.UrlPathPattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.facecheck.FaceMatch;
import org.facecheck.Selfie;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.facecheck.internal.faceki.FacekiClient;

/** The Face Match API as it is documented, on a free local port, giving the answers that a test asks for. */
public final class FakeService implements AutoCloseable {

    public static final String CLIENT_ID = "an id & more";
    public static final String CLIENT_SECRET = "s3cret/+?&=\"ü";
    public static final String TOKEN_PATH = "/auth/api/access-token";
    public static final String JSON_TOKEN_PATH = "/auth/api/generate-token";
    public static final String V2_PATH = "/facelink/api/face-check";
    public static final String V3_PATH = "/api/v3/kyc_verification/search-by-face";

    private static final Selfie SELFIE =
            new Selfie(new byte[] {(byte) 0xff, (byte) 0xd8, 0, 13, 10, 45, 45, -1}, Selfie.Format.JPEG, 640, 480);

    public final WireMockServer http =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    public final MutableClock clock = new MutableClock();
    private final Dialect dialect;

    public FakeService(Dialect dialect) {
        this.dialect = dialect;
        http.start();
        tokenAnswers(json(200, token("first-token", "3600")));
    }

    public static FakeService v2() {
        return new FakeService(Dialect.V2);
    }

    public static FakeService v3() {
        return new FakeService(Dialect.V3);
    }

    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    public static String token(String value, String lifetime) {
        return """
                {"responseCode":0,"data":{"access_token":"%s","expires_in":%s,"token_type":"Bearer"}}""".formatted(value, lifetime);
    }

    public static String documentedMatch() {
        try (InputStream sample = FakeService.class.getResourceAsStream("face-check-200.json")) {
            return new String(Objects.requireNonNull(sample).readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Selfie selfie() {
        return SELFIE;
    }

    public void tokenAnswers(ResponseDefinitionBuilder answer) {
        http.stubFor(any(urlPathEqualTo(TOKEN_PATH)).willReturn(answer));
        http.stubFor(any(urlPathEqualTo(JSON_TOKEN_PATH)).willReturn(answer));
    }

    public void checkAnswers(ResponseDefinitionBuilder answer) {
        http.stubFor(post(checkPath()).willReturn(answer));
    }

    public UrlPathPattern checkPath() {
        return urlPathEqualTo(dialect == Dialect.V2 ? V2_PATH : V3_PATH);
    }

    public int checks() {
        return http.findAll(postRequestedFor(checkPath())).size();
    }

    public int tokenCalls() {
        return http.findAll(anyRequestedFor(urlPathEqualTo(TOKEN_PATH))).size();
    }

    public ServiceConfig config() {
        return configure().service();
    }

    public FacekiClient client() {
        return new FacekiClient(config(), clock);
    }

    /** What a new client makes of this answer to its first face check. */
    public FaceMatch verdictOn(ResponseDefinitionBuilder answer) {
        checkAnswers(answer);
        return verdict();
    }

    public FaceMatch verdict() {
        try (FacekiClient client = client()) {
            return verdict(client);
        }
    }

    public static FaceMatch verdict(FacekiClient client) {
        return client.match(selfie())
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    public TestConfig configure() {
        return asking(URI.create("http://127.0.0.1:" + http.port())).dialect(dialect);
    }

    /** A configuration for a service at this address, with a circuit that hardly ever opens. */
    public static TestConfig asking(URI base) {
        return TestConfig.with()
                .service(base)
                .credentials(CLIENT_ID, CLIENT_SECRET)
                .connectTimeout(Duration.ofSeconds(5))
                .maxConcurrent(64)
                .circuit(1000, Duration.ofHours(1));
    }

    @Override
    public void close() {
        http.stop();
    }
}
