package org.facecheck.internal.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.facecheck.fake.FakeRequest;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormHeadTest {
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final FakeRequest back = FakeRequest.get("/app/secure/form")
            .header("Accept", "text/html")
            .header("content-type", "text/plain")
            .header("X-Count", "7");

    private FormHead head(String type) {
        return new FormHead(back, new Form(type, "a=1&b=%C3%BC".getBytes(StandardCharsets.US_ASCII))) {};
    }

    @Nested
    class What_describes_the_body {
        private final FormHead head = head(TYPE);

        @Test
        void is_the_forms() {
            assertThat(head.getMethod()).isEqualTo("POST");
            assertThat(head.getContentType()).isEqualTo(TYPE);
            assertThat(head.getContentLength()).isEqualTo(12);
            assertThat(head.getContentLengthLong()).isEqualTo(12);
        }

        @Test
        void is_the_forms_as_headers_whatever_their_case() {
            assertThat(head.getHeader("CONTENT-TYPE")).isEqualTo(TYPE);
            assertThat(Collections.list(head.getHeaders("content-type"))).containsExactly(TYPE);
            assertThat(head.getHeader("content-length")).isEqualTo("12");
            assertThat(Collections.list(head.getHeaders("CONTENT-LENGTH"))).containsExactly("12");
            assertThat(head.getIntHeader("Content-Length")).isEqualTo(12);
        }

        @Test
        void is_named_once_among_the_headers() {
            assertThat(Collections.list(head.getHeaderNames()))
                    .containsExactlyInAnyOrder("Accept", "X-Count", "Content-Type", "Content-Length");
        }
    }

    @Test
    void all_other_headers_are_those_of_the_request_that_comes_back() {
        FormHead head = head(TYPE);

        assertThat(head.getHeader("accept")).isEqualTo("text/html");
        assertThat(head.getIntHeader("x-count")).isEqualTo(7);
        assertThat(head.getHeader("X-Missing")).isNull();
        assertThat(head.getIntHeader("X-Missing")).isEqualTo(-1);
        assertThat(Collections.list(head.getHeaders("X-Missing"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded | application/x-www-form-urlencoded;charset=UTF-8",
                "application/x-www-form-urlencoded; charset=x | application/x-www-form-urlencoded;charset=UTF-8",
                "application/x-www-form-urlencoded;charset=x;y=z | application/x-www-form-urlencoded;y=z;charset=UTF-8",
                "application/x-www-form-urlencoded;Charset=x | application/x-www-form-urlencoded;Charset=x;charset=UTF-8"
            })
    void an_encoding_that_is_shown_takes_the_place_of_the_types_own(String sent, String shown) {
        FormHead head = head(sent);

        head.showEncoding("ISO-8859-15");
        head.showEncoding("UTF-8");

        assertThat(head.getContentType()).isEqualTo(shown);
        assertThat(head.getHeader("Content-Type")).isEqualTo(shown);
    }
}
