package org.facecheck.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SubjectHandlerTest {

    @Test
    void a_server_without_one_lacks_a_line() {
        assertThat(SubjectHandler.problem(Set.of("jakarta.servlet.http.HttpServletRequest"))
                        .orElse("none"))
                .contains("SecurityContext")
                .endsWith("/subsystem=elytron/policy=jacc:add(jacc-policy={})");
    }

    @Test
    void a_server_that_has_it_lacks_nothing() {
        assertThat(SubjectHandler.problem(Set.of("javax.security.auth.Subject.container")))
                .isEmpty();
    }
}
