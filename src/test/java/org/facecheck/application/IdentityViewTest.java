package org.facecheck.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.session.FaceCheckSession;
import org.junit.jupiter.api.Test;

class IdentityViewTest {
    private final FakeRequest request = FakeRequest.get("/app/page");

    @Test
    void it_shows_the_fields_of_whoever_is_verified() {
        FaceCheckSession.of(request)
                .grant(new KycIdentity("card", Map.of("fullName", "FIRST LAST", "fullName_local", "الاسم بالعربي")), 0);

        assertThat(IdentityView.of(request))
                .isEqualTo(Map.of("identity", Map.of("fullName", "FIRST LAST", "fullName_local", "الاسم بالعربي")));
    }

    @Test
    void it_is_empty_where_nobody_is() {
        assertThat(IdentityView.of(request)).isEqualTo(Map.of("identity", Map.of()));
        assertThat(request.hasSession()).isFalse();
    }

    @Test
    void it_is_empty_for_somebody_who_has_logged_in_since() {
        FaceCheckSession.of(request).grant(new KycIdentity("card", Map.of("fullName", "FIRST LAST")), 0);

        assertThat(IdentityView.of(request.as("alice"))).isEqualTo(Map.of("identity", Map.of()));
    }
}
