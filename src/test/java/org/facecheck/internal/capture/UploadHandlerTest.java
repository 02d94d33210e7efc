package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatcher;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Interrupted;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.Records;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.attempts.AttemptCount;
import org.facecheck.internal.capture.CaptureResult.Matched;
import org.facecheck.internal.concurrent.AsyncEnd;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.SessionAttempts;
import org.facecheck.internal.upload.FormUploadTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;

class UploadHandlerTest {
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);
    private static final FaceMatch MATCH =
            new FaceMatch.Matched(List.of(Records.of("card", "FIRST LAST").build()));

    private final CaptureFixture fixture = new CaptureFixture();
    private final CaptureHandler handler = fixture.handler(Configs.HALF_HOUR);
    private final FakeRequest person = FakeRequest.get("/app/facecheck");

    /** One answer to one upload. */
    private record Reply(FakeRequest request, FakeResponse response) {
        int status() {
            return response.getStatus();
        }

        Object message() {
            Map<?, ?> model = (Map<?, ?>) request.getAttribute(CapturePage.MODEL);
            return model == null || model.get("news") == null ? null : ((Map<?, ?>) model.get("news")).get("key");
        }
    }

    private String token() {
        return FaceCheckSession.of(person).issueToken().text();
    }

    private FakeRequest upload(String token, byte[] picture) throws Exception {
        return upload(FormUploadTest.form(token, picture), 0);
    }

    private FakeRequest upload(byte[] form, int missing) {
        return FakeRequest.of("POST", "/app/facecheck")
                .with(person.getSession())
                .header("Content-Type", FormUploadTest.TYPE)
                .body(form, form.length + missing);
    }

    private Reply take(FakeRequest request) throws Exception {
        Reply reply = new Reply(request, new FakeResponse());
        handler.handle(request, reply.response());
        return reply;
    }

    /** What the container does once the whole body is there. */
    private static FakeRequest arrive(FakeRequest request) throws Exception {
        if (request.readListener() != null) { // it has not been refused by its headers
            request.readListener().onDataAvailable();
            request.readListener().onAllDataRead();
        }
        return request;
    }

    private static void arriveAt(CaptureHandler handler, FakeRequest request) throws Exception {
        handler.handle(request, new FakeResponse());
        arrive(request);
    }

    private Reply submit(String token) throws Exception {
        return take(upload(token, PICTURE));
    }

    private Reply submit() throws Exception {
        return submit(token());
    }

    private void answers(FaceMatch match) {
        fixture.matcher = selfie -> CompletableFuture.completedFuture(match);
    }

    private void stillFindsAPermit() throws Exception {
        answers(MATCH);
        assertThat(submit().status()).isEqualTo(303);
    }

    /** Matchers that keep none of a matcher's promises. */
    static Stream<Named<FaceMatcher>> brokenMatchers() {
        CompletableFuture<FaceMatch> cancelled = new CompletableFuture<>();
        cancelled.cancel(false);
        return Stream.of(
                Named.of("throws", selfie -> {
                    throw new IllegalStateException("broken");
                }),
                Named.of("gives no stage", selfie -> null),
                Named.of("gives no match", selfie -> CompletableFuture.completedFuture(null)),
                Named.of("fails", selfie -> CompletableFuture.failedFuture(new IllegalStateException("broken"))),
                Named.of("is cancelled", selfie -> cancelled));
    }

    @Nested
    class A_picture {
        @Test
        void that_matches_gives_a_pass_and_leads_to_what_was_wanted() throws Exception {
            FaceCheckSession.of(person)
                    .requests()
                    .saveRequest(Interrupted.page("/app/secure/page", Configs.HALF_HOUR.name()));
            answers(MATCH);

            Reply passed = submit();

            assertThat(passed.status()).isEqualTo(303);
            assertThat(passed.response().getHeader("Location")).isEqualTo("/app/secure/page");
            assertThat(KycIdentity.of(person)).isPresent();
            assertThat(fixture.selfies)
                    .singleElement()
                    .satisfies(selfie -> assertThat(selfie.bytes()).isEqualTo(PICTURE));
        }

        @Test
        void that_does_not_match_is_told_so() throws Exception {
            answers(new FaceMatch.NotMatched());

            Reply told = submit();

            assertThat(told.status()).isEqualTo(403);
            assertThat(told.message()).isEqualTo("not-matched");
            assertThat(KycIdentity.of(person)).isEmpty();
        }

        @Test
        void that_is_none_is_told_so_and_counts_as_no_attempt() throws Exception {
            for (int i = 0; i < 3; i++) {
                Reply told = take(upload(token(), new byte[100]));

                assertThat(told.status()).isEqualTo(415);
                assertThat(told.message()).isEqualTo("not-a-picture");
            }

            assertThat(fixture.selfies).isEmpty();
            stillFindsAPermit();
        }

        @Test
        void that_is_too_large_leaves_the_token_good() throws Exception {
            String token = token();

            assertThat(take(upload(token, new byte[Configs.MAX_BYTES + 1])).status())
                    .isEqualTo(413);

            answers(MATCH);
            assertThat(submit(token).status()).isEqualTo(303);
        }

        @Test
        void that_breaks_off_gives_its_permit_back() throws Exception {
            FakeRequest broken = upload(FormUploadTest.form(token(), PICTURE), 1);

            assertThatThrownBy(() -> take(broken)).isInstanceOf(IOException.class);

            stillFindsAPermit();
        }
    }

    @Nested
    class The_claimed_person {
        private Reply sendAs(String name, CaptureHandler asked) throws Exception {
            answers(MATCH);
            Reply reply = new Reply(upload(token(), PICTURE).as(name), new FakeResponse());
            asked.handle(reply.request(), reply.response());
            return reply;
        }

        @Test
        void goes_along_to_the_matcher_where_the_deployer_asks_for_it() throws Exception {
            CaptureHandler telling = fixture.handler(
                    TestConfig.with().set("facecheck.service.person-key", true).read());

            assertThat(sendAs("a.gross", telling).status()).isEqualTo(303);

            assertThat(fixture.claims).containsExactly("a.gross");
        }

        @Test
        void is_told_to_no_one_unless_the_deployer_asks_for_it() throws Exception {
            assertThat(sendAs("a.gross", handler).status()).isEqualTo(303);

            assertThat(fixture.claims).isEmpty();
            assertThat(fixture.selfies).hasSize(1);
        }

        @Test
        void is_none_where_no_one_is_logged_in_and_then_the_matcher_searches() throws Exception {
            CaptureHandler telling = fixture.handler(
                    TestConfig.with().set("facecheck.service.person-key", true).read());

            assertThat(sendAs(null, telling).status()).isEqualTo(303);

            assertThat(fixture.claims).isEmpty();
            assertThat(fixture.selfies).hasSize(1);
        }
    }

    @Nested
    class A_picture_that_is_refused {
        private FaceCheckEvent event() {
            assertThat(fixture.events).hasSize(1);
            return fixture.events.get(0);
        }

        private Object reference(Reply told) {
            Map<?, ?> model = (Map<?, ?>) told.request().getAttribute(CapturePage.MODEL);
            return ((Map<?, ?>) model.get("news")).get("reference");
        }

        @Test
        void is_an_outcome_with_a_reason_and_a_reference_that_the_person_reads_too() throws Exception {
            Reply told = take(upload(token(), new byte[100]));

            assertThat(told.status()).isEqualTo(415);
            assertThat(event().outcome()).isEqualTo(Outcome.PICTURE_REJECTED);
            assertThat(event().detail())
                    .isEqualTo(catchThrowableOfType(
                                    UnusableImageException.class, () -> new SelfieReader().read(new byte[100]))
                            .getMessage());
            assertThat(event().at()).isEqualTo(CaptureFixture.CLOCK.instant());
            assertThat(reference(told)).isEqualTo(event().reference());
        }

        @Test
        void is_one_where_it_is_broken() throws Exception {
            Reply told = take(upload(token(), Arrays.copyOf(PICTURE, PICTURE.length / 2)));

            assertThat(told.status()).isEqualTo(422);
            assertThat(event().outcome()).isEqualTo(Outcome.PICTURE_REJECTED);
        }

        @Test
        void is_one_where_it_is_too_large_to_be_read() throws Exception {
            Reply told = take(upload(FormUploadTest.form(token(), PICTURE), 10 * Configs.MAX_BYTES));

            assertThat(told.status()).isEqualTo(413);
            assertThat(event().outcome()).isEqualTo(Outcome.PICTURE_REJECTED);
            assertThat(event().detail()).isEqualTo("more bytes than allowed");
        }

        @Test
        void is_one_where_the_form_has_none() throws Exception {
            Reply told = take(upload(token(), new byte[0]));

            assertThat(told.status()).isEqualTo(400);
            assertThat(event().detail()).isEqualTo("no picture");
        }

        @Test
        void is_refused_even_where_that_cannot_be_recorded() throws Exception {
            fixture.audited = CaptureFixture::isFull;

            assertThat(take(upload(token(), new byte[100])).status()).isEqualTo(415);
            stillFindsAPermit();
        }

        private void stillFindsAPermit() throws Exception {
            fixture.audited = event -> {};
            UploadHandlerTest.this.stillFindsAPermit();
        }
    }

    @Nested
    class A_token {
        @Test
        void that_was_never_issued_is_refused_unchecked() throws Exception {
            token();

            Reply told = submit("invented");

            assertThat(told.status()).isEqualTo(403);
            assertThat(told.message()).isEqualTo("token");
            assertThat(fixture.selfies).isEmpty();
            stillFindsAPermit();
        }

        @Test
        void is_good_once() throws Exception {
            answers(new FaceMatch.NotMatched());
            String token = token();
            submit(token);

            assertThat(submit(token).message()).isEqualTo("token");
            assertThat(fixture.selfies).hasSize(1);
        }

        @Test
        void of_a_double_click_finds_the_pass_of_the_first_one() throws Exception {
            answers(MATCH);
            String token = token();
            submit(token);

            assertThat(submit(token).status()).isEqualTo(303);
            assertThat(fixture.selfies).hasSize(1);
        }

        @Test
        void that_is_wrong_is_no_attempt() throws Exception {
            for (int i = 0; i < 5; i++) {
                submit("invented");
            }

            stillFindsAPermit();
        }
    }

    @Nested
    class Two_tabs {
        private String pageFor(String target, Rule rule) {
            FakeRequest tab = FakeRequest.navigation("/app/facecheck").with(person.getSession());
            FaceCheckSession.of(tab).requests().saveRequest(Interrupted.page(target, rule.name()));
            return FaceCheckSession.of(tab).issueToken().text();
        }

        @Test
        void go_on_each_to_its_own_target_with_one_check() throws Exception {
            answers(MATCH);
            String first = pageFor("/app/secure/a", Configs.HALF_HOUR);
            String second = pageFor("/app/secure/b", Configs.HALF_HOUR);

            assertThat(submit(first).response().getHeader("Location")).isEqualTo("/app/secure/a");
            Reply other = submit(second);

            assertThat(other.status()).isEqualTo(303);
            assertThat(other.response().getHeader("Location")).isEqualTo("/app/secure/b");
            assertThat(fixture.selfies).hasSize(1);
        }

        @Test
        void go_on_each_to_its_own_target_when_a_script_sends_the_picture() throws Exception {
            answers(MATCH);
            String first = pageFor("/app/secure/a", Configs.HALF_HOUR);
            String second = pageFor("/app/secure/b", Configs.HALF_HOUR);
            submit(first);

            Reply other = take(FakeRequest.of("POST", "/app/facecheck")
                    .with(person.getSession())
                    .header("Content-Type", "image/jpeg")
                    .header("Facecheck-Token", second)
                    .body(PICTURE, PICTURE.length));

            assertThat(other.status()).isEqualTo(201);
            assertThat(other.response().getHeader("Location")).isEqualTo("/app/secure/b");
            assertThat(fixture.selfies).hasSize(1);
        }

        @Test
        void go_on_to_it_after_a_double_click_too() throws Exception {
            answers(MATCH);
            String first = pageFor("/app/secure/a", Configs.HALF_HOUR);
            pageFor("/app/secure/b", Configs.HALF_HOUR);
            submit(first);

            assertThat(submit(first).response().getHeader("Location")).isEqualTo("/app/secure/a");
        }

        @Test
        void take_a_check_each_where_one_will_not_do() throws Exception {
            CaptureHandler strict = fixture.handler(Configs.HALF_HOUR, Configs.ONE_TIME);
            answers(MATCH);
            String first = pageFor("/app/transfer?to=1", Configs.ONE_TIME);
            String second = pageFor("/app/transfer?to=2", Configs.ONE_TIME);

            FakeResponse one = new FakeResponse();
            strict.handle(upload(first, PICTURE), one);
            FakeResponse other = new FakeResponse();
            strict.handle(upload(second, PICTURE), other);

            assertThat(one.getHeader("Location")).isEqualTo("/app/transfer?to=1");
            assertThat(other.getHeader("Location")).isEqualTo("/app/transfer?to=2");
            assertThat(fixture.selfies).hasSize(2);
        }
    }

    @Nested
    class After_too_many_attempts {
        @Test
        void no_selfie_is_checked_and_the_wait_is_told() throws Exception {
            answers(new FaceMatch.NotMatched());
            submit();
            submit();
            answers(MATCH);

            Reply locked = submit();

            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.message()).isEqualTo("locked");
            assertThat(locked.response().getHeader("Retry-After")).isEqualTo("900");
            assertThat(fixture.selfies).hasSize(2);
            assertThat(fixture.events)
                    .extracting(FaceCheckEvent::outcome)
                    .containsExactly(Outcome.NOT_MATCHED, Outcome.NOT_MATCHED, Outcome.LOCKED);
        }

        @Test
        void those_that_ended_in_trouble_are_not_counted() throws Exception {
            answers(new FaceMatch.Trouble(Cause.UNAVAILABLE, "status 500"));
            for (int i = 0; i < 4; i++) {
                assertThat(submit().status()).isEqualTo(503);
            }

            stillFindsAPermit();
        }
    }

    @Nested
    class Without_asynchronous_processing {
        @ParameterizedTest
        @MethodSource("org.facecheck.internal.capture.UploadHandlerTest#brokenMatchers")
        void a_broken_matcher_is_trouble_and_keeps_no_permit(FaceMatcher broken) throws Exception {
            fixture.matcher = broken;

            Reply told = submit();

            assertThat(told.status()).isEqualTo(503);
            assertThat(told.message()).isEqualTo("trouble");
            assertThat(KycIdentity.of(person)).isEmpty();
            stillFindsAPermit();
        }

        @Test
        void a_thread_that_is_to_stop_waits_no_more_and_stays_to_be_stopped() throws Exception {
            fixture.matcher = selfie -> new CompletableFuture<>();
            Thread.currentThread().interrupt();

            Reply told = submit();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(told.message()).isEqualTo("trouble");
            assertThat(fixture.events).extracting(FaceCheckEvent::detail).containsExactly("UNAVAILABLE: interrupted");
            stillFindsAPermit();
        }

        @Test
        void a_matcher_that_cannot_even_be_loaded_keeps_no_permit() throws Exception {
            fixture.matcher = selfie -> {
                throw new NoClassDefFoundError("some/Library");
            };

            for (int i = 0; i < 2; i++) {
                FakeRequest request = upload(token(), PICTURE);
                assertThatThrownBy(() -> take(request)).isInstanceOf(NoClassDefFoundError.class);
                SessionAttempts.source(person).session().change(AttemptCount::oneLess);
            }

            stillFindsAPermit();
        }

        @Test
        void an_upload_that_finds_all_permits_taken_is_asked_to_come_back() throws Exception {
            FakeRequest second = upload(token(), PICTURE);
            Reply[] told = new Reply[1];
            fixture.matcher = selfie -> {
                fixture.matcher = another -> {
                    throw new AssertionError("one at a time");
                };
                try {
                    told[0] = take(second);
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
                return CompletableFuture.completedFuture(MATCH);
            };

            assertThat(submit().status()).isEqualTo(303);
            assertThat(told[0].status()).isEqualTo(503);
            assertThat(told[0].message()).isEqualTo("busy");
            assertThat(told[0].response().getHeader("Retry-After")).isEqualTo("5");
        }
    }

    @Nested
    class Where_few_threads_may_wait {
        private final CaptureHandler roomy =
                fixture.handler(TestConfig.with().maxConcurrent(2).read());
        private final List<Reply> refused = new ArrayList<>();

        private Reply takeIn(FakeRequest request) throws Exception {
            Reply reply = new Reply(request, new FakeResponse());
            roomy.handle(request, reply.response());
            return reply;
        }

        private CompletableFuture<FaceMatch> whileOthersAreSent(FaceMatch match) {
            fixture.matcher = another -> {
                throw new AssertionError("one at a time");
            };
            try {
                for (int i = 0; i < 3; i++) {
                    refused.add(takeIn(upload(token(), PICTURE)));
                }
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
            return CompletableFuture.completedFuture(match);
        }

        @Test
        void those_that_are_turned_away_have_not_tried() throws Exception {
            fixture.matcher = selfie -> whileOthersAreSent(new FaceMatch.NotMatched());
            takeIn(upload(token(), PICTURE));

            assertThat(refused)
                    .hasSize(3)
                    .allSatisfy(told -> assertThat(told.message()).isEqualTo("busy"));
            assertThat(fixture.selfies).hasSize(1);
            answers(MATCH);
            assertThat(takeIn(upload(token(), PICTURE)).status()).isEqualTo(303);
        }

        @Test
        void no_more_of_them_wait_for_slow_clients_than_for_the_matcher() throws Exception {
            answers(MATCH);
            FakeRequest slow = upload(token(), PICTURE);
            FakeRequest meanwhile = upload(token(), PICTURE);

            roomy.handle(
                    new HttpServletRequestWrapper(slow) {
                        @Override
                        public ServletInputStream getInputStream() throws IOException {
                            try {
                                refused.add(takeIn(meanwhile));
                            } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                            }
                            return super.getInputStream();
                        }
                    },
                    new FakeResponse());

            assertThat(refused)
                    .singleElement()
                    .satisfies(told -> assertThat(told.message()).isEqualTo("busy"));
            assertThat(fixture.selfies).hasSize(1);
            assertThat(takeIn(upload(token(), PICTURE)).status()).isEqualTo(303);
        }

        @Test
        void those_that_are_turned_away_take_no_permit_from_those_that_need_no_thread() throws Exception {
            fixture.matcher = selfie -> {
                CompletableFuture<FaceMatch> verdict = whileOthersAreSent(new FaceMatch.NotMatched());
                fixture.matcher = another -> new CompletableFuture<>();
                try {
                    arriveAt(roomy, upload(token(), PICTURE).asyncSupported());
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
                return verdict;
            };

            takeIn(upload(token(), PICTURE));

            assertThat(fixture.selfies).hasSize(2);
        }
    }

    @Nested
    class With_asynchronous_processing {
        private final CompletableFuture<FaceMatch> check = new CompletableFuture<>();

        private FakeRequest sent() throws Exception {
            FakeRequest request = upload(token(), PICTURE).asyncSupported();
            take(request);
            return arrive(request);
        }

        @Test
        void the_request_comes_back_with_the_match() throws Exception {
            fixture.matcher = selfie -> check;
            FakeRequest request = sent();
            verify(request.async()).setTimeout(Duration.ofSeconds(95).toMillis());
            verify(request.async()).addListener(isA(AsyncEnd.class));
            verify(request.async(), never()).dispatch("/facecheck");

            check.complete(MATCH);

            verify(request.async()).dispatch("/facecheck");
            CaptureExchange exchange = CaptureExchange.of(request).orElseThrow();
            assertThat(exchange.takeNext()).isEqualTo(new CaptureStep.Ready(new Matched(MATCH, exchange.admission())));
            assertThat(KycIdentity.of(person)).isEmpty();
        }

        @Test
        void its_token_may_be_a_header_and_is_looked_at_before_the_body_then() throws Exception {
            FakeRequest wrong = upload(token(), PICTURE).asyncSupported().header("Facecheck-Token", "invented");
            assertThat(take(wrong).message()).isEqualTo("token");
            assertThat(wrong.readListener()).isNull();

            fixture.matcher = selfie -> check;
            FakeRequest right = upload("", PICTURE).asyncSupported().header("Facecheck-Token", token());
            take(right);
            arrive(right);
            assertThat(fixture.selfies).hasSize(1);
        }

        @Test
        void one_whose_token_stands_behind_its_picture_is_told_so() throws Exception {
            byte[] backwards = new String(FormUploadTest.form(token(), PICTURE), StandardCharsets.ISO_8859_1)
                    .replace("\"token\"", "\"field\"")
                    .replace("\r\n--b--", "\r\n--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nx\r\n--b--")
                    .getBytes(StandardCharsets.ISO_8859_1);
            FakeRequest request = upload(backwards, 0).asyncSupported();
            take(request);

            arrive(request);
            Reply told = take(request.dispatched(DispatcherType.ASYNC));

            assertThat(told.status()).isEqualTo(400);
            assertThat(told.message()).isEqualTo("no-picture");
            assertThat(fixture.events)
                    .extracting(FaceCheckEvent::detail)
                    .containsExactly("the form's token must be sent before its picture");
            stillFindsAPermit();
        }

        @Test
        void its_permit_is_held_until_then() throws Exception {
            fixture.matcher = selfie -> check;
            sent();

            assertThat(submit().message()).isEqualTo("busy");

            check.complete(MATCH);
            stillFindsAPermit();
        }

        @Test
        void its_permit_is_held_until_the_matcher_answers_though_the_client_has_left() throws Exception {
            fixture.matcher = selfie -> check;
            FakeRequest request = sent();
            ArgumentCaptor<AsyncListener> listener = ArgumentCaptor.forClass(AsyncListener.class);
            verify(request.async()).addListener(listener.capture());
            listener.getValue().onError(new AsyncEvent(request.async()));
            listener.getValue().onComplete(new AsyncEvent(request.async()));

            assertThat(submit().message()).isEqualTo("busy");

            check.complete(MATCH);
            stillFindsAPermit();
        }

        @Test
        void checks_beyond_the_allowed_number_never_reach_the_matcher() throws Exception {
            fixture.matcher = selfie -> new CompletableFuture<>();
            CaptureHandler two =
                    fixture.handler(TestConfig.with().maxConcurrent(2).read());
            for (int i = 0; i < 2; i++) {
                arriveAt(two, upload(token(), PICTURE).asyncSupported());
            }
            SessionAttempts.source(person).session().change(AttemptCount::oneLess);

            FakeRequest request = upload(token(), PICTURE).asyncSupported();
            arriveAt(two, request);
            FakeResponse third = new FakeResponse();
            two.handle(request.dispatched(DispatcherType.ASYNC), third);

            assertThat(third.getStatus()).isEqualTo(503);
            assertThat(fixture.selfies).hasSize(2);
        }

        @Test
        void they_are_no_longer_too_many_when_one_has_been_answered() throws Exception {
            answers(new FaceMatch.Trouble(Cause.UNAVAILABLE, "status 500"));

            for (int i = 0; i < 20; i++) {
                FakeRequest request = sent();
                handler.handle(request.dispatched(DispatcherType.ASYNC), new FakeResponse());
            }

            assertThat(fixture.selfies).hasSize(20);
        }

        @Test
        void many_checks_at_once_do_not_outrun_the_count() throws Exception {
            fixture.matcher = selfie -> new CompletableFuture<>();
            CaptureHandler roomy =
                    fixture.handler(TestConfig.with().maxConcurrent(10).read());

            for (int i = 0; i < 3; i++) {
                arriveAt(roomy, upload(token(), PICTURE).asyncSupported());
            }

            assertThat(fixture.selfies).hasSize(2);
        }

        @ParameterizedTest
        @MethodSource("org.facecheck.internal.capture.UploadHandlerTest#brokenMatchers")
        void a_broken_matcher_brings_it_back_as_trouble_and_keeps_no_permit(FaceMatcher broken) throws Exception {
            fixture.matcher = broken;

            FakeRequest request = sent();

            verify(request.async()).dispatch("/facecheck");
            assertThat(CaptureExchange.of(request).orElseThrow().takeNext())
                    .isInstanceOfSatisfying(
                            CaptureStep.Ready.class,
                            step -> assertThat(((Matched) step.result()).match())
                                    .isInstanceOf(FaceMatch.Trouble.class));
            stillFindsAPermit();
        }
    }
}
