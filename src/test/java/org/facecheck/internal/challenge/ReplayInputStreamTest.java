package org.facecheck.internal.challenge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class ReplayInputStreamTest {
    private final ServletInputStream servers = mock(ServletInputStream.class);
    private final ReplayInputStream stream = of("a=\u00fc");

    private ReplayInputStream of(String body) {
        return new ReplayInputStream(new ByteArrayInputStream(body.getBytes(ISO_8859_1)), servers);
    }

    @Test
    void it_gives_bytes_without_a_sign_and_then_the_end() {
        assertThat(stream.read()).isEqualTo('a');
        assertThat(stream.read()).isEqualTo('=');
        assertThat(stream.read()).isEqualTo(0xFC);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void it_gives_many_at_once() throws Exception {
        byte[] into = new byte[5];

        assertThat(stream.read(into, 1, 2)).isEqualTo(2);
        assertThat(into).startsWith(0, 'a', '=', 0);
        assertThat(stream.readAllBytes()).containsExactly(0xFC);
    }

    @Test
    void it_gives_lines() throws Exception {
        byte[] into = new byte[10];

        assertThat(of("one\ntwo").readLine(into, 0, 10)).isEqualTo(4);
        assertThat(into).startsWith('o', 'n', 'e', '\n', 0);
    }

    @Test
    void it_is_always_ready_and_finished_when_all_is_read() throws Exception {
        assertThat(stream.isReady()).isTrue();
        assertThat(stream.isFinished()).isFalse();
        assertThat(stream.available()).isEqualTo(3);

        stream.readAllBytes();

        assertThat(stream.isReady()).isTrue();
        assertThat(stream.isFinished()).isTrue();
        assertThat(stream.available()).isZero();
    }

    @Test
    void an_empty_one_is_finished_from_the_start() {
        assertThat(of("").isFinished()).isTrue();
    }

    @Nested
    class A_listener {
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final StringBuilder calls = new StringBuilder();

        /** What the server calls when its own stream has something, or nothing more. */
        private ReadListener announced(ReplayInputStream body, int atMost) {
            ArgumentCaptor<ReadListener> set = ArgumentCaptor.forClass(ReadListener.class);
            body.setReadListener(new ReadListener() {
                @Override
                public void onDataAvailable() {
                    while (body.isReady() && !body.isFinished() && read.size() < atMost) {
                        read.write(body.read());
                    }
                    calls.append("data ");
                }

                @Override
                public void onAllDataRead() {
                    calls.append("end ");
                }

                @Override
                public void onError(Throwable failure) {
                    calls.append(failure.getMessage());
                }
            });
            verify(servers).setReadListener(set.capture());
            return set.getValue();
        }

        @Test
        void is_told_of_the_body_when_the_server_says_so_and_not_before() throws Exception {
            ReadListener server = announced(stream, 10);
            assertThat(calls).isEmpty();

            server.onAllDataRead();

            assertThat(read.toByteArray()).hasSize(3);
            assertThat(calls).hasToString("data end ");
        }

        @Test
        void is_told_of_the_end_of_an_empty_body_alone() throws Exception {
            announced(of(""), 10).onAllDataRead();

            assertThat(calls).hasToString("end ");
        }

        @Test
        void is_told_of_no_end_that_it_has_not_reached() throws Exception {
            announced(stream, 1).onAllDataRead();

            assertThat(calls).hasToString("data ");
        }

        @Test
        void is_not_troubled_with_an_empty_body_of_the_servers() throws Exception {
            when(servers.isReady()).thenReturn(true);
            when(servers.isFinished()).thenReturn(false, true);

            announced(stream, 10).onDataAvailable();

            assertThat(calls).isEmpty();
            verify(servers).read();
        }

        @Test
        void waits_while_the_server_waits() throws Exception {
            when(servers.isReady()).thenReturn(false);

            announced(stream, 10).onDataAvailable();

            verify(servers, never()).read();
        }

        @Test
        void is_told_what_fails() {
            announced(stream, 10).onError(new IOException("broken"));

            assertThat(calls).hasToString("broken");
        }

        @Test
        void that_is_none_is_the_servers_to_refuse() {
            doThrow(NullPointerException.class).when(servers).setReadListener(null);

            assertThatThrownBy(() -> stream.setReadListener(null)).isInstanceOf(NullPointerException.class);
        }
    }
}
