package org.facecheck.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TimelyStreamTest {
    /** Goes on by some seconds for each byte that arrives. */
    private static final class Trickle implements InstantSource {
        private final int secondsEach;
        private Instant now = Instant.parse("2026-11-29T12:00:00Z");

        private Trickle(int secondsEach) {
            this.secondsEach = secondsEach;
        }

        /** One byte at a time, as over a line on which somebody types. */
        InputStream body(int length) {
            return new ByteArrayInputStream(new byte[length]) {
                @Override
                public synchronized int read() {
                    now = now.plusSeconds(secondsEach);
                    return super.read();
                }

                @Override
                public synchronized int read(byte[] bytes, int offset, int most) {
                    now = now.plusSeconds(secondsEach);
                    return super.read(bytes, offset, Math.min(1, most));
                }
            };
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void a_body_that_arrives_in_time_is_read_whole() throws Exception {
        Trickle line = new Trickle(6);

        assertThat(new TimelyStream(line.body(9), line, TimelyStream.TIME).readAllBytes())
                .hasSize(9);
    }

    @Test
    void a_byte_now_and_then_is_not_waited_for() {
        Trickle line = new Trickle(6);
        InputStream body = new TimelyStream(line.body(11), line, TimelyStream.TIME);

        assertThatThrownBy(body::readAllBytes)
                .isInstanceOf(TimelyStream.LateException.class)
                .hasMessageContaining("60 seconds");
    }

    @Test
    void nor_is_it_where_single_bytes_are_asked_for() throws Exception {
        Trickle line = new Trickle(45);
        InputStream body = new TimelyStream(line.body(2), line, TimelyStream.TIME);

        assertThat(body.read()).isZero();
        assertThatThrownBy(body::read).isInstanceOf(TimelyStream.LateException.class);
    }
}
