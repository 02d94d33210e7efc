package org.facecheck.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.session.SessionAttempts;
import org.junit.jupiter.api.Test;

class EmbeddedCaptureTest {
    private final FaceCheckConfig config = TestConfig.with().read();
    private final AttemptLimiter attempts = new AttemptLimiter(config.attempts(), Clock.systemUTC());
    private final FakeRequest request = FakeRequest.navigation("/app/dashboard");
    private final EmbeddedCapture capture = new EmbeddedCapture(config.capture(), config.rules(), attempts);

    @Test
    void a_page_that_asks_gets_what_the_capture_pages_view_gets() {
        assertThat(capture.model(request).get("action")).isEqualTo("facecheck");
        assertThat(request.getAttribute("facecheckPage")).isSameAs(capture.model(request));
    }

    @Test
    void a_page_has_one_token_that_the_session_knows_however_often_it_asks() {
        String token = (String) capture.model(request).get("token");

        assertThat(capture.model(request).get("token")).isEqualTo(token);
        assertThat(FaceCheckSession.of(request).redeem(new FormToken(token))).isEqualTo(FormToken.Status.VALID);
    }

    @Test
    void the_capture_pages_own_model_stays() throws Exception {
        new CapturePage(config.capture(), config.rules()).show(request, new FakeResponse());
        Object own = request.getAttribute("facecheckPage");

        assertThat(capture.model(request)).isSameAs(own);
    }

    @Test
    void who_is_locked_out_learns_so_before_they_try() throws Exception {
        request.getSession();
        for (int i = 0; i < config.attempts().max(); i++) {
            attempts.take(SessionAttempts.source(request));
        }

        assertThat(capture.model(request).get("news")).asString().contains("locked");
    }

    @Test
    void who_may_try_reads_no_news() {
        assertThat(capture.model(request).containsKey("news")).isFalse();
    }
}
