package org.facecheck.testkit.sandbox;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

/**
 * All that the sandbox is made of; there is one in each deployment of the example, and in each server of the kit.
 *
 * @param timer sends what is to be sent late
 */
public record Sandbox(
        Clock clock,
        People people,
        Tokens tokens,
        Orders orders,
        Journal journal,
        TokenDesk tokenDesk,
        CheckDesk checkDesk,
        ScheduledExecutorService timer) {

    public static Sandbox open(Clock clock, ScheduledExecutorService timer) {
        People people = new People(clock);
        Tokens tokens = new Tokens(clock);
        Orders orders = new Orders();
        Journal journal = new Journal(clock);
        return new Sandbox(
                clock,
                people,
                tokens,
                orders,
                journal,
                new TokenDesk(tokens, orders, journal),
                new CheckDesk(people, tokens, orders, journal),
                timer);
    }

    /** Forgets orders and figures; tokens that were given out stay good, so that no check has to be sent twice. */
    public void forgetOrders() {
        orders.forget();
        journal.clear();
    }

    /** Back to the beginning, but for the people who were enrolled. */
    public void reset() {
        forgetOrders();
        tokens.expireAll();
    }

    public void close() {
        timer.shutdownNow();
    }
}
