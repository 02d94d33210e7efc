package org.facecheck.internal.challenge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import jakarta.servlet.ReadListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class ReplayInputStreamTest {
    private final ReplayInputStream stream = new ReplayInputStream("a=\u00fc".getBytes(ISO_8859_1));

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

        assertThat(new ReplayInputStream("one\ntwo".getBytes(US_ASCII)).readLine(into, 0, 10))
                .isEqualTo(4);
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
        assertThat(new ReplayInputStream(new byte[0]).isFinished()).isTrue();
    }

    @Nested
    class A_listener {
        @Test
        void reads_all_at_once() {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            StringBuilder calls = new StringBuilder();

            stream.setReadListener(new ReadListener() {
                @Override
                public void onDataAvailable() {
                    while (stream.isReady() && !stream.isFinished()) {
                        read.write(stream.read());
                    }
                    calls.append("data ");
                }

                @Override
                public void onAllDataRead() {
                    calls.append("end ");
                }

                @Override
                public void onError(Throwable failure) {
                    calls.append("error ");
                }
            });

            assertThat(read.toByteArray()).hasSize(3);
            assertThat(calls).hasToString("data end ");
        }

        @Test
        void is_told_of_its_own_failure_and_of_nothing_more() throws Exception {
            ReadListener listener = mock(ReadListener.class);
            IOException failure = new IOException("broken");
            doThrow(failure).when(listener).onDataAvailable();

            stream.setReadListener(listener);

            InOrder order = inOrder(listener);
            order.verify(listener).onDataAvailable();
            order.verify(listener).onError(failure);
            verify(listener, never()).onAllDataRead();
        }
    }
}
