package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.capture.CaptureResult.Answer;
import org.facecheck.internal.capture.CaptureResult.AttemptsLeft;
import org.facecheck.internal.capture.CaptureResult.Busy;
import org.facecheck.internal.capture.CaptureResult.Locked;
import org.facecheck.internal.capture.CaptureResult.NotVerified;
import org.facecheck.internal.capture.CaptureResult.Redirect;
import org.facecheck.internal.capture.CaptureResult.Rejected;
import org.facecheck.internal.capture.CaptureResult.SessionChanged;
import org.facecheck.internal.capture.CaptureResult.Simple;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.figures.Limit;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.upload.AsyncUpload.Failure;
import org.facecheck.internal.upload.UploadRefusal;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;
import org.facecheck.internal.verdict.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureResponderTest {
    private final CaptureResponder responder =
            new CaptureResponder(CaptureFixture.page(TestConfig.with().read()), new Counters(CaptureFixture.CLOCK));
    private final FakeRequest request = FakeRequest.of("POST", "/app/facecheck");
    private final FakeResponse response = new FakeResponse();

    private void answer(Answer answer) throws Exception {
        responder.answer(answer, request, response);
    }

    private Object message(String part) {
        Map<?, ?> model = (Map<?, ?>) request.getAttribute(CapturePage.MODEL);
        return ((Map<?, ?>) model.get("news")).get(part);
    }

    @Nested
    class A_redirect {
        @Test
        void is_a_path_alone() throws Exception {
            answer(new Redirect(new RequestTarget("/app/secure/page")));

            assertThat(response.getStatus()).isEqualTo(303);
            assertThat(response.getHeader("Location")).isEqualTo("/app/secure/page");
        }

        @Test
        void is_told_to_the_pages_script_instead_of_leading_it_there() throws Exception {
            request.header("Facecheck-Script", "capture");

            answer(new Redirect(new RequestTarget("/app/secure/page")));

            assertThat(response.getStatus()).isEqualTo(201);
            assertThat(response.getHeader("Location")).isEqualTo("/app/secure/page");
        }

        @Test
        void is_told_to_what_sends_a_picture_as_the_body() throws Exception {
            request.header("Content-Type", "image/png");

            answer(new Redirect(new RequestTarget("/app/secure/page")));

            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Malformed.NO_FORM, 400, "no-picture"),
                Arguments.of(Malformed.NO_PICTURE, 400, "no-picture"),
                Arguments.of(Malformed.NO_LENGTH, 411, "no-picture"),
                Arguments.of(Malformed.TOO_SLOW, 408, "no-picture"),
                Arguments.of(new UnusablePicture(Fault.OTHER_FORMAT, "words"), 415, "not-a-picture"),
                Arguments.of(new UnusablePicture(Fault.UNREADABLE, "words"), 422, "picture-unreadable"),
                Arguments.of(new UnusablePicture(Fault.TOO_SMALL, "words"), 422, "picture-too-small"),
                Arguments.of(new UnusablePicture(Fault.TOO_LARGE, "words"), 413, "picture-too-large"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refused_picture_has_its_status_and_its_reference_and_says_nothing_of_the_operators_words(
            UploadRefusal refusal, int status, String key) throws Exception {
        answer(new Rejected(refusal, "ABCD2345"));

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(message("key")).isEqualTo(key);
        assertThat(message("reference")).isEqualTo("ABCD2345");
        assertThat(message("text").toString()).doesNotContain("words");
    }

    @Test
    void a_lack_of_permits_asks_to_come_back() throws Exception {
        answer(new Busy(Limit.CHECKS));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void a_lock_below_a_second_is_a_second() throws Exception {
        answer(new Locked(Duration.ofMillis(400), "ABCD2345"));

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(message("reference")).isEqualTo("ABCD2345");
    }

    @Test
    void a_check_that_counts_tells_what_is_left() throws Exception {
        answer(new NotVerified(
                new Verdict.Refused(org.facecheck.FaceCheckEvent.Outcome.NOT_MATCHED),
                "ABCD2345",
                new AttemptsLeft(1, null)));

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(message("left")).isEqualTo("You have one attempt left.");
    }

    /** Words that are true for any picture, unless the sender says that a camera has just taken it. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, Use a picture in which your face is larger.",
                "file, Use a picture in which your face is larger.",
                "'', Use a picture in which your face is larger.",
                "camera, Move closer to the camera."
            })
    void a_hint_speaks_of_a_camera_to_who_has_used_one(String source, String told) throws Exception {
        if (source != null) {
            request.header("Facecheck-Source", source);
        }

        answer(new NotVerified(new Verdict.Retake(Hint.TOO_SMALL), "ABCD2345", null));

        assertThat(message("text")).isEqualTo(told);
        assertThat(message("key")).isEqualTo("retake-too-small");
    }

    @Test
    void what_is_left_of_the_attempts_changes_no_word_about_the_picture() throws Exception {
        request.header("Facecheck-Source", "camera");

        answer(new NotVerified(new Verdict.Retake(Hint.TOO_SMALL), "ABCD2345", new AttemptsLeft(2, null)));

        assertThat(message("text")).isEqualTo("Move closer to the camera.");
        assertThat(message("left")).isEqualTo("You have 2 attempts left.");
    }

    @Test
    void what_is_pending_leaves_the_response_alone() throws Exception {
        answer(Simple.PENDING);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(request.forwardedTo()).isNull();
    }

    @Nested
    class A_session_that_has_changed {
        /** It may be another client's by now: a page would issue a token of it, and be an error page of the application's. */
        @Test
        void is_told_in_plain_words_with_nothing_of_the_session() throws Exception {
            answer(new SessionChanged(false, "ABCD2345"));

            assertThat(response.getStatus()).isEqualTo(403);
            assertThat(response.text()).isEqualTo("The session has changed. Open the page again. (ABCD2345)\n");
            assertThat(response.getHeader("Content-Type")).isEqualTo("text/plain;charset=US-ASCII");
            assertThat(response.getHeader("Content-Length"))
                    .isEqualTo(Integer.toString(response.text().length()));
            assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
            assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(request.hasSession()).isFalse();
            assertThat(request.getAttribute(CapturePage.MODEL)).isNull();
        }

        @Test
        void that_is_the_clients_own_has_the_page_with_the_reference() throws Exception {
            answer(new SessionChanged(true, "ABCD2345"));

            assertThat(response.getStatus()).isEqualTo(403);
            assertThat(message("reference")).isEqualTo("ABCD2345");
        }
    }

    @Nested
    class An_upload_that_fails_between_two_dispatches {
        private final AsyncContext async = mock(AsyncContext.class);

        @ParameterizedTest
        @CsvSource({"INCOMPLETE, 400,", "TIMEOUT, 408,", "OVERLOADED, 503, 5"})
        void is_answered_and_its_connection_closed(Failure failure, int status, String retryAfter) {
            when(async.getResponse()).thenReturn(response);

            responder.abort(async, failure);

            assertThat(response.getStatus()).isEqualTo(status);
            assertThat(response.getHeader("Connection")).isEqualTo("close");
            assertThat(response.getHeader("Retry-After")).isEqualTo(retryAfter);
            verify(async).complete();
        }

        @Test
        void is_not_answered_twice() {
            HttpServletResponse committed = mock(HttpServletResponse.class);
            when(committed.isCommitted()).thenReturn(true);
            when(async.getResponse()).thenReturn(committed);

            responder.abort(async, Failure.INCOMPLETE);

            verify(committed, never()).setStatus(400);
            verify(async).complete();
        }

        @Test
        void may_have_ended_already() {
            doThrow(new IllegalStateException("completed")).when(async).getResponse();

            assertThatCode(() -> responder.abort(async, Failure.TIMEOUT)).doesNotThrowAnyException();
        }
    }
}
