package org.facecheck.internal.challenge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlEncodedFormTest {

    private static Map<String, List<String>> parse(String body, Charset charset) {
        return UrlEncodedForm.parse(body.getBytes(ISO_8859_1), charset);
    }

    private static Map<String, List<String>> parse(String body) {
        return parse(body, UTF_8);
    }

    private static String valueOf(String encoded, Charset charset) {
        return parse("x=" + encoded, charset).get("x").get(0);
    }

    @Nested
    class A_body {
        @Test
        void keeps_the_order_of_names_and_of_their_values() {
            assertThat(parse("b=2&a=1&b=3&a=1").toString()).isEqualTo("{b=[2, 3], a=[1, 1]}");
        }

        @Test
        void without_anything_has_no_parameters() {
            assertThat(parse("")).isEmpty();
            assertThat(parse("&&")).isEmpty();
        }

        @Test
        void may_have_names_without_values() {
            assertThat(parse("a&b=")).containsEntry("a", List.of("")).containsEntry("b", List.of(""));
        }

        @Test
        void may_have_values_without_names() {
            assertThat(parse("=1&a=2")).containsEntry("", List.of("1")).containsEntry("a", List.of("2"));
        }

        @Test
        void may_have_equals_signs_in_a_value() {
            assertThat(parse("a==b=c")).containsExactly(Map.entry("a", List.of("=b=c")));
        }

        @Test
        void has_names_that_are_encoded_like_values() {
            assertThat(parse("f%C3%BCr+wen=ich&form%3Aname=2"))
                    .containsEntry("für wen", List.of("ich"))
                    .containsEntry("form:name", List.of("2"));
        }

        @Test
        void divides_before_it_decodes() {
            assertThat(parse("a=1%26b%3D2")).containsExactly(Map.entry("a", List.of("1&b=2")));
        }
    }

    @Nested
    class A_value {
        @ParameterizedTest
        @CsvSource({
            "a+b, a b",
            "a%2Bb, a+b",
            "a%20b, a b",
            "%25, %",
            "%2525, %25",
            "%e2%82%ac, €",
            "100%25+sure, 100% sure"
        })
        void is_decoded_once(String encoded, String decoded) {
            assertThat(valueOf(encoded, UTF_8)).isEqualTo(decoded);
        }

        @ParameterizedTest
        @CsvSource({
            "M%C3%BCller, UTF-8, Müller",
            "M%FCller, ISO-8859-1, Müller",
            "%80, windows-1252, €",
            "%C7%E1%C7%D3%E3, windows-1256, الاسم",
            "%D8%A7%D9%84%D8%A7%D8%B3%D9%85, UTF-8, الاسم"
        })
        void is_read_in_its_charset(String encoded, String charset, String decoded) {
            assertThat(valueOf(encoded, Charset.forName(charset))).isEqualTo(decoded);
        }

        @ParameterizedTest
        @ValueSource(strings = {"%", "100%", "%2", "%zz", "a%-1b", "%C3%B", "50%+off"})
        void that_is_wrongly_encoded_stands_for_itself(String encoded) {
            assertThat(valueOf(encoded, UTF_8)).isEqualTo(encoded);
        }

        @Test
        void that_is_wrongly_encoded_leaves_the_others_alone() {
            assertThat(parse("a=%zz&b=%C3%BC"))
                    .containsEntry("a", List.of("%zz"))
                    .containsEntry("b", List.of("ü"));
        }
    }

    @Nested
    class The_charset {
        private final ServletContext application = mock(ServletContext.class);

        private Charset of(String contentType) {
            return UrlEncodedForm.charset(contentType, application);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/x-www-form-urlencoded;charset=UTF-8",
                    "application/x-www-form-urlencoded; charset=utf-8",
                    "application/x-www-form-urlencoded; CHARSET=\"utf-8\"",
                    "application/x-www-form-urlencoded; x=y; charset=utf8; z"
                })
        void is_the_clients(String contentType) {
            when(application.getRequestCharacterEncoding()).thenReturn("windows-1256");

            assertThat(of(contentType)).isEqualTo(UTF_8);
        }

        @Test
        void is_else_the_applications() {
            when(application.getRequestCharacterEncoding()).thenReturn("windows-1256");

            assertThat(of("application/x-www-form-urlencoded")).isEqualTo(Charset.forName("windows-1256"));
        }

        @Test
        void is_else_latin() {
            assertThat(of("application/x-www-form-urlencoded")).isEqualTo(ISO_8859_1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"klingon", "?", "utf-8,x"})
        void is_latin_too_where_it_is_unknown(String name) {
            assertThat(of("application/x-www-form-urlencoded;charset=" + name)).isEqualTo(ISO_8859_1);
        }
    }
}
