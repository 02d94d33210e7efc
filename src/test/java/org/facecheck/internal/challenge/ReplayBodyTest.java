package org.facecheck.internal.challenge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.api.Test;

class ReplayBodyTest {
    private final ServletInputStream servers = mock(ServletInputStream.class);
    private final ReplayBody body = new ReplayBody("a=\u00fc&b".getBytes(UTF_8));

    @Test
    void is_in_use_from_the_first_question_on() {
        assertThat(body.isInUse()).isFalse();
        assertThat(body.isReadAsText()).isFalse();

        body.stream(servers);
        assertThat(body.isInUse()).isTrue();
        assertThat(body.isReadAsText()).isFalse();
    }

    @Test
    void is_in_use_as_text_from_the_first_question_on() {
        body.reader(UTF_8);

        assertThat(body.isInUse()).isTrue();
        assertThat(body.isReadAsText()).isTrue();
    }

    @Test
    void is_one_stream_however_often_it_is_asked_for() {
        ServletInputStream stream = body.stream(servers);

        assertThat(body.stream(mock(ServletInputStream.class))).isSameAs(stream);
    }

    @Test
    void is_one_text_in_the_charset_of_the_first_question() throws Exception {
        assertThat(body.reader(UTF_8)).isSameAs(body.reader(ISO_8859_1));
        assertThat(body.reader(ISO_8859_1).readLine()).isEqualTo("a=\u00fc&b");
    }

    @Test
    void is_read_once_by_whomever() throws Exception {
        assertThat(body.stream(servers).read()).isEqualTo('a');
        assertThat(body.readAll()).isEqualTo("=\u00fc&b".getBytes(UTF_8));

        assertThat(body.stream(servers).isFinished()).isTrue();
        assertThat(body.reader(UTF_8).readLine()).isNull();
        assertThat(body.readAll()).isEmpty();
    }
}
