package org.facecheck.internal.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.facecheck.fake.FakeRequest;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyReaderTest {
    private static final int LIMIT = 10;
    private static final int LARGE_LIMIT = 4096;
    private static final byte[] AT_LIMIT = "a=%C3%BC&b".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ABOVE_LIMIT = new byte[LIMIT + 1];

    private static Optional<Form> read(FakeRequest request) throws IOException {
        return new FormBodyReader(LIMIT).read(request);
    }

    private static FakeRequest form() {
        return FakeRequest.form("/app/secure/form", "a=1");
    }

    /** As many, each of one letter. */
    private static FakeRequest parameters(int count) {
        return FakeRequest.form("/app/secure/form", "a&".repeat(count - 1) + "a");
    }

    private static HttpServletRequest servers(FakeRequest request) {
        return (HttpServletRequest) request.getRequest();
    }

    @Nested
    class A_form_is_kept {
        @Test
        void to_the_byte_with_its_type() throws Exception {
            FakeRequest request = form().header("Content-Type", "application/x-www-form-urlencoded; charset=x")
                    .body(AT_LIMIT, LIMIT);

            assertThat(read(request)).hasValueSatisfying(form -> {
                assertThat(form.body()).isEqualTo(AT_LIMIT);
                assertThat(form.contentType()).isEqualTo("application/x-www-form-urlencoded; charset=x");
            });
        }

        @Test
        void whatever_the_case_of_its_type() throws Exception {
            assertThat(read(form().header("Content-Type", "Application/X-WWW-Form-URLEncoded")))
                    .isPresent();
        }

        @Test
        void that_did_not_say_how_long_it_is() throws Exception {
            assertThat(read(form().body(AT_LIMIT, -1)))
                    .hasValueSatisfying(form -> assertThat(form.body()).isEqualTo(AT_LIMIT));
        }

        /** A thousand is what Undertow takes itself. */
        @Test
        void of_a_thousand_parameters() throws Exception {
            assertThat(new FormBodyReader(LARGE_LIMIT).read(parameters(1000))).isPresent();
        }

        @Test
        void with_the_encoding_that_the_server_gives_it() throws Exception {
            FakeRequest request = form();
            when(servers(request).getCharacterEncoding()).thenReturn("windows-1252");

            assertThat(read(request).flatMap(Form::encoding)).contains("windows-1252");
        }

        @Test
        void without_an_encoding_where_the_server_gives_it_none() throws Exception {
            assertThat(read(form()))
                    .hasValueSatisfying(form -> assertThat(form.encoding()).isEmpty());
        }

        @Test
        void that_is_empty() throws Exception {
            assertThat(read(form().body(new byte[0], 0)))
                    .hasValueSatisfying(form -> assertThat(form.body()).isEmpty());
        }
    }

    @Nested
    class A_form_stays_in_the_browser {
        @Test
        void when_it_says_it_is_too_large() throws Exception {
            assertThat(read(form().body(AT_LIMIT, LIMIT + 1))).isEmpty();
        }

        @Test
        void when_it_turns_out_to_be_too_large() throws Exception {
            assertThat(read(form().body(ABOVE_LIMIT, -1))).isEmpty();
        }

        @Test
        void when_it_has_more_parameters_than_the_server_would_take() throws Exception {
            assertThat(new FormBodyReader(LARGE_LIMIT).read(parameters(1001))).isEmpty();
        }

        @Test
        void when_more_comes_than_it_announced() throws Exception {
            assertThat(read(form().body(AT_LIMIT, 0))).isEmpty();
            assertThat(read(form().body(AT_LIMIT, LIMIT - 1))).isEmpty();
        }

        /** As Undertow does, of {@code charset=} with nothing behind it. */
        @Test
        void when_the_server_fails_at_its_encoding() throws Exception {
            FakeRequest request = form();
            when(servers(request).getCharacterEncoding()).thenThrow(StringIndexOutOfBoundsException.class);

            assertThat(read(request)).isEmpty();
        }

        @Test
        void when_some_of_it_has_been_read_before() throws Exception {
            assertThat(read(form().body(new byte[0], 3))).isEmpty();
            assertThat(read(form().body(new byte[2], 3))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"multipart/form-data; boundary=x", "text/plain", "application/json"})
        void when_it_is_of_another_type(String type) throws Exception {
            assertThat(read(form().header("Content-Type", type))).isEmpty();
        }

        @Test
        void when_its_type_is_not_known() throws Exception {
            assertThat(read(FakeRequest.of("POST", "/app/secure/form").body(AT_LIMIT, LIMIT)))
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "REQUEST")
        void when_it_was_dispatched_on_the_way(DispatcherType dispatch) throws Exception {
            assertThat(read(form().dispatched(dispatch))).isEmpty();
        }
    }
}
