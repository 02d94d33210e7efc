package org.facecheck.internal.faceki;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.FakeService.json;
import static org.facecheck.fake.FakeService.selfie;
import static org.facecheck.fake.FakeService.token;
import static org.facecheck.fake.FakeService.verdict;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.NotMatched;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.fake.FakeService;
import org.facecheck.fake.LogLines;
import org.facecheck.fake.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceCircuitTest {

    private static final String NOBODY = "{\"responseCode\":0,\"data\":{\"face_verified\":false}}";
    private static final Duration FOR_GOOD = Duration.ofHours(1);
    private static final Duration FOR_A_MOMENT = Duration.ofMillis(1);

    private final FakeService service = FakeService.v2();
    private final LogLines log = LogLines.of("org.facecheck");

    /** What the log says of the circuit; trouble is told there in words besides. */
    private List<LogRecord> logged() {
        return log.lines().stream()
                .filter(line -> line.getMessage().contains("circuit"))
                .toList();
    }

    @AfterEach
    void stop() {
        log.close();
        service.close();
    }

    private FacekiClient client(int failures, Duration delay) {
        return new FacekiClient(
                service.configure().maxConcurrent(1).circuit(failures, delay).service(), service.clock);
    }

    private static List<FaceMatch> verdicts(FacekiClient client, int count) {
        return Stream.generate(() -> verdict(client)).limit(count).toList();
    }

    private static boolean isRefusal(FaceMatch match) {
        return match instanceof Trouble trouble && trouble.detail().equals("circuit open, nothing was sent");
    }

    private static FaceMatch onceLetThrough(FacekiClient client) {
        return Stream.generate(() -> verdict(client))
                .filter(match -> !isRefusal(match))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class After_failures_in_a_row {

        @Test
        void it_opens_and_says_so_at_once_without_a_call() {
            service.checkAnswers(aResponse().withStatus(500));
            try (FacekiClient client = client(3, FOR_GOOD)) {
                assertThat(verdicts(client, 3)).noneMatch(ServiceCircuitTest::isRefusal);

                for (int i = 0; i < 10; i++) {
                    CompletableFuture<FaceMatch> refused =
                            client.match(selfie()).toCompletableFuture();
                    assertThat(refused).isCompletedWithValueMatching(ServiceCircuitTest::isRefusal);
                }
            }
            assertThat(service.checks()).isEqualTo(3);
        }

        @Test
        void it_says_when_to_come_back() {
            service.checkAnswers(aResponse().withStatus(500));
            try (FacekiClient client = client(1, FOR_GOOD)) {
                verdict(client);

                assertThat(verdict(client))
                        .asInstanceOf(InstanceOfAssertFactories.type(Trouble.class))
                        .satisfies(trouble -> {
                            assertThat(trouble.cause()).isEqualTo(Cause.UNAVAILABLE);
                            assertThat(trouble.retryAfter()).isPositive().isLessThanOrEqualTo(FOR_GOOD);
                        });
            }
        }

        @Test
        void it_stays_open_however_good_the_service_is_meanwhile() {
            service.checkAnswers(aResponse().withStatus(500));
            try (FacekiClient client = client(2, FOR_GOOD)) {
                verdicts(client, 2);
                service.checkAnswers(json(200, FakeService.documentedMatch()));

                assertThat(verdicts(client, 5)).allMatch(ServiceCircuitTest::isRefusal);
            }
        }

        @Test
        void an_operator_may_close_it() {
            service.checkAnswers(aResponse().withStatus(500));
            try (FacekiClient client = client(1, FOR_GOOD)) {
                verdict(client);
                assertThat(verdict(client)).matches(ServiceCircuitTest::isRefusal);
                service.checkAnswers(json(200, FakeService.documentedMatch()));

                client.closeCircuit();

                assertThat(verdict(client)).isInstanceOf(FaceMatch.Matched.class);
            }
        }

        @Test
        void it_writes_one_line_to_the_log_when_it_opens() {
            service.checkAnswers(aResponse().withStatus(500));
            try (FacekiClient client = client(3, FOR_GOOD)) {
                verdicts(client, 2);
                assertThat(logged()).isEmpty();
                verdicts(client, 5);
            }
            assertThat(logged()).singleElement().satisfies(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.WARNING);
                assertThat(line.getMessage()).contains("circuit is open", "3 checks", "PT1H");
            });
        }
    }

    @Nested
    class A_failure {

        private void opens(Cause cause) {
            try (FacekiClient client = new FacekiClient(
                    service.configure()
                            .timeout(Duration.ofSeconds(cause == Cause.TIMEOUT ? 1 : 20))
                            .circuit(2, FOR_GOOD)
                            .service(),
                    service.clock)) {
                assertThat(verdicts(client, 2))
                        .allSatisfy(
                                match -> assertThat(((Trouble) match).cause()).isEqualTo(cause));
                assertThat(verdict(client)).matches(ServiceCircuitTest::isRefusal);
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {429, 500, 502, 503, 504})
        void is_a_status_that_says_so(int status) {
            service.checkAnswers(aResponse().withStatus(status));
            opens(Cause.UNAVAILABLE);
        }

        @ParameterizedTest
        @EnumSource(Fault.class)
        void is_a_connection_that_breaks_off(Fault fault) {
            service.checkAnswers(aResponse().withFault(fault));
            opens(Cause.UNAVAILABLE);
        }

        @Test
        void is_an_answer_that_comes_too_late() {
            service.checkAnswers(json(200, NOBODY).withFixedDelay(60_000));
            opens(Cause.TIMEOUT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"<html>", "", "{}", "{\"responseCode\":9999}"})
        void is_an_answer_that_makes_no_sense(String body) {
            service.checkAnswers(json(200, body));
            opens(Cause.PROTOCOL);
        }

        @Test
        void is_a_token_that_cannot_be_had() {
            service.tokenAnswers(aResponse().withStatus(503));
            opens(Cause.UNAVAILABLE);
        }
    }

    @Nested
    class No_failure {

        private void staysClosed() {
            try (FacekiClient client = client(2, FOR_GOOD)) {
                assertThat(verdicts(client, 10)).noneMatch(ServiceCircuitTest::isRefusal);
            }
            assertThat(logged()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {NOBODY, "{\"responseCode\":8006}", "{\"responseCode\":8013}", "{\"responseCode\":8010}"})
        void is_an_answer_about_a_person(String body) {
            service.checkAnswers(json(200, body));
            staysClosed();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"responseCode\":8017}", "{\"responseCode\":7001}", "{\"responseCode\":8020}"})
        void is_an_account_that_may_not(String body) {
            service.checkAnswers(json(200, body));
            staysClosed();
        }

        @Test
        void is_a_wrong_secret() {
            service.tokenAnswers(json(401, "{}"));
            staysClosed();
        }

        @Test
        void is_a_check_beyond_the_allowed_number() {
            ServiceCircuit circuit = new ServiceCircuit(1, FOR_GOOD, Clock.systemUTC());

            circuit.record(new Trouble(Cause.OVERLOADED, "too many face checks in flight"));

            assertThat(circuit.tryAcquire()).isTrue();
            assertThat(logged()).isEmpty();
        }

        @Test
        void is_the_end_of_the_application() {
            try (RawServer server = RawServer.silent()) {
                FacekiClient client = new FacekiClient(
                        FakeService.asking(server.uri()).circuit(1, FOR_GOOD).service(), Clock.systemUTC());
                client.match(selfie());
                client.close();
            }
            assertThat(logged()).isEmpty();
        }

        @Test
        void is_left_over_when_the_service_answers_in_between() {
            List<ResponseDefinitionBuilder> answers =
                    List.of(aResponse().withStatus(500), aResponse().withStatus(500), json(200, NOBODY));
            try (FacekiClient client = client(3, FOR_GOOD)) {
                for (int i = 0; i < 12; i++) {
                    service.checkAnswers(answers.get(i % 3));
                    assertThat(verdict(client)).matches(match -> !isRefusal(match));
                }
            }
            assertThat(logged()).isEmpty();
        }
    }

    @Nested
    class After_a_while {

        @Test
        void it_closes_by_itself_when_the_service_answers_again_and_says_so_once() {
            service.checkAnswers(aResponse().withStatus(500));
            try (FacekiClient client = client(2, FOR_A_MOMENT)) {
                verdicts(client, 2);
                service.checkAnswers(json(200, NOBODY));

                assertThat(onceLetThrough(client)).isEqualTo(new NotMatched());
                assertThat(verdicts(client, 5)).containsOnly(new NotMatched());
            }
            assertThat(logged()).extracting(LogRecord::getLevel).containsExactly(Level.WARNING, Level.INFO);
            assertThat(logged().get(1).getMessage()).contains("closed again");
        }

        @Test
        void an_account_that_may_not_shows_too_that_the_service_is_back() {
            service.checkAnswers(aResponse().withStatus(500));
            try (FacekiClient client = client(1, FOR_A_MOMENT)) {
                verdict(client);
                service.tokenAnswers(json(200, token("t", "3600")));
                service.checkAnswers(json(200, "{\"responseCode\":8017}"));

                onceLetThrough(client);
                assertThat(verdicts(client, 5)).noneMatch(ServiceCircuitTest::isRefusal);
            }
        }

        @Test
        void a_trial_that_fails_opens_it_anew_and_is_no_news_for_the_log() {
            service.checkAnswers(aResponse().withStatus(500));
            try (FacekiClient client = client(5, FOR_A_MOMENT)) {
                verdicts(client, 5);

                for (int trial = 0; trial < 3; trial++) {
                    assertThat(onceLetThrough(client)).matches(match -> !isRefusal(match));
                }
                service.checkAnswers(json(200, NOBODY));
                assertThat(onceLetThrough(client)).isEqualTo(new NotMatched());
            }
            assertThat(logged()).extracting(LogRecord::getLevel).containsExactly(Level.WARNING, Level.INFO);
        }

        @Test
        void since_when_it_is_not_closed_is_told_through_all_trials_and_then_since_when_it_is() {
            MutableClock clock = new MutableClock();
            Instant begin = clock.instant();
            ServiceCircuit circuit = new ServiceCircuit(1, FOR_A_MOMENT, clock);
            assertThat(circuit.state()).isEqualTo("CLOSED");
            assertThat(circuit.since()).isEqualTo(begin);

            clock.advance(FOR_GOOD);
            circuit.record(new Trouble(Cause.UNAVAILABLE, ""));
            assertThat(circuit.state()).isEqualTo("OPEN");
            assertThat(circuit.since()).isEqualTo(begin.plus(FOR_GOOD));

            clock.advance(FOR_GOOD);
            while (!circuit.tryAcquire()) {
                Thread.onSpinWait();
            }
            assertThat(circuit.state()).isEqualTo("HALF_OPEN");
            circuit.record(new Trouble(Cause.UNAVAILABLE, ""));
            assertThat(circuit.since()).isEqualTo(begin.plus(FOR_GOOD));

            while (!circuit.tryAcquire()) {
                Thread.onSpinWait();
            }
            circuit.record(new NotMatched());
            assertThat(circuit.state()).isEqualTo("CLOSED");
            assertThat(circuit.since()).isEqualTo(clock.instant());
        }

        @Test
        void one_check_alone_is_the_trial_and_the_others_are_told_to_come_back_soon() {
            ServiceCircuit circuit = new ServiceCircuit(1, FOR_A_MOMENT, Clock.systemUTC());
            assertThat(circuit.tryAcquire()).isTrue();
            circuit.record(new Trouble(Cause.UNAVAILABLE, ""));
            while (!circuit.tryAcquire()) {
                Thread.onSpinWait();
            }

            assertThat(Stream.generate(circuit::tryAcquire).limit(100)).containsOnly(false);
            assertThat(circuit.refusal().retryAfter()).hasSeconds(5);

            circuit.record(new NotMatched());
            assertThat(Stream.generate(circuit::tryAcquire).limit(100)).containsOnly(true);
        }

        @Test
        void a_trial_that_gets_no_answer_is_over_at_its_deadline() {
            try (RawServer server = RawServer.silent();
                    FacekiClient client = new FacekiClient(
                            FakeService.asking(server.uri())
                                    .timeout(Duration.ofMillis(200))
                                    .maxConcurrent(1)
                                    .circuit(1, FOR_A_MOMENT)
                                    .service(),
                            Clock.systemUTC())) {
                for (int trial = 0; trial < 3; trial++) {
                    assertThat(((Trouble) onceLetThrough(client)).cause()).isEqualTo(Cause.TIMEOUT);
                }
            }
        }
    }
}
