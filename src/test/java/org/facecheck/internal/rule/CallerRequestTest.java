package org.facecheck.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.facecheck.FaceCaller;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.internal.challenge.Challenge;
import org.facecheck.internal.session.FaceCheckSession;
import org.junit.jupiter.api.Test;

/** What the application sees behind a rule where the face is the login. */
class CallerRequestTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-06-30T12:00:00Z"), ZoneOffset.UTC);
    private static final FaceCaller ANNA = new FaceCaller("a.gross", Set.of("employee"));

    private final HttpSession session = FakeRequest.get("/app/").getSession();
    private final FakeResponse response = new FakeResponse();
    private HttpServletRequest passed;

    private FakeRequest request() {
        return FakeRequest.navigation("/app/secure/page").with(session);
    }

    private void logIn(FaceCaller caller) {
        FaceCheckSession.of(FakeRequest.of("POST", "/app/facecheck").with(session))
                .grant(new KycIdentity("card", Map.of("fullName", "ANNA GROSS")), caller, CLOCK.millis());
    }

    private HttpServletRequest pass(HttpServletRequest request, boolean logsIn) throws Exception {
        passed = null;
        FilterChain chain = (on, answer) -> passed = (HttpServletRequest) on;
        new RuleGuard(Configs.HALF_HOUR, new Challenge("/facecheck", 1000), CLOCK, logsIn)
                .pass(request, response, chain);
        return passed;
    }

    @Test
    void the_person_is_the_principal_of_the_request() throws Exception {
        logIn(ANNA);

        HttpServletRequest seen = pass(request(), true);

        assertThat(seen.getUserPrincipal()).isEqualTo(ANNA);
        assertThat(seen.getRemoteUser()).isEqualTo("a.gross");
        assertThat(seen.getAuthType()).isEqualTo("FACE");
        assertThat(seen.isUserInRole("employee")).isTrue();
        assertThat(seen.isUserInRole("admin")).isFalse();
        assertThat(seen.authenticate(response)).isTrue();
        assertThat(KycIdentity.of(seen)).isPresent();
    }

    @Test
    void without_the_key_the_request_goes_on_as_it_came() throws Exception {
        logIn(ANNA);
        FakeRequest request = request();

        assertThat(pass(request, false)).isSameAs(request);
    }

    @Test
    void a_pass_that_logs_nobody_in_does_not_open() throws Exception {
        logIn(null);

        assertThat(pass(request(), true)).isNull();
        assertThat(response.getStatus()).isEqualTo(303);
    }

    @Test
    void a_forward_to_another_protected_page_takes_no_second_object() throws Exception {
        logIn(ANNA);
        HttpServletRequest first = pass(request(), true);

        assertThat(pass(first, true)).isSameAs(first);
    }

    @Test
    void a_principal_of_the_containers_is_never_replaced() throws Exception {
        FaceCheckSession.of(
                        FakeRequest.of("POST", "/app/facecheck").with(session).as("alice"))
                .grant(new KycIdentity("card", Map.of()), CLOCK.millis());
        FakeRequest request = request().as("alice");

        assertThat(pass(request, true)).isSameAs(request);
    }

    @Test
    void a_login_of_the_containers_in_the_middle_of_a_request_comes_first() throws Exception {
        logIn(ANNA);
        FakeRequest request = request();
        HttpServletRequest seen = pass(request, true);

        request.as("bob");

        assertThat(seen.getUserPrincipal().getName()).isEqualTo("bob");
        assertThat(seen.getRemoteUser()).isEqualTo("bob");
        assertThat(seen.isUserInRole("employee")).isFalse();
        assertThat(seen.getAuthType()).isNotEqualTo("FACE");
        assertThat(KycIdentity.of(seen)).isEmpty();
    }

    @Test
    void a_container_principal_of_the_same_name_is_another_principal() throws Exception {
        logIn(ANNA);

        assertThat(pass(request().as("a.gross"), true)).isNull();
    }

    @Test
    void a_logout_does_not_ask_a_container_that_has_nobody_to_log_out() throws Exception {
        logIn(ANNA);
        HttpServletRequest containers = new HttpServletRequestWrapper(request()) {
            @Override
            public void logout() throws ServletException {
                throw new ServletException("logout failed"); // as on Jetty
            }
        };
        HttpServletRequest seen = pass(containers, true);

        seen.logout();

        assertThat(seen.getUserPrincipal()).isNull();
        assertThat(pass(request(), true)).isNull();
    }

    @Test
    void a_logout_ends_principal_pass_and_identity() throws Exception {
        logIn(ANNA);
        HttpServletRequest seen = pass(request(), true);

        seen.logout();

        assertThat(seen.getUserPrincipal()).isNull();
        assertThat(seen.getRemoteUser()).isNull();
        assertThat(seen.isUserInRole("employee")).isFalse();
        assertThat(KycIdentity.of(seen)).isEmpty();
        assertThat(pass(request(), true)).isNull();
    }
}
