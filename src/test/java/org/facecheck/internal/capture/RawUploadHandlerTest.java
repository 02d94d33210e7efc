package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Interrupted;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.Records;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.attempts.AttemptCount;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.concurrent.AsyncEnd;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.SessionAttempts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawUploadHandlerTest {
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);
    private static final FaceMatch MATCH =
            new FaceMatch.Matched(List.of(Records.of("card", "FIRST LAST").build()));

    private final CaptureFixture fixture = new CaptureFixture();
    private final CaptureHandler handler = fixture.handler(Configs.HALF_HOUR);
    private final FakeRequest person = FakeRequest.get("/app/facecheck");

    private String token() {
        return FaceCheckSession.of(person).issueToken().text();
    }

    private FakeRequest upload(String token, byte[] picture) {
        return FakeRequest.of("POST", "/app/facecheck")
                .with(person.getSession())
                .header("Content-Type", "image/jpeg")
                .header("Facecheck-Token", token)
                .body(picture, picture.length);
    }

    private FakeResponse take(FakeRequest request) throws Exception {
        FakeResponse response = new FakeResponse();
        handler.handle(request, response);
        return response;
    }

    /** What the container does once the whole body is there. */
    private FakeResponse arrive(FakeRequest request) throws Exception {
        request.readListener().onDataAvailable();
        request.readListener().onAllDataRead();
        return dispatch(handler, request);
    }

    private static FakeResponse dispatch(CaptureHandler handler, FakeRequest request) throws Exception {
        FakeResponse response = new FakeResponse();
        handler.handle(request.dispatched(DispatcherType.ASYNC), response);
        return response;
    }

    private static Object message(FakeRequest request) {
        return ((Map<?, ?>) ((Map<?, ?>) request.getAttribute(CapturePage.MODEL)).get("news")).get("key");
    }

    private void answers(FaceMatch match) {
        fixture.matcher = selfie -> CompletableFuture.completedFuture(match);
    }

    private void stillFindsAPermit() throws Exception {
        answers(MATCH);
        assertThat(take(upload(token(), PICTURE)).getStatus()).isEqualTo(201);
    }

    @Test
    void a_picture_that_matches_gives_a_pass_and_says_where_to_go_on() throws Exception {
        FaceCheckSession.of(person)
                .requests()
                .saveRequest(Interrupted.page("/app/secure/page", Configs.HALF_HOUR.name()));
        answers(MATCH);

        FakeResponse passed = take(upload(token(), PICTURE));

        assertThat(passed.getStatus()).isEqualTo(201);
        assertThat(passed.getHeader("Location")).isEqualTo("/app/secure/page");
        assertThat(KycIdentity.of(person)).isPresent();
        assertThat(fixture.selfies)
                .singleElement()
                .satisfies(selfie -> assertThat(selfie.bytes()).isEqualTo(PICTURE));
    }

    @Test
    void a_picture_arrives_and_is_checked_without_a_thread_and_comes_back_once() throws Exception {
        CompletableFuture<FaceMatch> check = new CompletableFuture<>();
        fixture.matcher = selfie -> check;
        FakeRequest request = upload(token(), PICTURE).asyncSupported();
        take(request);
        verify(request.async()).setTimeout(Duration.ofSeconds(95).toMillis());
        verify(request.async()).addListener(isA(AsyncEnd.class));
        assertThat(fixture.selfies).isEmpty();

        request.readListener().onDataAvailable();
        request.readListener().onAllDataRead();

        assertThat(fixture.selfies).hasSize(1);
        verify(request.async(), never()).dispatch("/facecheck");
        check.complete(MATCH);
        verify(request.async()).dispatch("/facecheck");
        FakeResponse passed = dispatch(handler, request);
        assertThat(passed.getStatus()).isEqualTo(201);
    }

    @Test
    void an_upload_that_has_not_arrived_holds_no_place_of_the_service() throws Exception {
        for (int i = 0; i < 3; i++) {
            take(upload(token(), PICTURE).asyncSupported());
        }

        stillFindsAPermit();
    }

    @Test
    void the_permit_is_held_from_when_it_has_arrived() throws Exception {
        fixture.matcher = selfie -> new CompletableFuture<>();
        FakeRequest first = upload(token(), PICTURE).asyncSupported();
        take(first);
        first.readListener().onDataAvailable();
        first.readListener().onAllDataRead();
        FakeRequest second = upload(token(), PICTURE).asyncSupported();
        take(second);

        FakeResponse surplus = arrive(second);

        assertThat(surplus.getStatus()).isEqualTo(503);
        assertThat(surplus.getHeader("Retry-After")).isEqualTo("5");
        assertThat(message(second)).isEqualTo("busy");
        fixture.timer.pass(Duration.ofSeconds(25));
        stillFindsAPermit();
    }

    @Test
    void a_session_has_no_more_uploads_on_their_way_than_its_share() throws Exception {
        CaptureHandler few = fixture.handler(TestConfig.with()
                .set("facecheck.capture.max-uploads-per-session", 2)
                .read());
        FakeRequest first = upload(token(), PICTURE).asyncSupported();
        few.handle(first, new FakeResponse());
        few.handle(upload(token(), PICTURE).asyncSupported(), new FakeResponse());

        FakeRequest third = upload(token(), PICTURE).asyncSupported();
        FakeResponse surplus = new FakeResponse();
        few.handle(third, surplus);

        assertThat(surplus.getStatus()).isEqualTo(503);
        assertThat(message(third)).isEqualTo("busy");
        assertThat(third.readListener()).isNull();
        FakeRequest other = FakeRequest.get("/app/facecheck");
        FakeRequest others = upload(FaceCheckSession.of(other).issueToken().text(), PICTURE)
                .with(other.getSession())
                .asyncSupported();
        few.handle(others, new FakeResponse());
        assertThat(others.readListener()).isNotNull();
        first.readListener().onError(new java.io.IOException("gone"));
        FakeRequest next = upload(token(), PICTURE).asyncSupported();
        few.handle(next, new FakeResponse());
        assertThat(next.readListener()).isNotNull();
    }

    @Test
    void an_upload_whose_client_leaves_gives_its_share_back() throws Exception {
        CaptureHandler few = fixture.handler(TestConfig.with()
                .set("facecheck.capture.max-uploads-per-session", 1)
                .read());
        FakeRequest first = upload(token(), PICTURE).asyncSupported();
        few.handle(first, new FakeResponse());

        CaptureExchange.of(first).orElseThrow().complete();

        FakeRequest next = upload(token(), PICTURE).asyncSupported();
        few.handle(next, new FakeResponse());
        assertThat(next.readListener()).isNotNull();
        assertThat(fixture.timer.pending()).isEqualTo(1);
    }

    @Test
    void a_wrong_token_is_refused_before_the_body_is_read() throws Exception {
        token();
        FakeRequest request = upload("invented", PICTURE).asyncSupported();

        assertThat(take(request).getStatus()).isEqualTo(403);
        assertThat(message(request)).isEqualTo("token");
        assertThat(request.readListener()).isNull();
    }

    @Test
    void a_token_that_another_upload_used_meanwhile_is_refused() throws Exception {
        CaptureFixture roomy = new CaptureFixture();
        roomy.matcher = selfie -> CompletableFuture.completedFuture(new FaceMatch.NotMatched());
        CaptureHandler roomier =
                roomy.handler(TestConfig.with().maxConcurrent(2).read());
        String token = token();
        FakeRequest slow = upload(token, PICTURE).asyncSupported();
        roomier.handle(slow, new FakeResponse());
        roomier.handle(upload(token, PICTURE), new FakeResponse());

        slow.readListener().onDataAvailable();
        slow.readListener().onAllDataRead();
        FakeResponse told = dispatch(roomier, slow);

        assertThat(told.getStatus()).isEqualTo(403);
        assertThat(roomy.selfies).hasSize(1);
    }

    @Test
    void uploads_side_by_side_do_not_outrun_the_attempts() throws Exception {
        CaptureFixture roomy = new CaptureFixture();
        roomy.matcher = selfie -> CompletableFuture.completedFuture(new FaceMatch.NotMatched());
        CaptureHandler roomier = roomy.handler(TestConfig.with()
                .maxConcurrent(10)
                .set("facecheck.capture.max-uploads-per-session", 10)
                .read());
        List<FakeRequest> all = java.util.stream.Stream.generate(
                        () -> upload(token(), PICTURE).asyncSupported())
                .limit(5)
                .toList();
        for (FakeRequest one : all) {
            roomier.handle(one, new FakeResponse());
        }

        for (FakeRequest one : all) {
            one.readListener().onDataAvailable();
            one.readListener().onAllDataRead();
            dispatch(roomier, one);
        }

        assertThat(roomy.selfies).hasSize(2);
    }

    @Test
    void what_is_no_picture_is_told_so_when_it_has_arrived() throws Exception {
        FakeRequest request = upload(token(), new byte[100]).asyncSupported();
        take(request);

        assertThat(arrive(request).getStatus()).isEqualTo(415);
        assertThat(message(request)).isEqualTo("not-a-picture");
        stillFindsAPermit();
    }

    @Test
    void what_would_not_fit_into_the_memory_is_asked_to_come_back() throws Exception {
        CaptureHandler small = fixture.handler(TestConfig.with()
                .set("facecheck.capture.max-bytes-per-session", Configs.MAX_BYTES + 16_385)
                .read());
        byte[] large = new byte[Configs.MAX_BYTES - 1];
        FakeRequest first =
                upload(token(), large).body(large, Configs.MAX_BYTES).asyncSupported();
        small.handle(first, new FakeResponse());
        first.readListener().onDataAvailable();

        FakeRequest surplus = upload(token(), large).asyncSupported();
        small.handle(surplus, new FakeResponse());
        surplus.readListener().onDataAvailable();
        surplus.readListener().onAllDataRead();

        assertThat(dispatch(small, surplus).getStatus()).isEqualTo(503);
        assertThat(message(surplus)).isEqualTo("busy");
        assertThat(fixture.events).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "image/webp, 100, 415, media type not supported",
        "image/jpeg, -1, 411, no length announced",
        "image/jpeg, 0, 400, no picture",
        "image/jpeg, 999999999, 413, more bytes than allowed"
    })
    void what_is_refused_by_its_headers_is_an_outcome(String type, long length, int status, String detail)
            throws Exception {
        FakeRequest request =
                upload(token(), PICTURE).header("Content-Type", type).body(PICTURE, length);

        assertThat(take(request).getStatus()).isEqualTo(status);

        assertThat(fixture.events).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.PICTURE_REJECTED);
            assertThat(event.detail()).isEqualTo(detail);
        });
    }

    @Test
    void a_wrong_token_and_a_lack_of_permits_are_no_outcomes_of_a_picture() throws Exception {
        take(upload("invented", PICTURE));
        fixture.matcher = selfie -> new CompletableFuture<>();
        take(upload(token(), PICTURE).asyncSupported());
        take(upload(token(), PICTURE).asyncSupported());

        assertThat(fixture.events).isEmpty();
    }

    @Test
    void a_match_that_the_container_never_comes_back_for_is_trouble_and_no_attempt_of_the_persons() throws Exception {
        FaceCheckConfig config = TestConfig.with().read();
        fixture.limiter = new AttemptLimiter(config.attempts(), CaptureFixture.CLOCK);
        CaptureHandler counted = fixture.handler(config);
        answers(new FaceMatch.NotMatched());
        int attempts = fixture.limiter.attemptsLeft(SessionAttempts.source(person));
        FakeRequest request = upload(token(), PICTURE).asyncSupported();
        counted.handle(request, new FakeResponse());
        request.readListener().onDataAvailable();
        request.readListener().onAllDataRead();
        assertThat(fixture.limiter.attemptsLeft(SessionAttempts.source(person))).isEqualTo(attempts - 1);
        verify(request.async()).dispatch("/facecheck"); // and nothing comes of it

        CaptureExchange exchange = CaptureExchange.of(request).orElseThrow();
        exchange.timeOut();

        verify((HttpServletResponse) request.async().getResponse()).setStatus(503);
        assertThat(fixture.events).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.TROUBLE);
            assertThat(event.detail()).isEqualTo("the server did not resume the request");
        });
        assertThat(fixture.limiter.attemptsLeft(SessionAttempts.source(person))).isEqualTo(attempts);

        dispatch(counted, request); // too late
        assertThat(fixture.events).hasSize(1);
    }

    @Test
    void a_picture_that_takes_too_long_is_told_so_and_gives_its_permit_back() throws Exception {
        FakeRequest request = upload(token(), PICTURE).asyncSupported();
        take(request);

        fixture.timer.pass(Duration.ofMinutes(1));

        verify((HttpServletResponse) request.async().getResponse()).setStatus(408);
        verify(request.async()).complete();
        assertThat(fixture.timer.pending()).isZero();
        stillFindsAPermit();
    }

    @Test
    void a_matcher_that_takes_too_long_is_trouble_however_quickly_the_picture_came() throws Exception {
        fixture.matcher = selfie -> new CompletableFuture<>();
        FakeRequest request = upload(token(), PICTURE).asyncSupported();
        take(request);
        request.readListener().onDataAvailable();
        request.readListener().onAllDataRead();

        fixture.timer.pass(Duration.ofSeconds(25));

        verify(request.async()).dispatch("/facecheck");
        assertThat(dispatch(handler, request).getStatus()).isEqualTo(503);
        assertThat(fixture.events)
                .singleElement()
                .extracting("detail")
                .isEqualTo("TIMEOUT: the matcher gave no answer in time");
        stillFindsAPermit();
    }

    @Test
    void what_breaks_without_the_request_is_thrown_where_it_is_back() throws Exception {
        fixture.matcher = selfie -> {
            throw new NoClassDefFoundError("some/Library");
        };
        FakeRequest request = upload(token(), PICTURE).asyncSupported();
        take(request);
        request.readListener().onDataAvailable();
        request.readListener().onAllDataRead();

        verify(request.async()).dispatch("/facecheck");
        assertThatThrownBy(() -> dispatch(handler, request)).isInstanceOf(NoClassDefFoundError.class);
        SessionAttempts.source(person).session().change(AttemptCount::oneLess);
        stillFindsAPermit();
    }

    @Test
    void nothing_asks_a_request_that_waits() throws Exception {
        answers(MATCH);
        FakeRequest request = upload(token(), PICTURE).asyncSupported();
        AtomicBoolean waits = new AtomicBoolean();
        handler.handle(
                new HttpServletRequestWrapper(request) {
                    private <T> T asked(T answer) {
                        assertThat(waits).isFalse();
                        return answer;
                    }

                    @Override
                    public HttpSession getSession(boolean create) {
                        return asked(super.getSession(create));
                    }

                    @Override
                    public Principal getUserPrincipal() {
                        return asked(super.getUserPrincipal());
                    }

                    @Override
                    public Object getAttribute(String name) {
                        return asked(super.getAttribute(name));
                    }

                    @Override
                    public void setAttribute(String name, Object value) {
                        assertThat(waits).isFalse();
                        super.setAttribute(name, value);
                    }
                },
                new FakeResponse());
        waits.set(true);

        request.readListener().onDataAvailable();
        request.readListener().onAllDataRead();

        waits.set(false);
        verify(request.async()).dispatch("/facecheck");
        assertThat(dispatch(handler, request).getStatus()).isEqualTo(201);
    }
}
