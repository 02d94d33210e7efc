package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Caches;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Records;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.page.Assets;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.RememberedRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerdictHandlerTest {
    private static final FaceMatch MATCH =
            new FaceMatch.Matched(List.of(Records.of("card", "FIRST LAST").build()));

    private final CaptureFixture desks = new CaptureFixture();
    private final CaptureServices desk = desks.desk(Configs.HALF_HOUR);
    private final VerdictHandler conclusion =
            new VerdictHandler(desk, new CapturePage(desk.config().capture(), new Assets()));
    private final FakeRequest request = FakeRequest.of("POST", "/app/facecheck");
    private final FakeResponse response = new FakeResponse();

    private Object news(String part) {
        Map<?, ?> model = (Map<?, ?>) request.getAttribute(CapturePage.MODEL);
        return ((Map<?, ?>) model.get("news")).get(part);
    }

    private boolean isLocked() {
        return !FaceCheckSession.of(request)
                .locked(desk.config().attempts(), CaptureFixture.NOW)
                .isZero();
    }

    private void countTwoAttempts() {
        FaceCheckSession session = FaceCheckSession.of(request);
        session.countAttempt(desk.config().attempts(), CaptureFixture.NOW);
        session.countAttempt(desk.config().attempts(), CaptureFixture.NOW);
        assertThat(isLocked()).isTrue();
    }

    @Nested
    class A_pass {
        @Test
        void is_given_and_leads_home_where_nothing_was_wanted() throws Exception {
            conclusion.conclude(MATCH, request, response);

            assertThat(response.getStatus()).isEqualTo(303);
            assertThat(response.getHeader("Location")).isEqualTo("/app/");
            assertThat(KycIdentity.of(request))
                    .hasValueSatisfying(
                            identity -> assertThat(identity.fullName()).contains("FIRST LAST"));
        }

        @Test
        void leads_to_what_was_wanted() throws Exception {
            FaceCheckSession.of(request).remember(new RememberedRequest("/app/secure/page?x=1", "protect", null, null));

            conclusion.conclude(MATCH, request, response);

            assertThat(response.getHeader("Location")).isEqualTo("/app/secure/page?x=1");
        }

        @Test
        void takes_no_attempt_of_the_address() throws Exception {
            int many = desk.config().attempts().maxPerAddress() + 1;
            for (int i = 0; i < many; i++) {
                FakeRequest person = FakeRequest.of("POST", "/app/facecheck");
                desk.throttle().count(person);
                conclusion.conclude(MATCH, person, new FakeResponse());
            }

            assertThat(desk.throttle().locked(request)).isZero();
        }

        @Test
        void is_written_down_without_a_name() throws Exception {
            conclusion.conclude(MATCH, request, response);

            assertThat(desks.events).singleElement().satisfies(event -> {
                assertThat(event.outcome()).isEqualTo(Outcome.PASSED);
                assertThat(event.at()).isEqualTo(CaptureFixture.CLOCK.instant());
                assertThat(event.toString()).doesNotContain("FIRST");
            });
        }

        @Test
        void that_cannot_be_written_down_is_not_given() throws Exception {
            desks.audited = CaptureFixture::isFull;

            conclusion.conclude(MATCH, request, response);

            assertThat(KycIdentity.of(request)).isEmpty();
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(news("key")).isEqualTo("trouble");
        }

        @Test
        void is_not_given_to_somebody_else_in_the_same_session() throws Exception {
            FaceCheckSession.of(request).grant(new KycIdentity("other", Map.of()), CaptureFixture.NOW);

            conclusion.conclude(MATCH, request, response);

            assertThat(news("key")).isEqualTo("not-matched");
            assertThat(KycIdentity.of(request).map(KycIdentity::recordId)).contains("other");
            assertThat(desks.events).extracting(FaceCheckEvent::outcome).containsExactly(Outcome.OTHER_PERSON);
        }

        @Test
        void is_not_given_where_the_policy_objects() throws Exception {
            desks.objections.put("card", "document expired");

            conclusion.conclude(MATCH, request, response);

            assertThat(KycIdentity.of(request)).isEmpty();
            assertThat(news("key")).isEqualTo("not-accepted");
            assertThat(desks.events).extracting(FaceCheckEvent::detail).containsExactly("document expired");
        }
    }

    @Nested
    class What_the_person_is_shown {
        @Test
        void bears_the_reference_of_the_log() throws Exception {
            conclusion.conclude(new FaceMatch.NotMatched(), request, response);

            assertThat(desks.events)
                    .singleElement()
                    .satisfies(event -> assertThat(event.reference()).isEqualTo(news("reference")));
        }

        @Test
        void is_nothing_of_what_the_operator_reads() throws Exception {
            conclusion.conclude(new FaceMatch.Trouble(Cause.OPERATOR, "status 401"), request, response);

            assertThat(desks.events).extracting(FaceCheckEvent::detail).containsExactly("OPERATOR: status 401");
            assertThat(request.getAttribute(CapturePage.MODEL).toString()).doesNotContain("401", "OPERATOR");
        }
    }

    @Nested
    class Trouble_of_known_length {
        @Test
        void is_told_to_the_browser_in_seconds_and_to_the_person_in_minutes() throws Exception {
            conclusion.conclude(
                    new FaceMatch.Trouble(Cause.UNAVAILABLE, "status 429", Duration.ofSeconds(90)), request, response);

            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeader("Retry-After")).isEqualTo("90");
            assertThat(news("text").toString()).contains("in 2 minutes");
            assertThat(news("wait")).isEqualTo(0L);
        }

        @Test
        void below_a_second_is_a_second() throws Exception {
            conclusion.conclude(
                    new FaceMatch.Trouble(Cause.UNAVAILABLE, "circuit open", Duration.ofMillis(3)), request, response);

            assertThat(response.getHeader("Retry-After")).isEqualTo("1");
            assertThat(news("text").toString()).contains("in a minute");
        }
    }

    @Nested
    class An_attempt {
        @Test
        void is_taken_back_after_trouble() throws Exception {
            countTwoAttempts();

            conclusion.conclude((FaceMatch) null, request, response);

            assertThat(isLocked()).isFalse();
        }

        @Test
        void is_not_taken_back_after_a_verdict() throws Exception {
            countTwoAttempts();

            conclusion.conclude(new FaceMatch.NotMatched(), request, response);
            conclusion.conclude(new FaceMatch.Retake(Hint.NO_FACE), request, response);

            assertThat(isLocked()).isTrue();
        }
    }

    @Nested
    class Who_comes {
        private Map<?, ?> model() {
            return (Map<?, ?>) request.getAttribute(CapturePage.MODEL);
        }

        @Test
        void is_shown_the_page_without_news() throws Exception {
            conclusion.invite(request, response);

            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(model().containsKey("news")).isFalse();
        }

        @Test
        void while_locked_out_learns_so_before_they_try_and_nothing_is_written_down() throws Exception {
            countTwoAttempts();

            conclusion.invite(request, response);

            assertThat(response.getStatus()).isEqualTo(429);
            assertThat(news("key")).isEqualTo("locked");
            assertThat(news("wait")).isEqualTo(900L);
            assertThat(desks.events).isEmpty();
        }
    }

    @Nested
    class The_attempts_that_are_left {
        private void countOne() {
            FaceCheckSession.of(request).countAttempt(desk.config().attempts(), CaptureFixture.NOW);
        }

        @Test
        void are_told_after_a_verdict() throws Exception {
            countOne();

            conclusion.conclude(new FaceMatch.NotMatched(), request, response);

            assertThat(news("left")).isEqualTo("You have one attempt left.");
            assertThat(news("wait")).isEqualTo(0L);
        }

        @Test
        void being_none_come_with_the_time_to_wait() throws Exception {
            countTwoAttempts();

            conclusion.conclude(new FaceMatch.Retake(Hint.BLURRED), request, response);

            assertThat(news("left")).isEqualTo("That was the last attempt for now.");
            assertThat(news("wait")).isEqualTo(900L);
            assertThat(response.getHeader("Retry-After")).isEqualTo("900");
        }

        @Test
        void are_of_no_matter_after_trouble() throws Exception {
            countOne();

            conclusion.conclude(new FaceMatch.Trouble(Cause.TIMEOUT, ""), request, response);

            assertThat(news("left")).isEqualTo("");
        }
    }

    @Nested
    class In_the_asynchronous_dispatch {
        @Test
        void the_match_is_taken_from_the_request_once() throws Exception {
            request.setAttribute(VerdictHandler.MATCH, MATCH);

            conclusion.conclude(request, response);

            assertThat(response.getStatus()).isEqualTo(303);
            assertThat(request.getAttribute(VerdictHandler.MATCH)).isNull();
        }

        @Test
        void what_is_no_match_is_trouble() throws Exception {
            request.setAttribute(VerdictHandler.MATCH, "match");

            conclusion.conclude(request, response);

            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(KycIdentity.of(request)).isEmpty();
        }
    }

    @Test
    void a_verdict_stands_though_the_shared_counts_fail_meanwhile() throws Exception {
        desks.throttle = AttemptLimiter.shared(
                desk.config().attempts(), CaptureFixture.CLOCK, Caches.broken(), "/app", "s3cret");
        CaptureServices other = desks.desk(desk.config());

        new VerdictHandler(other, new CapturePage(other.config().capture(), new Assets()))
                .conclude(new FaceMatch.Retake(Hint.TWO_FACES), request, response);

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(desks.events).extracting(FaceCheckEvent::outcome).containsExactly(Outcome.RETAKE);
    }

    @Test
    void who_is_locked_out_is_written_down_and_told_even_without_an_audit() throws Exception {
        desks.audited = CaptureFixture::isFull;

        conclusion.locked(Duration.ofMillis(400), request, response);

        assertThat(desks.events).extracting(FaceCheckEvent::outcome).containsExactly(Outcome.LOCKED);
        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(news("reference")).isEqualTo(desks.events.get(0).reference());
    }
}
