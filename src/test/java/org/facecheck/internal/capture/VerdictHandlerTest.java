package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Caches;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Interrupted;
import org.facecheck.fake.Records;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.attempts.TakenAttempt;
import org.facecheck.internal.config.AttemptsConfig;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.SessionAttempts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerdictHandlerTest {
    private static final FaceMatch MATCH =
            new FaceMatch.Matched(List.of(Records.of("card", "FIRST LAST").build()));

    private final CaptureFixture fixture = new CaptureFixture();
    private final FaceCheckConfig config = TestConfig.with().read();
    private final AttemptLimiter limiter = new AttemptLimiter(config.attempts(), CaptureFixture.CLOCK);
    private final FakeRequest request = FakeRequest.of("POST", "/app/facecheck");
    private final FakeResponse response = new FakeResponse();

    @BeforeEach
    void count() {
        fixture.limiter = limiter;
    }

    private void conclude(FaceMatch match, HttpServletRequest upload, FakeResponse told) throws Exception {
        upload.getSession();
        conclude(match, Admission.of(upload), upload, told);
    }

    private void conclude(FaceMatch match, Admission admission, HttpServletRequest upload, FakeResponse told)
            throws Exception {
        new CaptureResponder(CaptureFixture.page(config), new Counters(CaptureFixture.CLOCK))
                .answer(fixture.verdicts(config).conclude(match, admission, upload), upload, told);
    }

    /** Takes an attempt for the request, as its upload's admission does. */
    private Admission admit(FakeRequest upload) throws Exception {
        upload.getSession();
        Admission admission = Admission.of(upload);
        admission.hold((TakenAttempt) limiter.take(SessionAttempts.source(upload)), null);
        return admission;
    }

    private Object message(String part) {
        Map<?, ?> model = (Map<?, ?>) request.getAttribute(CapturePage.MODEL);
        return ((Map<?, ?>) model.get("news")).get(part);
    }

    private boolean isLocked() {
        AttemptsConfig attempts = config.attempts();
        return !SessionAttempts.source(request)
                .session()
                .current()
                .lockedFor(attempts.max(), attempts.window(), CaptureFixture.NOW)
                .isZero();
    }

    private void countOne() throws Exception {
        request.getSession();
        SessionAttempts.source(request)
                .session()
                .change(attempts -> attempts.oneMore(config.attempts().window(), CaptureFixture.NOW));
    }

    private void countTwoAttempts() throws Exception {
        countOne();
        countOne();
        assertThat(isLocked()).isTrue();
    }

    @Nested
    class A_pass {
        @Test
        void is_given_and_leads_home_where_nothing_was_wanted() throws Exception {
            conclude(MATCH, request, response);

            assertThat(response.getStatus()).isEqualTo(303);
            assertThat(response.getHeader("Location")).isEqualTo("/app/");
            assertThat(KycIdentity.of(request))
                    .hasValueSatisfying(
                            identity -> assertThat(identity.fullName()).contains("FIRST LAST"));
        }

        @Test
        void leads_to_what_was_wanted() throws Exception {
            FaceCheckSession.of(request).requests().saveRequest(Interrupted.page("/app/secure/page?x=1", "protect"));

            conclude(MATCH, request, response);

            assertThat(response.getHeader("Location")).isEqualTo("/app/secure/page?x=1");
        }

        @Test
        void takes_no_attempt_of_the_address() throws Exception {
            int many = config.attempts().maxPerAddress() + 1;
            for (int i = 0; i < many; i++) {
                FakeRequest person = FakeRequest.of("POST", "/app/facecheck");
                conclude(MATCH, admit(person), person, new FakeResponse());
            }

            assertThat(limiter.lockedFor(SessionAttempts.source(request))).isZero();
        }

        @Test
        void is_recorded_without_a_name() throws Exception {
            conclude(MATCH, request, response);

            assertThat(fixture.events).singleElement().satisfies(event -> {
                assertThat(event.outcome()).isEqualTo(Outcome.PASSED);
                assertThat(event.at()).isEqualTo(CaptureFixture.CLOCK.instant());
                assertThat(event.toString()).doesNotContain("FIRST");
            });
        }

        @Test
        void is_recorded_with_who_it_was_and_what_it_was_for() throws Exception {
            request.as("alice");
            FaceCheckSession.of(request).requests().saveRequest(Interrupted.page("/app/secure/page?iban=1", "protect"));

            conclude(MATCH, request, response);

            assertThat(fixture.events).singleElement().satisfies(event -> {
                assertThat(event.application()).isEqualTo("/app");
                assertThat(event.rule()).isEqualTo("protect");
                assertThat(event.requestedPath()).isEqualTo("/app/secure/page");
                assertThat(event.principal()).isEqualTo("alice");
                assertThat(event.clientAddress()).isEqualTo(request.getRemoteAddr());
                assertThat(event.recordId()).isEqualTo("card");
                assertThat(event.identity().fullName()).contains("FIRST LAST");
                assertThat(event.oneTime()).isFalse();
            });
        }

        @Test
        void that_cannot_be_recorded_is_not_given() throws Exception {
            fixture.audited = CaptureFixture::isFull;

            conclude(MATCH, request, response);

            assertThat(KycIdentity.of(request)).isEmpty();
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(message("key")).isEqualTo("trouble");
        }

        @Test
        void is_not_given_to_another_person_in_the_same_session() throws Exception {
            FaceCheckSession.of(request).grant(new KycIdentity("other", Map.of()), CaptureFixture.NOW);

            conclude(MATCH, request, response);

            assertThat(message("key")).isEqualTo("not-matched");
            assertThat(KycIdentity.of(request).flatMap(KycIdentity::recordId)).contains("other");
            assertThat(fixture.events).extracting(FaceCheckEvent::outcome).containsExactly(Outcome.OTHER_PERSON);
            assertThat(fixture.events).extracting(FaceCheckEvent::recordId).containsExactly("card");
            assertThat(fixture.events).extracting(FaceCheckEvent::identity).containsOnlyNulls();
        }

        @Test
        void is_not_given_where_the_policy_objects() throws Exception {
            fixture.objections.put("card", "document expired");

            conclude(MATCH, request, response);

            assertThat(KycIdentity.of(request)).isEmpty();
            assertThat(message("key")).isEqualTo("not-accepted");
            assertThat(fixture.events).extracting(FaceCheckEvent::detail).containsExactly("document expired");
        }
    }

    /** Two people are in one session, and the application's observer takes its time. */
    @Test
    void of_two_people_in_one_session_one_passes() throws Exception {
        request.getSession();
        VerdictHandler verdicts = fixture.verdicts(config);
        CountDownLatch firstIsRecorded = new CountDownLatch(1);
        CountDownLatch secondIsThere = new CountDownLatch(1);
        fixture.audited = event -> {
            if (firstIsRecorded.getCount() > 0) {
                firstIsRecorded.countDown();
                await(secondIsThere);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        };
        FakeRequest second = FakeRequest.of("POST", "/app/facecheck").with(request.getSession());
        Admission ofSecond = Admission.of(second);
        Admission ofFirst = Admission.of(request);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<CaptureResult.Answer> first = threads.submit(() -> verdicts.conclude(MATCH, ofFirst, request));
            await(firstIsRecorded);
            Future<CaptureResult.Answer> other = threads.submit(() -> {
                secondIsThere.countDown();
                return verdicts.conclude(
                        new FaceMatch.Matched(
                                List.of(Records.of("another", "OTHER PERSON").build())),
                        ofSecond,
                        second);
            });

            assertThat(first.get()).isInstanceOf(CaptureResult.Redirect.class);
            assertThat(other.get()).isInstanceOf(CaptureResult.SessionChanged.class);
        } finally {
            threads.shutdownNow();
        }
        assertThat(KycIdentity.of(request).flatMap(KycIdentity::recordId)).contains("card");
        assertThat(fixture.events)
                .extracting(FaceCheckEvent::outcome)
                .containsExactly(Outcome.PASSED, Outcome.SESSION_CHANGED);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Nested
    class What_the_person_is_shown {
        @Test
        void bears_the_reference_of_the_log() throws Exception {
            conclude(new FaceMatch.NotMatched(), request, response);

            assertThat(fixture.events)
                    .singleElement()
                    .satisfies(event -> assertThat(event.reference()).isEqualTo(message("reference")));
        }

        @Test
        void is_nothing_of_what_the_operator_reads() throws Exception {
            conclude(new FaceMatch.Trouble(Cause.OPERATOR, "status 401"), request, response);

            assertThat(fixture.events).extracting(FaceCheckEvent::detail).containsExactly("OPERATOR: status 401");
            assertThat(request.getAttribute(CapturePage.MODEL).toString()).doesNotContain("401", "OPERATOR");
            assertThat(response.text()).contains("data-news=\"trouble\"").doesNotContain("401", "OPERATOR");
        }
    }

    @Nested
    class Trouble_of_known_length {
        @Test
        void is_told_to_the_browser_in_seconds() throws Exception {
            conclude(new FaceMatch.Trouble(Cause.UNAVAILABLE, "status 429", Duration.ofSeconds(90)), request, response);

            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeader("Retry-After")).isEqualTo("90");
            assertThat(message("text").toString()).contains("in a few minutes");
            assertThat(message("wait")).isEqualTo(0L);
        }

        @Test
        void below_a_second_is_a_second() throws Exception {
            conclude(new FaceMatch.Trouble(Cause.UNAVAILABLE, "circuit open", Duration.ofMillis(3)), request, response);

            assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        }
    }

    @Nested
    class An_attempt {
        @Test
        void is_given_back_after_trouble() throws Exception {
            countOne();
            Admission admission = admit(request);
            assertThat(isLocked()).isTrue();

            conclude(null, admission, request, response);

            assertThat(isLocked()).isFalse();
        }

        @Test
        void is_not_given_back_by_a_dispatch_that_belongs_to_no_check() throws Exception {
            countTwoAttempts();

            conclude(null, null, request, response);

            assertThat(isLocked()).isTrue();
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(fixture.events).extracting(FaceCheckEvent::outcome).containsExactly(Outcome.TROUBLE);
        }

        @Test
        void is_not_given_back_by_a_dispatch_after_the_verdict() throws Exception {
            countOne();
            Admission admission = admit(request);
            conclude(new FaceMatch.NotMatched(), admission, request, response);

            conclude(null, admission, request, response);

            assertThat(isLocked()).isTrue();
        }

        /** Else a session that is changed on purpose would make checks free. */
        @Test
        void is_not_given_back_where_the_session_has_changed_whatever_comes_later() throws Exception {
            countOne();
            Admission admission = admit(request);
            request.as("alice");
            conclude(MATCH, admission, request, response);
            request.as(null);

            admission.giveBackAttempt();

            assertThat(isLocked()).isTrue();
        }

        @Test
        void of_which_there_are_more_is_told_with_how_many_and_for_how_long() throws Exception {
            conclude(new FaceMatch.NotMatched(), admit(request), request, response);

            assertThat(message("left")).isEqualTo("You have one attempt left.");
        }

        @Test
        void is_not_given_back_after_a_verdict() throws Exception {
            conclude(new FaceMatch.NotMatched(), admit(request), request, response);
            conclude(new FaceMatch.Retake(Hint.NO_FACE), admit(request), request, response);

            assertThat(isLocked()).isTrue();
        }
    }

    @Nested
    class A_person_who_comes {
        private final FakeRequest visitor =
                FakeRequest.get("/app/facecheck").with(FakeRequest.get("/app/").getSession());

        private Map<?, ?> model() {
            return (Map<?, ?>) visitor.getAttribute(CapturePage.MODEL);
        }

        private void visit() throws Exception {
            fixture.handler(config).handle(visitor, response);
        }

        @Test
        void is_shown_the_page_without_a_message() throws Exception {
            visit();

            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(model().containsKey("news")).isFalse();
        }

        @Test
        void while_locked_out_reads_so_before_they_try_and_no_outcome_is_recorded() throws Exception {
            countTwoAttempts();
            visitor.with(request.getSession());

            visit();

            assertThat(response.getStatus()).isEqualTo(429);
            assertThat(((Map<?, ?>) model().get("news")).get("key")).isEqualTo("locked");
            assertThat(((Map<?, ?>) model().get("news")).get("wait")).isEqualTo(900L);
            assertThat(((Map<?, ?>) model().get("news")).get("reference")).isEqualTo("");
            assertThat(fixture.events).isEmpty();
        }
    }

    @Nested
    class The_attempts_that_are_left {
        @Test
        void are_told_after_a_verdict() throws Exception {
            countOne();

            conclude(new FaceMatch.NotMatched(), request, response);

            assertThat(message("left")).isEqualTo("You have one attempt left.");
            assertThat(message("wait")).isEqualTo(0L);
        }

        @Test
        void being_none_come_with_the_time_to_wait() throws Exception {
            countTwoAttempts();

            conclude(new FaceMatch.Retake(Hint.BLURRED), request, response);

            assertThat(message("left")).isEqualTo("That was the last attempt for now.");
            assertThat(message("wait")).isEqualTo(900L);
            assertThat(response.getHeader("Retry-After")).isEqualTo("900");
        }

        @Test
        void are_of_no_matter_after_trouble() throws Exception {
            countOne();

            conclude(new FaceMatch.Trouble(Cause.TIMEOUT, ""), request, response);

            assertThat(message("left")).isEqualTo("");
        }
    }

    @Test
    void a_verdict_stands_though_the_shared_counts_fail_meanwhile() throws Exception {
        fixture.limiter =
                AttemptLimiter.shared(config.attempts(), CaptureFixture.CLOCK, Caches.broken(), "/app", "s3cret");

        conclude(new FaceMatch.Retake(Hint.TWO_FACES), request, response);

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(fixture.events).extracting(FaceCheckEvent::outcome).containsExactly(Outcome.RETAKE);
    }

    @Test
    void a_person_who_is_locked_out_is_recorded_and_told_even_where_the_audit_fails() throws Exception {
        fixture.audited = CaptureFixture::isFull;

        countTwoAttempts();

        fixture.handler(config).handle(request, response);

        assertThat(fixture.events).extracting(FaceCheckEvent::outcome).containsExactly(Outcome.LOCKED);
        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("900");
        assertThat(message("reference")).isEqualTo(fixture.events.get(0).reference());
    }
}
