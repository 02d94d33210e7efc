package org.facecheck.internal.attempts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptCountersTest {
    private static final long NOW = 1_000_000;
    private final AttemptCounters counters =
            new AttemptCounters(2, Duration.ofMinutes(15), KeyedNameHash.random(), new LocalCounterStore());

    @Test
    void a_name_waits_after_as_many_attempts_as_it_has() throws Exception {
        counters.of("alice").take(NOW);
        assertThat(counters.lockedFor("alice", NOW)).isZero();

        counters.of("alice").take(NOW);

        assertThat(counters.lockedFor("alice", NOW + 60_000)).isEqualTo(Duration.ofMinutes(14));
        assertThat(counters.lockedFor("bob", NOW)).isZero();
    }

    @Test
    void an_attempt_that_is_given_back_does_not_count() throws Exception {
        counters.of("alice").take(NOW);
        AttemptCount before = counters.of("alice").take(NOW);

        counters.of("alice").giveBack(before, NOW);

        assertThat(counters.lockedFor("alice", NOW)).isZero();
    }

    @Test
    void a_flood_of_names_sets_no_count_back() throws Exception {
        counters.of("alice").take(NOW);
        counters.of("alice").take(NOW);

        for (int i = 0; i < 200_000; i++) {
            counters.of("stranger " + i).take(NOW);
        }

        assertThat(counters.lockedFor("alice", NOW)).isPositive();
    }
}
