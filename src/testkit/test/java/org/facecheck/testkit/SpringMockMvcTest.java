package org.facecheck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.HttpServletRequest;
import org.facecheck.KycIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The documents' example: a controller of Spring MVC, tested by MockMvc. */
class SpringMockMvcTest {

    @RestController
    static class Payslips {
        @GetMapping(path = "/payslip", produces = MediaType.TEXT_PLAIN_VALUE)
        String payslip(HttpServletRequest request) {
            return KycIdentity.of(request)
                    .flatMap(KycIdentity::fullName)
                    .map("Payslip of "::concat)
                    .orElse("nobody");
        }
    }

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Payslips()).build();

    private static RequestPostProcessor verified() {
        return request -> {
            KycIdentities.verified(request);
            return request;
        };
    }

    @Test
    void whoever_is_verified_reads_their_payslip() throws Exception {
        assertThat(mvc.perform(get("/payslip").with(verified()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .isEqualTo("Payslip of Amina Haddad");
    }

    @Test
    void whoever_is_not_reads_none() throws Exception {
        assertThat(mvc.perform(get("/payslip")).andReturn().getResponse().getContentAsString())
                .isEqualTo("nobody");
    }
}
