package org.facecheck.internal.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptCountTest {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final long START = 1_000_000;

    private static AttemptCount after(int count) {
        AttemptCount attempts = new AttemptCount(0, 0);
        for (int i = 0; i < count; i++) {
            attempts = attempts.oneMore(WINDOW, START + i);
        }
        return attempts;
    }

    @Test
    void so_many_are_left_until_the_window_is_over() {
        assertThat(new AttemptCount(2, START).left(5, WINDOW, START + 1)).isEqualTo(3);
        assertThat(new AttemptCount(7, START).left(5, WINDOW, START + 1)).isZero();
        assertThat(new AttemptCount(7, START).left(5, WINDOW, START + WINDOW.toMillis()))
                .isEqualTo(5);
    }

    @Test
    void below_the_maximum_there_is_no_wait() {
        assertThat(after(4).lockedFor(5, WINDOW, START + 10)).isZero();
    }

    @Test
    void at_the_maximum_people_wait_until_the_window_ends() {
        assertThat(after(5).lockedFor(5, WINDOW, START + 60_000)).isEqualTo(Duration.ofMinutes(14));
    }

    @Test
    void when_the_window_ends_they_may_try_again_and_count_anew() {
        long later = START + WINDOW.toMillis();

        assertThat(after(5).lockedFor(5, WINDOW, later)).isZero();
        assertThat(after(5).oneMore(WINDOW, later)).isEqualTo(new AttemptCount(1, later));
    }

    @Test
    void an_attempt_that_is_forgiven_does_not_count() {
        assertThat(after(5).oneLess().lockedFor(5, WINDOW, START + 10)).isZero();
        assertThat(new AttemptCount(0, START).oneLess().count()).isZero();
    }
}
