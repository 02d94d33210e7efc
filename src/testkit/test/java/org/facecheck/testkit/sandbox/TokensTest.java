package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final MutableClock clock = new MutableClock();
    private final Tokens tokens = new Tokens(clock);

    @Test
    void a_token_that_was_given_out_is_good() {
        String token = tokens.issue(Duration.ofHours(1));

        assertThat(tokens.admits("Bearer " + token)).isTrue();
        assertThat(tokens.admits("bearer " + token)).isTrue();
    }

    @Test
    void no_other_header_is() {
        String token = tokens.issue(Duration.ofHours(1));

        assertThat(tokens.admits(null)).isFalse();
        assertThat(tokens.admits("")).isFalse();
        assertThat(tokens.admits(token)).isFalse();
        assertThat(tokens.admits("Basic " + token)).isFalse();
        assertThat(tokens.admits("Bearer " + token + "x")).isFalse();
    }

    @Test
    void a_token_runs_out_at_the_end_of_its_life() {
        String token = tokens.issue(Duration.ofSeconds(60));

        clock.advance(Duration.ofSeconds(59));
        assertThat(tokens.admits("Bearer " + token)).isTrue();
        assertThat(tokens.alive()).isOne();

        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.admits("Bearer " + token)).isFalse();
        assertThat(tokens.alive()).isZero();
    }

    @Test
    void all_tokens_can_be_ended_at_once() {
        String token = tokens.issue(Duration.ofHours(1));

        tokens.expireAll();

        assertThat(tokens.admits("Bearer " + token)).isFalse();
    }

    @Test
    void no_two_tokens_are_alike() {
        assertThat(tokens.issue(Duration.ofHours(1)))
                .isNotEqualTo(tokens.issue(Duration.ofHours(1)))
                .matches("[A-Za-z0-9_-]{43}");
    }
}
