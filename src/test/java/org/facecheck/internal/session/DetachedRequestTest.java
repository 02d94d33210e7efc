package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.facecheck.fake.FakeRequest;
import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.caller.PrincipalName;
import org.junit.jupiter.api.Test;

class DetachedRequestTest {
    private final FakeRequest request = FakeRequest.of("POST", "/app/facecheck")
            .as("alice")
            .from("192.0.2.7")
            .header("Referer", "http://app.example/app/page");

    @Test
    void says_what_the_request_was_though_that_is_another_one_now() {
        HttpSession begun = request.getSession();
        HttpServletRequest detached = SessionSnapshot.detach(request);

        request.as("bob")
                .from("192.0.2.8")
                .header("Referer", "http://app.example/other")
                .with(null);

        assertThat(detached.getSession(false)).isSameAs(begun);
        assertThat(detached.getSession(true)).isSameAs(begun);
        assertThat(PrincipalName.of(detached)).contains(new PrincipalName("alice"));
        assertThat(ClientAddress.of(detached)).isEqualTo(new ClientAddress("192.0.2.7"));
        assertThat(detached.getHeader("referer")).isEqualTo("http://app.example/app/page");
        assertThat(detached.getContextPath()).isEqualTo("/app");
        assertThat(detached.getRequestURI()).isEqualTo("/app/facecheck");
    }

    @Test
    void says_who_made_the_browser_send_it() {
        assertThat(Initiator.of(SessionSnapshot.detach(request.header("Sec-Fetch-Site", "cross-site"))))
                .isEqualTo(Initiator.OTHER_SITE);
        assertThat(Initiator.of(SessionSnapshot.detach(request.header("Sec-Fetch-Site", "same-origin"))))
                .isEqualTo(Initiator.SELF);
    }

    @Test
    void begins_no_session_and_has_no_principal_where_the_request_had_none() {
        HttpServletRequest detached = SessionSnapshot.detach(FakeRequest.get("/app/facecheck"));

        assertThat(detached.getSession(false)).isNull();
        assertThat(detached.getUserPrincipal()).isNull();
        assertThatThrownBy(() -> detached.getSession(true)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keeps_attributes_to_itself() {
        HttpServletRequest detached = SessionSnapshot.detach(request.attribute("before", "request"));

        detached.setAttribute("name", "value");

        assertThat(detached.getAttribute("name")).isEqualTo("value");
        assertThat(detached.getAttribute("before")).isNull();
        assertThat(request.getAttribute("name")).isNull();
    }

    @Test
    void does_not_answer_for_the_request_what_was_not_kept() {
        HttpServletRequest detached = SessionSnapshot.detach(request);

        assertThatThrownBy(detached::getInputStream).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(detached::changeSessionId).isInstanceOf(UnsupportedOperationException.class);
    }
}
