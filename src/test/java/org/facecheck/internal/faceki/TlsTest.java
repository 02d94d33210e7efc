package org.facecheck.internal.faceki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.FakeService.verdict;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.NotMatched;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.fake.Certificates;
import org.facecheck.fake.Certificates.Certificate;
import org.facecheck.fake.FakeService;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.faceki.RawServer.Manner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service over TLS, directly and through a proxy. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TlsTest {

    private static final String BODY = """
            {"responseCode":0,"data":{"access_token":"t","expires_in":3600,"face_verified":false}}""";
    private static final Manner GOOD = Manner.sends(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s".formatted(BODY.length(), BODY));

    private static Certificates certificates;
    private static SSLContext before;

    @BeforeAll
    static void trust(@TempDir Path directory) throws Exception {
        certificates = new Certificates(directory);
        before = SSLContext.getDefault();
        SSLContext.setDefault(certificates.client());
    }

    @AfterAll
    static void trustAsBefore() {
        SSLContext.setDefault(before);
    }

    private static RawServer presenting(Certificate certificate) throws Exception {
        return new RawServer(GOOD, certificates.server(certificate));
    }

    private static FaceMatch verdictBy(TestConfig config) {
        try (FacekiClient client = new FacekiClient(config.maxConcurrent(1).service(), Clock.systemUTC())) {
            FaceMatch first = verdict(client);
            assertThat(verdict(client)).as("the place comes back").isEqualTo(first);
            return first;
        }
    }

    @Nested
    class A_certificate {

        @Test
        void that_is_good_lets_the_check_be_made() throws Exception {
            try (RawServer server = presenting(Certificate.GOOD)) {
                assertThat(verdictBy(FakeService.asking(server.uri()))).isEqualTo(new NotMatched());
                assertThat(server.requestLines())
                        .extracting(
                                line -> line.substring(0, line.indexOf('?') < 0 ? line.length() : line.indexOf('?')))
                        .contains("GET " + FakeService.TOKEN_PATH, "POST " + FakeService.V2_PATH + " HTTP/1.1");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "BY_NOBODY_KNOWN, SunCertPathBuilderException",
            "EXPIRED, CertificateExpiredException",
            "NOT_YET_VALID, CertificateNotYetValidException",
            "FOR_ANOTHER_HOST, CertificateException"
        })
        void that_is_not_keeps_the_secret_here_and_the_operator_learns_why(Certificate bad, String why)
                throws Exception {
            try (RawServer server = presenting(bad)) {
                assertThat(verdictBy(FakeService.asking(server.uri())))
                        .asInstanceOf(InstanceOfAssertFactories.type(Trouble.class))
                        .satisfies(trouble -> {
                            assertThat(trouble.cause()).isEqualTo(Cause.UNAVAILABLE);
                            assertThat(trouble.detail())
                                    .startsWith("access token: SSLHandshakeException by ")
                                    .endsWith(" by " + why)
                                    .doesNotContain("127.0.0.1", "CN=");
                        });
                assertThat(server.requestLines()).allMatch(String::isEmpty);
            }
        }
    }

    @Nested
    class A_port_where_nobody_speaks_TLS {

        @Test
        void is_unavailable() {
            try (RawServer plain = new RawServer("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")) {
                assertThat(verdictBy(FakeService.asking(URI.create("https://127.0.0.1:" + plain.port()))))
                        .isInstanceOf(Trouble.class)
                        .extracting(match -> ((Trouble) match).cause())
                        .isEqualTo(Cause.UNAVAILABLE);
                assertThat(String.join("", plain.requestLines())).doesNotContain("GET", "clientSecret");
            }
        }

        @Test
        void and_nobody_says_anything_is_too_late() {
            try (RawServer silent = RawServer.silent()) {
                assertThat(verdictBy(FakeService.asking(URI.create("https://127.0.0.1:" + silent.port()))
                                .timeout(Duration.ofMillis(500))))
                        .isInstanceOf(Trouble.class)
                        .extracting(match -> ((Trouble) match).cause())
                        .isEqualTo(Cause.TIMEOUT);
            }
        }
    }

    @Nested
    class Through_a_proxy {

        private final URI named = URI.create("https://faceki.test");

        @Test
        void the_check_is_made_and_the_proxy_sees_nothing_but_the_host() throws Exception {
            try (RawServer server = presenting(Certificate.GOOD);
                    Tunnel proxy = new Tunnel(server.port())) {
                assertThat(verdictBy(FakeService.asking(named).proxy(proxy.address())))
                        .isEqualTo(new NotMatched());
                assertThat(proxy.heads())
                        .isNotEmpty()
                        .allSatisfy(head -> assertThat(head)
                                .startsWith("CONNECT faceki.test:443 HTTP/1.1\r\n")
                                .doesNotContain("s3cret", "clientId", "Authorization", "Bearer", "facelink"));
            }
        }

        @Test
        void that_leads_to_somebody_else_the_secret_stays_here() throws Exception {
            try (RawServer server = presenting(Certificate.FOR_ANOTHER_HOST);
                    Tunnel proxy = new Tunnel(server.port())) {
                assertThat(verdictBy(FakeService.asking(named).proxy(proxy.address())))
                        .isInstanceOf(Trouble.class);
                assertThat(server.requestLines()).allMatch(String::isEmpty);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "407 Proxy Authentication Required, OPERATOR",
            "403 Forbidden, UNAVAILABLE",
            "502 Bad Gateway, UNAVAILABLE",
            "302 Found, UNAVAILABLE"
        })
        void that_refuses_it_is_trouble(String status, Cause cause) {
            String answer =
                    "HTTP/1.1 %s\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n".formatted(status);
            try (RawServer proxy = new RawServer(answer)) {
                assertThat(verdictBy(FakeService.asking(named).proxy(proxy.address())))
                        .isInstanceOf(Trouble.class)
                        .extracting(match -> ((Trouble) match).cause())
                        .isEqualTo(cause);
                assertThat(List.copyOf(proxy.requestLines()))
                        .isNotEmpty()
                        .allMatch("CONNECT faceki.test:443 HTTP/1.1"::equals);
            }
        }
    }
}
