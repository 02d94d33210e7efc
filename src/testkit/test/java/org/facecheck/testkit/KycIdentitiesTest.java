package org.facecheck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import org.facecheck.KycIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KycIdentitiesTest {

    /** What a developer may have written, and wants to test. */
    static final class Payslip extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String name = KycIdentity.of(request).flatMap(KycIdentity::fullName).orElse("nobody");
            response.getWriter().print("Payslip of " + name);
        }
    }

    @Test
    void a_servlet_is_tested_without_a_server() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/payslip");
        MockHttpServletResponse response = new MockHttpServletResponse();
        KycIdentities.verified(request);

        new Payslip().service(request, response);

        assertThat(response.getContentAsString()).isEqualTo("Payslip of Amina Haddad");
    }

    @Test
    void a_mock_of_mockitos_is_told_what_to_answer() {
        HttpServletRequest request = mock(HttpServletRequest.class);

        KycIdentities.verified(request, new KycIdentity("id", Map.of("fullName", "Somebody Else")));

        assertThat(KycIdentity.of(request).flatMap(KycIdentity::fullName)).contains("Somebody Else");
    }

    @Test
    void a_mocked_session_of_the_tests_own_stays() {
        HttpServletRequest request = mock(HttpServletRequest.class);
        HttpSession session = mock(HttpSession.class);
        when(request.getSession()).thenReturn(session);

        KycIdentities.verified(request);

        assertThat(KycIdentity.of(request)).contains(KycIdentities.sample());
        assertThat(request.getSession(false)).isSameAs(session);
    }

    @Test
    void another_principal_is_not_told() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setUserPrincipal(() -> "alice");
        KycIdentities.verified(request);
        assertThat(KycIdentity.of(request)).isPresent();

        request.setUserPrincipal(() -> "bob");
        assertThat(KycIdentity.of(request)).isEmpty();

        request.setUserPrincipal(null);
        assertThat(KycIdentity.of(request)).isEmpty();
    }

    @Test
    void a_request_that_keeps_nothing_is_refused_with_a_reason() {
        HttpServletRequest request = new HttpServletRequestWrapper(new MockHttpServletRequest()) {
            @Override
            public HttpSession getSession() {
                return null;
            }
        };

        assertThatThrownBy(() -> KycIdentities.verified(request))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keeps no attribute of a session");
    }
}
