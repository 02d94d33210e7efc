package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private final Orders orders = new Orders();

    @Test
    void at_first_pictures_are_compared() {
        assertThat(orders.current()).isEqualTo(Order.ORDINARY);
        assertThat(orders.take(CheckBehaviour.class)).contains(Order.ORDINARY);
        assertThat(orders.take(TokenBehaviour.class)).isEmpty();
    }

    @Test
    void an_order_holds_as_often_as_it_says() {
        orders.place(order(2));

        assertThat(take()).isEqualTo(CheckBehaviour.BLURRED);
        assertThat(orders.current().times()).isOne();
        assertThat(take()).isEqualTo(CheckBehaviour.BLURRED);
        assertThat(take()).isEqualTo(CheckBehaviour.REAL);
    }

    @Test
    void an_order_for_zero_times_holds_until_another_is_placed() {
        orders.place(order(0));

        assertThat(take()).isEqualTo(CheckBehaviour.BLURRED);
        assertThat(take()).isEqualTo(CheckBehaviour.BLURRED);

        orders.forget();
        assertThat(take()).isEqualTo(CheckBehaviour.REAL);
    }

    @Test
    void forgetting_gives_tokens_their_hour_back() {
        orders.tokensLive(Duration.ofSeconds(5));

        orders.forget();

        assertThat(orders.tokenLifetime()).isEqualTo(Duration.ofHours(1));
    }

    private CheckBehaviour take() {
        return orders.take(CheckBehaviour.class).orElseThrow().behaviour();
    }

    private static Order<CheckBehaviour> order(int times) {
        return new Order<>(CheckBehaviour.BLURRED, times, Duration.ZERO);
    }
}
