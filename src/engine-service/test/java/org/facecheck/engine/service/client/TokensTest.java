package org.facecheck.engine.service.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.facecheck.engine.service.client.Client.Right;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final Client intranet = new Client("intranet", SecretHash.of("s"), Right.CHECK);
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private final Tokens tokens = new Tokens(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void a_token_is_its_clients_until_it_runs_out() {
        String token = tokens.issue(intranet);

        assertThat(tokens.client(token, Right.CHECK)).contains(intranet);
        now = now.plus(Tokens.LIFETIME).minusMillis(1);
        assertThat(tokens.client(token, Right.CHECK)).contains(intranet);
        now = now.plusMillis(1);
        assertThat(tokens.client(token, Right.CHECK)).isEmpty();
    }

    @Test
    void a_token_for_one_thing_is_for_nothing_else() {
        assertThat(tokens.client(tokens.issue(intranet), Right.ENROL)).isEmpty();
    }

    @Test
    void another_text_is_nobodys_token() {
        String token = tokens.issue(intranet);

        assertThat(tokens.client("", Right.CHECK)).isEmpty();
        assertThat(tokens.client(token.substring(1), Right.CHECK)).isEmpty();
        assertThat(tokens.issue(intranet)).isNotEqualTo(token).hasSize(64);
    }

    @Test
    void a_client_that_asks_again_and_again_takes_no_more_memory() {
        String first = tokens.issue(intranet);
        String second = tokens.issue(intranet);
        for (int i = 0; i < 999; i++) {
            tokens.issue(intranet);
        }

        assertThat(tokens.client(first, Right.CHECK)).isEmpty();
        assertThat(tokens.client(second, Right.CHECK)).isPresent();
    }
}
