package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.facecheck.FaceMatch;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Interrupted;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.Records;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.FormUploadTest;
import org.junit.jupiter.api.Test;

class AsyncUploadHandlerTest {
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);

    private final CaptureFixture fixture = new CaptureFixture();
    private final CaptureHandler handler = fixture.handler(Configs.HALF_HOUR);
    private final FakeRequest person = FakeRequest.get("/app/facecheck");

    private FormToken pageFor(String target) {
        FakeRequest tab = FakeRequest.navigation("/app/facecheck").with(person.getSession());
        FaceCheckSession.of(tab).requests().saveRequest(Interrupted.page(target, Configs.HALF_HOUR.name()));
        return FaceCheckSession.of(tab).issueToken();
    }

    private FakeRequest upload(FormToken token) throws Exception {
        byte[] form = FormUploadTest.form(token.text(), PICTURE);
        return FakeRequest.of("POST", "/app/facecheck")
                .with(person.getSession())
                .asyncSupported()
                .header("Content-Type", FormUploadTest.TYPE)
                .body(form, form.length);
    }

    /** What the container does: the headers are there, the body is there, the dispatch comes. */
    private FakeResponse answer(FakeRequest upload) throws Exception {
        handler.handle(upload, new FakeResponse());
        upload.readListener().onDataAvailable();
        upload.readListener().onAllDataRead();
        FakeResponse answer = new FakeResponse();
        handler.handle(upload.dispatched(DispatcherType.ASYNC), answer);
        return answer;
    }

    private void matches() {
        fixture.matcher = selfie -> CompletableFuture.completedFuture(
                new FaceMatch.Matched(List.of(Records.of("card", "FIRST LAST").build())));
    }

    @Test
    void an_upload_leads_to_what_its_own_page_was_for_though_another_page_came_later() throws Exception {
        matches();
        FormToken first = pageFor("/app/secure/a");
        pageFor("/app/secure/b");

        FakeResponse answer = answer(upload(first));

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/app/secure/a");
    }

    @Test
    void one_whose_session_has_a_pass_already_needs_no_check() throws Exception {
        matches();
        FormToken first = pageFor("/app/secure/a");
        FormToken second = pageFor("/app/secure/b");
        answer(upload(first));

        FakeResponse answer = answer(upload(second));

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/app/secure/b");
        assertThat(fixture.selfies).hasSize(1);
    }

    @Test
    void its_event_says_how_large_the_picture_was_and_that_the_service_has_answered() throws Exception {
        matches();

        answer(upload(pageFor("/app/secure/a")));

        assertThat(fixture.events).singleElement().satisfies(event -> {
            assertThat(event.pictureBytes()).isEqualTo(PICTURE.length);
            assertThat(event.serviceTime()).isNotNull();
        });
    }

    @Test
    void a_matcher_that_cannot_be_had_is_trouble_and_no_attempt() throws Exception {
        CaptureHandler broken = fixture.handlerWithoutMatcher(Configs.HALF_HOUR);
        for (int i = 0; i < 4; i++) {
            FakeRequest upload = upload(pageFor("/app/secure/a"));
            broken.handle(upload, new FakeResponse());
            upload.readListener().onDataAvailable();
            upload.readListener().onAllDataRead();
            FakeResponse answer = new FakeResponse();
            broken.handle(upload.dispatched(DispatcherType.ASYNC), answer);

            assertThat(answer.getStatus()).isEqualTo(503);
        }
    }

    @Test
    void a_token_is_good_in_the_session_that_it_was_issued_in_until_it_is_used() {
        FormToken token = pageFor("/app/secure/a");
        FakeRequest here = FakeRequest.of("POST", "/app/facecheck").with(person.getSession());
        FakeRequest elsewhere = FakeRequest.of("POST", "/app/facecheck");
        elsewhere.getSession();

        assertThat(AsyncUploadHandler.tokens(here)).accepts(token).rejects(new FormToken("invented"));
        assertThat(AsyncUploadHandler.tokens(elsewhere)).rejects(token);
        assertThat(AsyncUploadHandler.tokens(FakeRequest.of("POST", "/app/facecheck")))
                .rejects(token);

        FaceCheckSession.of(here).redeem(token);
        assertThat(AsyncUploadHandler.tokens(here)).rejects(token);
    }

    @Test
    void no_token_is_good_in_a_session_that_has_ended_while_its_upload_was_read() {
        FormToken token = pageFor("/app/secure/a");
        FakeRequest here = FakeRequest.of("POST", "/app/facecheck").with(person.getSession());
        here.getSession().invalidate();

        assertThat(AsyncUploadHandler.tokens(here)).rejects(token);
    }
}
