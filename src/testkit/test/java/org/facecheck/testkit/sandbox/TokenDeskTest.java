package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenDeskTest {

    private final MutableClock clock = new MutableClock();
    private final Tokens tokens = new Tokens(clock);
    private final Orders orders = new Orders();
    private final Journal journal = new Journal(clock);
    private final TokenDesk desk = new TokenDesk(tokens, orders, journal);

    @Test
    void the_right_credentials_get_a_token_that_is_good_for_an_hour() {
        JsonObject answer = JsonText.of(askRightly());
        JsonObject data = answer.getJsonObject("data");

        assertThat(answer.getInt("responseCode")).isZero();
        assertThat(data.getInt("expires_in")).isEqualTo(3600);
        assertThat(data.getString("token_type")).isEqualTo("Bearer");
        assertThat(tokens.admits("Bearer " + data.getString("access_token"))).isTrue();
    }

    @Test
    void a_token_lives_as_long_as_the_console_says() {
        orders.tokensLive(Duration.ofSeconds(90));

        String token = JsonText.of(askRightly()).getJsonObject("data").getString("access_token");
        clock.advance(Duration.ofSeconds(90));

        assertThat(tokens.admits("Bearer " + token)).isFalse();
    }

    @Test
    void a_missing_parameter_is_answered_as_documented() {
        Answer answer = desk.ask("", "").answer();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .isEqualTo("{\"status\":false,\"message\":\"client id is required\",\"statusCode\":422,\"data\":{}}");
        assertThat(desk.ask(TokenDesk.CLIENT_ID, "").answer().body()).contains("client secret is required");
    }

    @Test
    void wrong_credentials_are_unauthorized() {
        Answer answer = desk.ask(TokenDesk.CLIENT_ID, "guess").answer();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void an_order_for_token_calls_is_followed_and_then_forgotten() {
        orders.place(new Order<>(TokenBehaviour.TOKEN_SERVER_ERROR, 1, Duration.ofMillis(5)));

        Reply ordered = desk.ask(TokenDesk.CLIENT_ID, TokenDesk.CLIENT_SECRET);

        assertThat(ordered.answer().status()).isEqualTo(500);
        assertThat(ordered.delay()).isEqualTo(Duration.ofMillis(5));
        assertThat(askRightly().status()).isEqualTo(200);
    }

    @Test
    void an_order_for_face_checks_is_left_alone() {
        orders.place(new Order<>(CheckBehaviour.BLURRED, 1, Duration.ZERO));

        assertThat(askRightly().status()).isEqualTo(200);
        assertThat(orders.current().behaviour()).isEqualTo(CheckBehaviour.BLURRED);
    }

    @Test
    void a_success_without_a_token_can_be_ordered() {
        orders.place(new Order<>(TokenBehaviour.TOKEN_MISSING, 1, Duration.ZERO));

        assertThat(askRightly().body()).isEqualTo("{\"responseCode\":0,\"data\":{}}");
    }

    @Test
    void the_journal_counts_calls_and_shows_no_token() {
        String token = JsonText.of(askRightly()).getJsonObject("data").getString("access_token");

        assertThat(journal.tokenCalls()).isOne();
        assertThat(journal.last().toString()).doesNotContain(token);
    }

    private Answer askRightly() {
        return desk.ask(TokenDesk.CLIENT_ID, TokenDesk.CLIENT_SECRET).answer();
    }
}
