package org.facecheck.example.sandbox;

import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

/**
 * All that the sandbox is made of; there is one in each deployment, put together here and kept in the servlet context.
 *
 * @param timer sends what is to be sent late
 */
record Sandbox(
        Clock clock,
        People people,
        Tokens tokens,
        Orders orders,
        Journal journal,
        TokenDesk tokenDesk,
        CheckDesk checkDesk,
        ScheduledExecutorService timer) {

    private static final String ATTRIBUTE = Sandbox.class.getName();

    static Sandbox open(Clock clock, ScheduledExecutorService timer) {
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

    static Sandbox in(ServletContext context) {
        return (Sandbox) context.getAttribute(ATTRIBUTE);
    }

    void putInto(ServletContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    /** Back to the beginning, but for the people who were enrolled. */
    void reset() {
        orders.forget();
        tokens.expireAll();
        journal.clear();
    }

    void close() {
        timer.shutdownNow();
    }
}
