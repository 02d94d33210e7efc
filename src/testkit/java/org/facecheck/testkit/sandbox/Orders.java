package org.facecheck.testkit.sandbox;

import java.time.Duration;
import java.util.Optional;

/** What was ordered on the console. There is one order at a time; a new one replaces it. Thread-safe. */
public final class Orders {

    static final Duration ORDINARY_LIFETIME = Duration.ofHours(1);

    private Order<? extends Behaviour> current = Order.ORDINARY;
    private Duration tokenLifetime = ORDINARY_LIFETIME;

    public synchronized void place(Order<? extends Behaviour> order) {
        current = order;
    }

    /** How long tokens live that are given out from now on. */
    public synchronized void tokensLive(Duration lifetime) {
        tokenLifetime = lifetime;
    }

    synchronized void forget() {
        current = Order.ORDINARY;
        tokenLifetime = ORDINARY_LIFETIME;
    }

    /** The order for a call that has come in, if there is one for its kind; it counts as followed. */
    synchronized <B extends Behaviour> Optional<Order<B>> take(Class<B> kind) {
        if (!kind.isInstance(current.behaviour())) {
            return Optional.empty();
        }
        Order<B> taken = current.as(kind);
        current = current.followed();
        return Optional.of(taken);
    }

    public synchronized Order<? extends Behaviour> current() {
        return current;
    }

    public synchronized Duration tokenLifetime() {
        return tokenLifetime;
    }
}
