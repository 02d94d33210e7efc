package org.facecheck.internal.faceki;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.FakeService.CLIENT_ID;
import static org.facecheck.fake.FakeService.CLIENT_SECRET;
import static org.facecheck.fake.FakeService.documentedMatch;
import static org.facecheck.fake.FakeService.json;
import static org.facecheck.fake.FakeService.selfie;
import static org.facecheck.fake.FakeService.token;
import static org.facecheck.fake.FakeService.verdict;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import jakarta.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Matched;
import org.facecheck.FaceMatch.NotMatched;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.Selfie;
import org.facecheck.fake.FakeService;
import org.facecheck.internal.config.ServiceConfig.TokenRequest;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.token.TokenResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FacekiClientTest {

    private static final String NOBODY = "{\"responseCode\":0,\"data\":{\"face_verified\":false}}";

    private final FakeService service = FakeService.v2();

    @AfterEach
    void stop() {
        service.close();
    }

    private static void assertTrouble(FaceMatch match, Cause cause) {
        assertThat(match)
                .asInstanceOf(InstanceOfAssertFactories.type(Trouble.class))
                .extracting(Trouble::cause)
                .isEqualTo(cause);
    }

    private static FacekiClient clientOf(RawServer server, Duration timeout, int maxConcurrent) {
        return new FacekiClient(
                FakeService.asking(server.uri())
                        .timeout(timeout)
                        .maxConcurrent(maxConcurrent)
                        .service(),
                Clock.systemUTC());
    }

    @Nested
    class The_requests {

        @Test
        void ask_for_a_token_with_the_credentials_in_the_query() {
            service.verdictOn(json(200, NOBODY));

            service.http.verify(
                    1,
                    getRequestedFor(urlPathEqualTo(FakeService.TOKEN_PATH))
                            .withQueryParam("clientId", equalTo(CLIENT_ID))
                            .withQueryParam("clientSecret", equalTo(CLIENT_SECRET)));
        }

        @Test
        void ask_for_a_token_with_the_credentials_in_a_JSON_body() {
            service.checkAnswers(json(200, NOBODY));
            try (FacekiClient client = new FacekiClient(
                    service.configure().tokenRequest(TokenRequest.JSON).service(), service.clock)) {
                assertThat(verdict(client)).isEqualTo(new NotMatched());
            }

            service.http.verify(
                    1,
                    postRequestedFor(urlPathEqualTo(FakeService.JSON_TOKEN_PATH))
                            .withHeader("Content-Type", equalTo("application/json"))
                            .withRequestBody(equalToJson(Json.createObjectBuilder()
                                    .add("clientId", CLIENT_ID)
                                    .add("clientSecret", CLIENT_SECRET)
                                    .build()
                                    .toString())));
            assertThat(service.tokenCalls()).isZero();
        }

        @Test
        void send_the_picture_byte_for_byte_as_the_only_part() {
            byte[] every = new byte[70_000];
            IntStream.range(0, every.length).forEach(i -> every[i] = (byte) (i * 31));
            service.checkAnswers(json(200, NOBODY));
            try (FacekiClient client = service.client()) {
                client.match(new Selfie(every, Selfie.Format.PNG, 640, 480))
                        .toCompletableFuture()
                        .join();
            }

            var sent = service.http
                    .findAll(postRequestedFor(service.checkPath())
                            .withHeader("Authorization", equalTo("Bearer first-token"))
                            .withHeader("Transfer-Encoding", absent()))
                    .get(0);
            assertThat(sent.getHeader("Content-Length")).isEqualTo(String.valueOf(sent.getBody().length));
            String boundary = sent.getHeader("Content-Type").replace("multipart/form-data; boundary=", "");
            String expected = "--" + boundary + "\r\n"
                    + "Content-Disposition: form-data; name=\"selfie_image\"; filename=\"selfie.png\"\r\n"
                    + "Content-Type: image/png\r\n\r\n" + new String(every, ISO_8859_1) + "\r\n--" + boundary
                    + "--\r\n";
            assertThat(new String(sent.getBody(), ISO_8859_1)).isEqualTo(expected);
        }

        @Test
        void send_the_claimed_persons_key_before_the_picture() {
            service.checkAnswers(json(200, NOBODY));
            try (FacekiClient client = service.client()) {
                client.match(selfie(), "ä.gross\r\n--x").toCompletableFuture().join();
            }

            var sent =
                    service.http.findAll(postRequestedFor(service.checkPath())).get(0);
            assertThat(sent.getHeader("Content-Length")).isEqualTo(String.valueOf(sent.getBody().length));
            String boundary = sent.getHeader("Content-Type").replace("multipart/form-data; boundary=", "");
            assertThat(new String(sent.getBody(), UTF_8))
                    .startsWith("--" + boundary + "\r\n"
                            + "Content-Disposition: form-data; name=\"person_key\"\r\n"
                            + "Content-Type: text/plain; charset=utf-8\r\n\r\nä.gross\r\n--x\r\n--" + boundary + "\r\n"
                            + "Content-Disposition: form-data; name=\"selfie_image\"; filename=\"selfie.jpg\"\r\n");
        }

        @Test
        void go_through_the_configured_proxy() {
            String answers = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";
            try (RawServer proxy = new RawServer(answers);
                    FacekiClient client = new FacekiClient(
                            FakeService.asking(URI.create("http://127.9.9.9"))
                                    .proxy(proxy.address())
                                    .service(),
                            service.clock)) {
                assertTrouble(verdict(client), Cause.UNAVAILABLE);
                assertThat(proxy.requestLines())
                        .singleElement()
                        .asString()
                        .startsWith("GET http://127.9.9.9/auth/api/access-token?");
            }
        }
    }

    @Nested
    class The_token {

        @Test
        void is_asked_for_once_for_many_checks() {
            service.checkAnswers(json(200, NOBODY));
            try (FacekiClient client = service.client()) {
                assertThat(verdicts(client, 20)).containsOnly(new NotMatched());
            }

            assertThat(service.tokenCalls()).isEqualTo(1);
            assertThat(service.checks()).isEqualTo(20);
        }

        @Test
        void is_renewed_a_minute_before_it_runs_out() {
            service.checkAnswers(json(200, NOBODY));
            try (FacekiClient client = service.client()) {
                verdict(client);
                service.clock.advance(Duration.ofSeconds(3539));
                verdict(client);
                assertThat(service.tokenCalls()).isEqualTo(1);

                service.clock.advance(Duration.ofSeconds(1));
                verdict(client);
                assertThat(service.tokenCalls()).isEqualTo(2);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "0", "-5", "\"soon\"", "{}", "true"})
        void lives_for_five_minutes_if_nobody_says_how_long(String lifetime) {
            service.tokenAnswers(json(200, token("t", lifetime)));
            service.checkAnswers(json(200, NOBODY));
            try (FacekiClient client = service.client()) {
                verdict(client);
                service.clock.advance(Duration.ofSeconds(299));
                verdict(client);
                assertThat(service.tokenCalls()).isEqualTo(1);

                service.clock.advance(Duration.ofSeconds(1));
                verdict(client);
                assertThat(service.tokenCalls()).isEqualTo(2);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"40", "\"40\""})
        void is_of_use_for_a_while_even_if_it_lives_shortly(String lifetime) {
            service.tokenAnswers(json(200, token("t", lifetime)));
            service.checkAnswers(json(200, NOBODY));
            try (FacekiClient client = service.client()) {
                verdict(client);
                service.clock.advance(Duration.ofSeconds(19));
                verdict(client);
                assertThat(service.tokenCalls()).isEqualTo(1);

                service.clock.advance(Duration.ofSeconds(1));
                verdict(client);
                assertThat(service.tokenCalls()).isEqualTo(2);
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "200 | {\"responseCode\":0,\"data\":{}} | OPERATOR",
                    "200 | {\"responseCode\":0} | OPERATOR",
                    "200 | {\"responseCode\":0,\"data\":{\"access_token\":\"\"}} | OPERATOR",
                    "200 | {\"responseCode\":0,\"data\":{\"access_token\":null}} | OPERATOR",
                    "200 | {\"responseCode\":0,\"data\":{\"access_token\":{}}} | OPERATOR",
                    "200 | {\"status\":false,\"message\":\"client id is required\",\"statusCode\":422,\"data\":{}} | OPERATOR",
                    "422 | {\"status\":false,\"message\":\"client id is required\",\"statusCode\":422,\"data\":{}} | OPERATOR",
                    "200 | {\"responseCode\":8017,\"data\":{\"access_token\":\"t\"}} | OPERATOR",
                    "200 | {\"status\":false,\"data\":{\"access_token\":\"t\"}} | OPERATOR",
                    "400 | {} | OPERATOR",
                    "401 | {\"message\":\"Unauthorized\"} | OPERATOR",
                    "403 | '' | OPERATOR",
                    "404 | <html> | OPERATOR",
                    "429 | {} | UNAVAILABLE",
                    "500 | {\"data\":{\"access_token\":\"t\"}} | UNAVAILABLE",
                    "503 | <html> | UNAVAILABLE",
                    "200 | {\"responseCode\":1000} | UNAVAILABLE",
                    "200 | <html> | PROTOCOL",
                    "200 | '' | PROTOCOL",
                    "204 | '' | PROTOCOL",
                    "206 | {\"responseCode\":0,\"data\":{\"access_token\":\"t\"}} | PROTOCOL",
                    "202 | {\"responseCode\":0,\"data\":{\"access_token\":\"t\"}} | PROTOCOL",
                    "302 | {} | PROTOCOL",
                    "200 | {\"responseCode\":0,\"data\":[]} | PROTOCOL",
                    "200 | {\"data\":{\"access_token\":\"t\\nx: y\"}} | PROTOCOL",
                    "200 | {\"data\":{\"access_token\":\"tökén\"}} | PROTOCOL"
                })
        void that_does_not_come_is_trouble_and_no_check_is_made(int status, String body, Cause cause) {
            service.tokenAnswers(json(status, body));

            assertTrouble(service.verdict(), cause);
            assertThat(service.checks()).isZero();
            assertThat(service.tokenCalls()).isEqualTo(1);
        }

        @Test
        void is_asked_for_again_after_a_failure() {
            service.tokenAnswers(aResponse().withStatus(503));
            service.checkAnswers(json(200, NOBODY));
            try (FacekiClient client = service.client()) {
                assertTrouble(verdict(client), Cause.UNAVAILABLE);

                service.tokenAnswers(json(200, token("t", "3600")));
                assertThat(verdict(client)).isEqualTo(new NotMatched());
            }
        }
    }

    @Nested
    class A_refused_token {

        /** The first token that was given out is no longer taken, the second one is. */
        private void firstTokenIsRefused() {
            service.http.stubFor(any(urlPathEqualTo(FakeService.TOKEN_PATH))
                    .inScenario("renewal")
                    .whenScenarioStateIs(Scenario.STARTED)
                    .willReturn(json(200, token("first-token", "3600")))
                    .willSetStateTo("renewed"));
            service.http.stubFor(any(urlPathEqualTo(FakeService.TOKEN_PATH))
                    .inScenario("renewal")
                    .whenScenarioStateIs("renewed")
                    .willReturn(json(200, token("second-token", "3600"))));
            service.checkAnswers(aResponse().withStatus(401));
            service.http.stubFor(post(service.checkPath())
                    .withHeader("Authorization", equalTo("Bearer second-token"))
                    .willReturn(json(200, documentedMatch())));
        }

        @Test
        void is_renewed_and_the_check_sent_once_more() {
            firstTokenIsRefused();

            assertThat(service.verdict()).isInstanceOf(Matched.class);
            assertThat(service.tokenCalls()).isEqualTo(2);
            assertThat(service.checks()).isEqualTo(2);
        }

        @Test
        void is_renewed_once_for_all_checks_that_carried_it() {
            firstTokenIsRefused();
            try (FacekiClient client = service.client()) {
                assertThat(verdicts(client, 20)).allMatch(Matched.class::isInstance);
            }

            assertThat(service.tokenCalls()).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "{\"message\":\"Unauthorized\"}", "{\"responseCode\":0}", "{\"responseCode\":8006}"})
        void again_is_the_operators_trouble(String body) {
            assertThat(service.verdictOn(json(401, body)))
                    .asInstanceOf(InstanceOfAssertFactories.type(Trouble.class))
                    .satisfies(trouble -> {
                        assertThat(trouble.cause()).isEqualTo(Cause.OPERATOR);
                        assertThat(trouble.detail()).startsWith("face check: HTTP 401");
                    });
            assertThat(service.tokenCalls()).isEqualTo(2);
            assertThat(service.checks()).isEqualTo(2);
        }

        @Test
        void again_is_not_kept_for_the_next_check() {
            service.checkAnswers(aResponse().withStatus(401));
            try (FacekiClient client = service.client()) {
                assertTrouble(verdict(client), Cause.OPERATOR);
                service.checkAnswers(json(200, documentedMatch()));

                assertThat(verdict(client)).isInstanceOf(Matched.class);
            }

            assertThat(service.tokenCalls()).isEqualTo(3);
        }
    }

    @Nested
    class A_connection {

        @ParameterizedTest
        @EnumSource(Fault.class)
        void that_breaks_off_during_the_check_is_trouble_and_nothing_is_sent_again(Fault fault) {
            assertTrouble(service.verdictOn(aResponse().withFault(fault)), Cause.UNAVAILABLE);
            assertThat(service.checks()).isEqualTo(1);
        }

        @ParameterizedTest
        @EnumSource(Fault.class)
        void that_breaks_off_during_the_token_call_is_trouble(Fault fault) {
            service.tokenAnswers(aResponse().withFault(fault));

            assertTrouble(service.verdict(), Cause.UNAVAILABLE);
            assertThat(service.checks()).isZero();
        }

        @Test
        void is_given_up_when_the_answer_does_not_end() {
            String endless = "HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n" + "x".repeat(1_100_000);
            try (RawServer server = new RawServer(endless);
                    FacekiClient client = clientOf(server, Duration.ofSeconds(20), 1)) {
                assertTrouble(verdict(client), Cause.PROTOCOL);
                server.awaitClientLeaving();
            }
        }
    }

    @Nested
    class An_answer {

        @Test
        void over_a_mebibyte_is_trouble() {
            String spaces = " ".repeat(1 << 20);
            assertTrouble(service.verdictOn(json(200, documentedMatch() + spaces)), Cause.PROTOCOL);
        }

        @Test
        void of_a_mebibyte_is_read() {
            int rest = (1 << 20) - documentedMatch().getBytes(UTF_8).length;
            assertThat(service.verdictOn(json(200, documentedMatch() + " ".repeat(rest))))
                    .isInstanceOf(Matched.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {201, 202, 203, 206, 207, 226, 299})
        void that_reports_another_success_than_200_is_no_match(int status) {
            assertTrouble(service.verdictOn(json(status, documentedMatch())), Cause.PROTOCOL);
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void that_redirects_is_trouble_and_not_followed(int status) {
            service.http.stubFor(post(anyUrl()).willReturn(json(200, documentedMatch())));

            assertTrouble(
                    service.verdictOn(aResponse().withStatus(status).withHeader("Location", "/elsewhere")),
                    Cause.PROTOCOL);
            service.http.verify(0, postRequestedFor(urlPathEqualTo("/elsewhere")));
        }
    }

    @Nested
    class The_time_to_wait {

        private Duration retryAfter(FaceMatch match) {
            assertThat(match).isInstanceOf(Trouble.class);
            return ((Trouble) match).retryAfter();
        }

        @ParameterizedTest
        @CsvSource({"120,120", "1,1", "0,0", "999999999,999999999", "2592000,2592000"})
        void is_the_services_number_of_seconds(String header, long seconds) {
            for (int status : new int[] {429, 503}) {
                var asked = aResponse().withStatus(status).withHeader("Retry-After", header);
                assertThat(retryAfter(service.verdictOn(asked))).hasSeconds(seconds);
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Thu, 01 Jan 2026 00:01:30 GMT | 90",
                    "Thu, 01 Jan 2026 00:00:00 GMT | 0",
                    "Wed, 31 Dec 2025 23:59:59 GMT | 0",
                    "Sat, 31 Dec 1025 23:59:59 GMT | 0"
                })
        void is_the_time_until_the_services_date(String header, long seconds) {
            var asked = aResponse().withStatus(429).withHeader("Retry-After", header);
            assertThat(retryAfter(service.verdictOn(asked))).hasSeconds(seconds);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "soon",
                    "-5",
                    "1.5",
                    "10000000000",
                    "Thu, 41 Jan 2026 00:01:30 GMT",
                    "Wed, 31 Dec 1025 23:59:59 GMT",
                    "١٢"
                })
        void is_not_known_where_the_service_says_nothing_that_can_be_read(String header) {
            var asked = aResponse().withStatus(429).withHeader("Retry-After", header);
            assertThat(retryAfter(service.verdictOn(asked))).isNull();
        }

        @Test
        void may_come_with_the_token_call() {
            service.tokenAnswers(aResponse().withStatus(429).withHeader("Retry-After", "77"));

            assertThat(retryAfter(service.verdict())).hasSeconds(77);
        }
    }

    @Nested
    class The_deadline {

        private static final Duration SHORT = Duration.ofMillis(300);

        @ParameterizedTest
        @ValueSource(
                strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{\"responseCode\":"
                })
        void ends_a_check_whose_answer_does_not_come_and_the_connection_with_it(String sent) {
            try (RawServer server = new RawServer(sent);
                    FacekiClient client = clientOf(server, SHORT, 1)) {
                assertTrouble(verdict(client), Cause.TIMEOUT);
                server.awaitClientLeaving();
            }
        }

        @Test
        void covers_headers_and_body_of_the_check_itself() {
            service.checkAnswers(json(200, documentedMatch()).withFixedDelay(20_000));
            try (FacekiClient client = new FacekiClient(
                    service.configure().timeout(Duration.ofSeconds(1)).service(), service.clock)) {
                assertTrouble(verdict(client), Cause.TIMEOUT);
            }
            service.checkAnswers(json(200, documentedMatch()).withChunkedDribbleDelay(10, 20_000));
            try (FacekiClient client = new FacekiClient(
                    service.configure().timeout(Duration.ofSeconds(1)).service(), service.clock)) {
                assertTrouble(verdict(client), Cause.TIMEOUT);
            }
        }

        @Test
        void sends_no_check_for_a_token_that_comes_too_late() {
            service.tokenAnswers(json(200, token("late", "3600")).withFixedDelay(600));
            service.checkAnswers(json(200, NOBODY));
            try (FacekiClient client =
                    new FacekiClient(service.configure().timeout(SHORT).service(), service.clock)) {
                assertTrouble(verdict(client), Cause.TIMEOUT);
            }
            assertThat(service.checks()).isZero();
        }
    }

    @Nested
    class A_closed_client {

        @Test
        void ends_what_is_in_flight_and_lets_go_of_the_connection() {
            try (RawServer server = RawServer.silent()) {
                FacekiClient client = clientOf(server, Duration.ofSeconds(20), 5);
                List<CompletableFuture<FaceMatch>> inFlight = Stream.generate(
                                () -> client.match(selfie()).toCompletableFuture())
                        .limit(3)
                        .toList();
                server.awaitRequest();

                client.close();

                assertThat(inFlight).allSatisfy(check -> {
                    assertThat(check).isCompleted();
                    assertTrouble(check.join(), Cause.UNAVAILABLE);
                });
                server.awaitClientLeaving();
                assertThat(server.requestLines()).hasSize(1);
            }
        }

        @Test
        void answers_trouble_and_can_be_closed_again() {
            FacekiClient client = service.client();
            client.close();
            client.close();

            assertTrouble(verdict(client), Cause.UNAVAILABLE);
            assertThat(service.tokenCalls()).isZero();
        }

        @Test
        void leaves_no_thread_behind() throws InterruptedException {
            service.checkAnswers(json(200, NOBODY));
            try (FacekiClient client = service.client()) {
                verdict(client);
            }

            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().startsWith("facecheck-http-")) {
                    thread.join(30_000);
                    assertThat(thread.isAlive()).isFalse();
                }
            }
        }
    }

    @Nested
    class The_caller {

        @Test
        void goes_on_with_a_thread_and_class_loader_of_the_clients() {
            ClassLoader mine = Thread.currentThread().getContextClassLoader();
            try (RawServer server = RawServer.silent();
                    FacekiClient client = clientOf(server, Duration.ofMillis(300), 1)) {
                Thread thread = client.match(selfie())
                        .thenApply(match -> Thread.currentThread())
                        .toCompletableFuture()
                        .join();

                assertThat(thread.getName()).startsWith("facecheck-http-");
                assertThat(thread.isDaemon()).isTrue();
                assertThat(thread.getContextClassLoader()).isSameAs(mine);
            }
        }

        @Test
        void of_many_checks_has_no_thread_started_for_each() {
            service.checkAnswers(json(200, NOBODY));
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            try (FacekiClient client = service.client()) {
                verdict(client);
                long before = threads.getTotalStartedThreadCount();
                for (int i = 0; i < 200; i++) {
                    verdict(client);
                }

                // The server beside may have started a few.
                assertThat(threads.getTotalStartedThreadCount() - before).isLessThan(100);
            }
        }

        @Test
        void cannot_answer_in_the_services_place() {
            try (RawServer server = RawServer.silent();
                    FacekiClient client = clientOf(server, Duration.ofSeconds(20), 1)) {
                var stage = client.match(selfie());
                stage.toCompletableFuture().complete(new NotMatched());

                assertThat(stage.toCompletableFuture()).isNotDone();
            }
        }
    }

    @Nested
    class Nothing_secret {

        private final List<String> secrets =
                List.of(CLIENT_SECRET, "s3cret", "an id", "t0ken", "clientSecret", "http:", "127.0.0.1", "Jane");

        private void assertSilentOn(FaceMatch match) {
            assertThat(match).isInstanceOf(Trouble.class);
            assertThat(match.toString()).doesNotContain(secrets);
        }

        @Test
        void is_in_the_trouble_with_a_check() {
            service.tokenAnswers(json(200, token("t0ken", "3600")));
            for (int status : new int[] {200, 302, 400, 401, 403, 404, 429, 500}) {
                assertSilentOn(
                        service.verdictOn(json(status, "{\"message\":\"s3cret t0ken Jane\",\"code\":\"Jane\"}")));
                assertSilentOn(service.verdictOn(json(status, "<html>s3cret t0ken Jane")));
            }
            assertSilentOn(service.verdictOn(json(200, "{\"responseCode\":0,\"data\":{\"kyc_records\":\"Jane\"}}")));
            for (Fault fault : Fault.values()) {
                assertSilentOn(service.verdictOn(aResponse().withFault(fault)));
            }
        }

        @Test
        void is_in_the_trouble_with_a_token() {
            for (int status : new int[] {200, 302, 400, 401, 500}) {
                service.tokenAnswers(
                        json(status, "{\"message\":\"s3cret\",\"data\":{\"access_token\":{\"t0ken\":1}}}"));
                assertSilentOn(service.verdict());
            }
            service.tokenAnswers(json(200, token("t0ken\\r\\nx: y", "3600")));
            assertSilentOn(service.verdict());
            for (Fault fault : Fault.values()) {
                service.tokenAnswers(aResponse().withFault(fault));
                assertSilentOn(service.verdict());
            }
        }

        @Test
        void is_in_the_text_form_of_anything_that_holds_it() {
            var data = new TokenResponse.Data();
            data.accessToken = Json.createValue("t0ken");
            var response = new TokenResponse();
            response.data = data;
            assertThat(List.of(
                            service.config(),
                            data,
                            response,
                            new HttpAnswer("access token", 200, "s3cret Jane", null, null),
                            CheckFailedException.from("access token", new IOException("http://127.0.0.1/?s3cret"))))
                    .allSatisfy(holder -> assertThat(holder.toString())
                            .doesNotContain("t0ken", "s3cret", "Jane", "an id", "clientSecret"));
        }
    }

    /** Starts so many checks at once and waits for all of them. */
    private static List<FaceMatch> verdicts(FacekiClient client, int count) {
        List<CompletableFuture<FaceMatch>> started = Stream.generate(
                        () -> client.match(selfie()).toCompletableFuture())
                .limit(count)
                .toList();
        return started.stream().map(CompletableFuture::join).toList();
    }
}
