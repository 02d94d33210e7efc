package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartParserTest {
    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final String A = "Content-Disposition: form-data; name=\"a\"\r\n\r\n";

    private static Optional<Map<String, byte[]>> read(String type, String body) {
        return MultipartParser.of(type).flatMap(parser -> parser.parse(body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String part(String name, String body) {
        return new String(read(TYPE, body).orElseThrow().get(name), StandardCharsets.ISO_8859_1);
    }

    @Nested
    class A_part {
        @Test
        void is_what_is_between_two_delimiters_to_the_byte() {
            assertThat(part("a", "--b\r\n" + A + "\r\n\u0000--b\r\n-\r\n--\r\n--b--"))
                    .isEqualTo("\r\n\u0000--b\r\n-\r\n--");
        }

        @Test
        void may_be_empty() {
            assertThat(part("a", "--b\r\n" + A + "\r\n--b--")).isEmpty();
        }

        @Test
        void is_the_first_of_its_name() {
            assertThat(part("a", "--b\r\n" + A + "1\r\n--b\r\n" + A + "2\r\n--b--"))
                    .isEqualTo("1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "content-disposition:form-data;name=a",
                    "Content-Type: image/jpeg\r\nContent-Disposition: form-data; filename=\"x; name=b\"; name=\"a\"",
                    "Content-Disposition: form-data; name=\"a\"; filename=\"; name=b\"\r\nX: ; name=\"b\"",
                    "X-Content-Disposition: form-data; name=b\r\nContent-Disposition: \tform-data ; NAME=\"a\""
                })
        void has_the_name_that_its_disposition_says(String headers) {
            assertThat(part("a", "--b \t\r\n" + headers + "\r\n\r\n1\r\n--b--")).isEqualTo("1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"X: y", "Content-Disposition: attachment; name=\"a\"", "Content-Disposition: form-data"})
        void without_a_name_is_left_out(String headers) {
            assertThat(read(TYPE, "--b\r\n" + headers + "\r\n\r\n1\r\n--b--").orElseThrow())
                    .isEmpty();
        }
    }

    @Nested
    class A_form {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "multipart/form-data;boundary=b",
                    "Multipart/Form-Data; charset=UTF-8; Boundary=\"b\"",
                    " multipart/form-data ;boundary=b ; x=y"
                })
        void is_told_by_its_type(String type) {
            assertThat(read(type, "--b\r\n" + A + "1\r\n--b--")).isPresent();
        }

        @Test
        void may_have_something_before_and_after() {
            assertThat(part("a", "before\r\n--b\r\n" + A + "1\r\n--b--\r\nafter"))
                    .isEqualTo("1");
        }

        @Test
        void may_have_sixteen_parts() {
            assertThat(read(TYPE, ("--b\r\n" + A + "1\r\n").repeat(16) + "--b--"))
                    .isPresent();
            assertThat(read(TYPE, ("--b\r\n" + A + "1\r\n").repeat(17) + "--b--"))
                    .isEmpty();
        }
    }

    @Nested
    class No_form {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "multipart/form-data",
                    "multipart/form-data; boundary=",
                    "multipart/form-data; boundary=\"\"",
                    "multipart/mixed; boundary=b",
                    "multipart/form-datax; boundary=b",
                    "application/x-www-form-urlencoded; boundary=b"
                })
        void is_anything_of_another_type(String type) {
            assertThat(read(type, "--b\r\n" + A + "1\r\n--b--")).isEmpty();
            assertThat(MultipartParser.of(null)).isEmpty();
        }

        @Test
        void has_a_boundary_of_more_than_seventy_characters() {
            String longest = "b".repeat(70);
            assertThat(read("multipart/form-data; boundary=" + longest, "--" + longest + "--"))
                    .isPresent();
            assertThat(read("multipart/form-data; boundary=b" + longest, "--b" + longest + "--"))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "b--",
                    "--b",
                    "--b\r\n",
                    "--b\r\n" + A,
                    "--b\r\n" + A + "1",
                    "--b\r\n" + A + "1\r\n--b",
                    "--b\r\n" + A + "1\r\n--c--",
                    "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n--b--",
                    "x--b--"
                })
        void is_one_that_breaks_off(String body) {
            assertThat(read(TYPE, body)).isEmpty();
        }

        @Test
        void has_headers_without_end() {
            assertThat(read(TYPE, "--b\r\nX: " + "x".repeat(4096) + "\r\n" + A + "1\r\n--b--"))
                    .isEmpty();
        }
    }

    @Nested
    class A_beginning {
        private static final String FORM = "--b\r\n" + A + "1\r\n--b\r\n" + A.replace("\"a\"", "\"c\"") + "2\r\n--b--";

        private static MultipartParser.Beginning of(int length) {
            byte[] bytes = FORM.getBytes(StandardCharsets.ISO_8859_1);
            return MultipartParser.of(TYPE).orElseThrow().parseBeginning(bytes, length);
        }

        @Test
        void has_the_parts_that_are_whole_and_the_name_of_the_next_one() {
            int first = FORM.indexOf("1\r\n--b") + "1\r\n--b".length();
            int second = FORM.indexOf("2\r\n--b");

            assertThat(of(first - 1).parts()).isEmpty();
            assertThat(of(first - 1).next()).isEqualTo("a");
            assertThat(of(first).parts()).containsOnlyKeys("a");
            assertThat(of(first).next()).isNull();
            assertThat(of(second).parts()).containsOnlyKeys("a");
            assertThat(of(second).next()).isEqualTo("c");
        }

        @Test
        void sees_nothing_of_what_has_not_arrived() {
            for (int length = 0; length < FORM.length(); length++) {
                assertThat(of(length).isEnd()).isFalse();
            }
            assertThat(of(FORM.length()).isEnd()).isTrue();
            assertThat(of(FORM.length()).parts()).containsOnlyKeys("a", "c");
        }
    }
}
