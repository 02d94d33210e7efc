package org.facecheck.internal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Map;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.page.EmbeddedCapture;
import org.facecheck.internal.session.FaceCheckSession;
import org.junit.jupiter.api.Test;

class FaceCheckElVariableTest {
    private final FakeRequest request = FakeRequest.get("/app/page");

    @Test
    void it_shows_the_fields_of_whoever_is_verified() {
        FaceCheckSession.of(request)
                .grant(new KycIdentity("card", Map.of("fullName", "FIRST LAST", "fullName_local", "الاسم بالعربي")), 0);

        assertThat(new FaceCheckElVariable(request))
                .isEqualTo(Map.of("identity", Map.of("fullName", "FIRST LAST", "fullName_local", "الاسم بالعربي")));
    }

    @Test
    void it_is_empty_where_nobody_is() {
        assertThat(new FaceCheckElVariable(request)).isEqualTo(Map.of("identity", Map.of()));
        assertThat(request.hasSession()).isFalse();
    }

    @Test
    void it_has_the_captures_model_only_where_a_page_asks_for_it() {
        FaceCheckConfig config = TestConfig.with().read();
        EmbeddedCapture capture = new EmbeddedCapture(
                config.capture(), config.rules(), new AttemptLimiter(config.attempts(), Clock.systemUTC()));
        when(request.getServletContext().getAttribute(EmbeddedCapture.class.getName()))
                .thenReturn(capture);
        FaceCheckElVariable variable = new FaceCheckElVariable(request);

        assertThat(variable.keySet()).containsExactly("identity");
        assertThat(variable.get("identity")).isEqualTo(Map.of());
        assertThat(request.hasSession()).isFalse();
        assertThat(variable.get("page")).isSameAs(capture.model(request));
        assertThat(request.hasSession()).isTrue();
    }

    @Test
    void it_has_no_model_where_facecheck_does_not_run() {
        assertThat(new FaceCheckElVariable(request).get("page")).isNull();
    }

    @Test
    void it_is_empty_for_somebody_who_has_logged_in_since() {
        FaceCheckSession.of(request).grant(new KycIdentity("card", Map.of("fullName", "FIRST LAST")), 0);

        assertThat(new FaceCheckElVariable(request.as("alice"))).isEqualTo(Map.of("identity", Map.of()));
    }
}
