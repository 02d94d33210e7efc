package org.facecheck.internal.selfcheck.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservedResponseTest {
    private static Optional<ObservedResponse> parse(String text) {
        return ObservedResponse.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void status_headers_and_body_are_read() {
        ObservedResponse answer = parse(
                        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: FaceCheck x: y\r\n\r\nbody\r\n\r\nmore")
                .orElseThrow();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).isEqualTo("FaceCheck x: y");
        assertThat(answer.header("location")).isEmpty();
        assertThat(answer.body()).isEqualTo("body\r\n\r\nmore");
    }

    @Test
    void chunks_are_joined() {
        assertThat(parse(
                                "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n")
                        .orElseThrow()
                        .body())
                .isEqualTo("abc0123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3\r\nab", "zz\r\nab", "", "3", "-1\r\nabc", "ffffffffff\r\nabc", "7fffffff\r\nab"})
    void broken_chunks_end_the_body(String body) {
        assertThat(parse("HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n" + body)
                        .orElseThrow()
                        .body())
                .isIn("", "ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "HTTP/2 200", "HTTP/1.1 20", "HTTP/1.1 200 no end", " HTTP/1.1 200 OK\r\n\r\n"})
    void what_is_no_answer_is_none(String text) {
        assertThat(parse(text)).isEmpty();
    }

    @Test
    void a_head_alone_is_an_answer() {
        assertThat(parse("HTTP/1.1 400\r\n").orElseThrow().status()).isEqualTo(400);
        assertThat(parse("HTTP/1.0 200 OK\r\n\r\n").orElseThrow().body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "101, true, false",
        "200, true, false",
        "204, true, false",
        "206, true, false",
        "304, true, false",
        "303, false, false",
        "400, false, false",
        "401, false, false",
        "500, false, true",
        "501, false, false",
        "505, false, false",
        "503, false, true"
    })
    void a_status_tells_whether_something_may_have_been_shown(int status, boolean success, boolean failure) {
        ObservedResponse answer = parse("HTTP/1.1 " + status + " x\r\n\r\n").orElseThrow();

        assertThat(answer.isSuccess()).isEqualTo(success);
        assertThat(answer.isFailure()).isEqualTo(failure);
    }
}
