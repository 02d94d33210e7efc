package org.facecheck.internal.challenge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlEncodedFormTest {

    private static Map<String, List<String>> parse(FormReading reading, String body, Charset charset) {
        return new UrlEncodedForm(reading, Optional.ofNullable(charset)).parse(body.getBytes(ISO_8859_1));
    }

    /** What both read in the same way. */
    private static Map<String, List<String>> parse(String body, Charset charset) {
        Map<String, List<String>> parsed = parse(FormReading.GRIZZLY, body, charset);
        assertThat(parse(FormReading.UNDERTOW, body, charset).toString()).isEqualTo(parsed.toString());
        return parsed;
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
            assertThat(parse(FormReading.GRIZZLY, "&&", UTF_8)).isEmpty();
        }

        @Test
        void may_have_names_without_values() {
            assertThat(parse("a&b=")).containsEntry("a", List.of("")).containsEntry("b", List.of(""));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "=1&a=2 | {=[1], a=[2]} | {a=[2]}",
                    "= | {=[]} | {}",
                    "& | {=[]} | {}",
                    "a=1&&b=2 | {a=[1], =[], b=[2]} | {a=[1], b=[2]}",
                    "a=1& | {a=[1]} | {a=[1]}",
                    "&a=1 | {=[], a=[1]} | {a=[1]}"
                })
        void has_names_that_are_empty_for_Undertow_alone(String body, String undertow, String catalina) {
            assertThat(parse(FormReading.UNDERTOW, body, UTF_8)).hasToString(undertow);
            assertThat(parse(FormReading.GRIZZLY, body, UTF_8)).hasToString(catalina);
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
        @ValueSource(strings = {"%", "100%", "%2", "%zz", "a%-1b", "%C3%B", "50%+off", "%4g", "%g4", "%u0041"})
        void that_is_wrongly_encoded_is_left_out_and_nothing_else(String encoded) {
            assertThat(parse("a=1&x=" + encoded + "&x=2&b=%C3%BC"))
                    .isEqualTo(Map.of("a", List.of("1"), "x", List.of("2"), "b", List.of("ü")));
            assertThat(parse("a=1&" + encoded + "=2&" + encoded)).isEqualTo(Map.of("a", List.of("1")));
        }

        @Test
        void may_have_raw_octets() {
            assertThat(valueOf("\u00c3\u00bc+%C3%BC", UTF_8)).isEqualTo("ü ü");
            assertThat(valueOf("\u00fc%00\u0000", ISO_8859_1)).isEqualTo("ü\0\0");
            assertThat(valueOf("\u007f", UTF_8)).isEqualTo("\u007f");
        }

        @Test
        void begins_to_be_decoded_at_once_or_at_the_first_percent_sign() {
            assertThat(parse(FormReading.UNDERTOW, "x=a+b%20%20", UTF_16)).isEqualTo(Map.of("x", List.of("a b\u2020")));
            assertThat(parse(FormReading.UNDERTOW, "x=\u007fa", UTF_16)).isEqualTo(Map.of("x", List.of("\u007fa")));
            assertThat(parse(FormReading.GRIZZLY, "%00x=%00a", UTF_16)).isEqualTo(Map.of("x", List.of("a")));
        }

        @Test
        void in_a_charset_that_is_not_known_is_left_out_where_it_would_be_decoded() {
            assertThat(parse(FormReading.UNDERTOW, "x=1+2&y=%41&z=\u00fc&%41=1", null))
                    .isEqualTo(Map.of("x", List.of("1 2")));
        }
    }

    @Nested
    class A_type {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/x-www-form-urlencoded",
                    " application/x-www-form-urlencoded",
                    "application/x-www-form-urlencoded;charset=UTF-8",
                    "application/x-www-form-urlencodedx"
                })
        void begins_as_the_servers_want_it(String type) {
            assertThat(UrlEncodedForm.isNamedBy(type)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Application/x-www-form-urlencoded", "text/plain", ""})
        void is_another_else(String type) {
            assertThat(UrlEncodedForm.isNamedBy(type)).isFalse();
        }
    }
}
