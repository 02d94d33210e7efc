package org.facecheck.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facecheck.FaceCaller;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.Pass;
import org.junit.jupiter.api.Test;

class LogoutServletTest {
    private final HttpSession session = FakeRequest.get("/app/").getSession();
    private final FakeResponse response = new FakeResponse();
    private final List<String> loggedOut = new ArrayList<>();

    /** Of a container that fails where nobody is to be logged out, as Jetty does. */
    private HttpServletRequest press(FakeRequest button) {
        return new HttpServletRequestWrapper(button.with(session)) {
            @Override
            public void logout() throws ServletException {
                if (getUserPrincipal() == null) {
                    throw new ServletException("logout failed");
                }
                loggedOut.add(getRemoteUser());
            }
        };
    }

    @Test
    void ends_a_login_by_the_face_of_which_the_container_knows_nothing() throws Exception {
        FaceCheckSession.of(FakeRequest.of("POST", "/app/facecheck").with(session))
                .grant(new KycIdentity("card", Map.of()), new FaceCaller("a.gross", Set.of()), 1_000_000_000);

        new LogoutServlet().doPost(press(FakeRequest.of("POST", "/app/sign-out")), response);

        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(session.getAttribute(KycIdentity.SESSION_ATTRIBUTE)).isNull();
        assertThat(Pass.in(FakeRequest.get("/app/"))).isNull();
    }

    @Test
    void ends_a_login_of_the_containers_too() throws Exception {
        new LogoutServlet().doPost(press(FakeRequest.of("POST", "/app/sign-out").as("alice")), response);

        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(loggedOut).hasSize(1);
    }
}
