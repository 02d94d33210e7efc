package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.facecheck.FaceMatch;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.Records;
import org.facecheck.internal.page.Assets;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.RememberedRequest;
import org.facecheck.internal.upload.AsyncUpload;
import org.junit.jupiter.api.Test;

class RawUploadHandlerTest {
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);
    private static final FaceMatch MATCH =
            new FaceMatch.Matched(List.of(Records.of("card", "FIRST LAST").build()));

    private final CaptureFixture desks = new CaptureFixture();
    private final CaptureServices desk = desks.desk(Configs.HALF_HOUR);
    private final CapturePage page = new CapturePage(desk.config().capture(), new Assets());
    private final VerdictHandler conclusion = new VerdictHandler(desk, page);
    private final UploadHandler submission = new UploadHandler(desk, page, conclusion, new PostCheckRedirect(desk));
    private final FakeRequest person = FakeRequest.get("/app/facecheck");

    private String token() {
        return FaceCheckSession.of(person).issueToken();
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
        submission.take(request, response);
        return response;
    }

    /** What the container does once the whole body is there. */
    private FakeResponse arrive(FakeRequest request) throws Exception {
        request.readListener().onDataAvailable();
        request.readListener().onAllDataRead();
        FakeResponse response = new FakeResponse();
        submission.arrived((AsyncUpload) request.getAttribute(AsyncUpload.ATTRIBUTE), request, response);
        return response;
    }

    private static Object news(FakeRequest request) {
        return ((Map<?, ?>) ((Map<?, ?>) request.getAttribute(CapturePage.MODEL)).get("news")).get("key");
    }

    private void answers(FaceMatch match) {
        desks.matcher = selfie -> CompletableFuture.completedFuture(match);
    }

    private void stillFindsAPlace() throws Exception {
        answers(MATCH);
        assertThat(take(upload(token(), PICTURE)).getStatus()).isEqualTo(201);
    }

    @Test
    void a_picture_that_matches_gives_a_pass_and_says_where_to_go_on() throws Exception {
        FaceCheckSession.of(person)
                .remember(new RememberedRequest("/app/secure/page", Configs.HALF_HOUR.name(), null, null));
        answers(MATCH);

        FakeResponse passed = take(upload(token(), PICTURE));

        assertThat(passed.getStatus()).isEqualTo(201);
        assertThat(passed.getHeader("Location")).isEqualTo("/app/secure/page");
        assertThat(KycIdentity.of(person)).isPresent();
        assertThat(desks.selfies)
                .singleElement()
                .satisfies(selfie -> assertThat(selfie.bytes()).isEqualTo(PICTURE));
    }

    @Test
    void a_picture_arrives_without_a_thread_and_comes_back_to_be_checked() throws Exception {
        CompletableFuture<FaceMatch> check = new CompletableFuture<>();
        desks.matcher = selfie -> check;
        FakeRequest request = upload(token(), PICTURE).asyncSupported();
        take(request);
        verify(request.async()).setTimeout(Duration.ofMinutes(1).toMillis());
        verify(request.async()).addListener(isA(AsyncUpload.class));
        assertThat(desks.selfies).isEmpty();

        arrive(request);

        assertThat(request.getAttribute(AsyncUpload.ATTRIBUTE)).isNull();
        verify(request.async()).setTimeout(Duration.ofSeconds(25).toMillis());
        check.complete(MATCH);
        verify(request.async()).dispatch("/facecheck");
        FakeResponse passed = new FakeResponse();
        conclusion.conclude(request, passed);
        assertThat(passed.getStatus()).isEqualTo(201);
    }

    @Test
    void the_place_is_taken_from_the_first_octet_on() throws Exception {
        desks.matcher = selfie -> new CompletableFuture<>();
        FakeRequest first = upload(token(), PICTURE).asyncSupported();
        take(first);

        FakeRequest second = upload(token(), PICTURE).asyncSupported();
        FakeResponse surplus = take(second);

        assertThat(surplus.getStatus()).isEqualTo(503);
        assertThat(surplus.getHeader("Retry-After")).isEqualTo("5");
        assertThat(second.readListener()).isNull();
        first.readListener().onError(new java.io.IOException("gone"));
        stillFindsAPlace();
    }

    @Test
    void a_wrong_token_is_refused_before_the_body_is_read() throws Exception {
        token();
        FakeRequest request = upload("invented", PICTURE).asyncSupported();

        assertThat(take(request).getStatus()).isEqualTo(403);
        assertThat(news(request)).isEqualTo("token");
        assertThat(request.readListener()).isNull();
    }

    @Test
    void a_token_that_another_upload_used_meanwhile_is_refused() throws Exception {
        CaptureFixture roomy = new CaptureFixture();
        roomy.matcher = selfie -> CompletableFuture.completedFuture(new FaceMatch.NotMatched());
        CaptureServices two = roomy.desk(Configs.with(2, Configs.HALF_HOUR));
        UploadHandler places = new UploadHandler(two, page, new VerdictHandler(two, page), new PostCheckRedirect(two));
        String token = token();
        FakeRequest slow = upload(token, PICTURE).asyncSupported();
        places.take(slow, new FakeResponse());
        places.take(upload(token, PICTURE), new FakeResponse());

        slow.readListener().onDataAvailable();
        slow.readListener().onAllDataRead();
        FakeResponse told = new FakeResponse();
        places.arrived((AsyncUpload) slow.getAttribute(AsyncUpload.ATTRIBUTE), slow, told);

        assertThat(told.getStatus()).isEqualTo(403);
        assertThat(roomy.selfies).hasSize(1);
    }

    @Test
    void uploads_side_by_side_do_not_outrun_the_attempts() throws Exception {
        CaptureFixture roomy = new CaptureFixture();
        roomy.matcher = selfie -> CompletableFuture.completedFuture(new FaceMatch.NotMatched());
        CaptureServices ten = roomy.desk(Configs.with(10, Configs.HALF_HOUR));
        UploadHandler places = new UploadHandler(ten, page, new VerdictHandler(ten, page), new PostCheckRedirect(ten));
        List<FakeRequest> all = java.util.stream.Stream.generate(
                        () -> upload(token(), PICTURE).asyncSupported())
                .limit(5)
                .toList();
        for (FakeRequest one : all) {
            places.take(one, new FakeResponse());
        }

        for (FakeRequest one : all) {
            one.readListener().onDataAvailable();
            one.readListener().onAllDataRead();
            places.arrived((AsyncUpload) one.getAttribute(AsyncUpload.ATTRIBUTE), one, new FakeResponse());
        }

        assertThat(roomy.selfies).hasSize(2);
    }

    @Test
    void what_is_no_picture_is_told_so_when_it_has_arrived() throws Exception {
        FakeRequest request = upload(token(), new byte[100]).asyncSupported();
        take(request);

        assertThat(arrive(request).getStatus()).isEqualTo(415);
        assertThat(news(request)).isEqualTo("not-a-picture");
        stillFindsAPlace();
    }

    @Test
    void what_would_not_fit_into_the_memory_is_asked_to_come_back() throws Exception {
        byte[] large = new byte[Configs.MAX_BYTES];
        int fit = Configs.MAX_BYTES_IN_FLIGHT / large.length;
        CaptureServices many = desks.desk(Configs.with(fit + 10, Configs.HALF_HOUR));
        UploadHandler places =
                new UploadHandler(many, page, new VerdictHandler(many, page), new PostCheckRedirect(many));
        String token = token();
        for (int i = 0; i < fit; i++) {
            places.take(upload(token, large).asyncSupported(), new FakeResponse());
        }

        FakeRequest surplus = upload(token, large).asyncSupported();
        FakeResponse told = new FakeResponse();
        places.take(surplus, told);

        assertThat(told.getStatus()).isEqualTo(503);
        assertThat(news(surplus)).isEqualTo("busy");
    }
}
