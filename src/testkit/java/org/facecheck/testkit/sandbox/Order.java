package org.facecheck.testkit.sandbox;

import java.time.Duration;

/**
 * What the sandbox is told to answer from now on. Public for the console's page.
 *
 * @param times how often yet; 0 stands for until something else is ordered
 * @param delay how late
 */
public record Order<B extends Behaviour>(B behaviour, int times, Duration delay) {

    public static final int UNTIL_CHANGED = 0;

    static final Order<CheckBehaviour> ORDINARY = new Order<>(CheckBehaviour.REAL, UNTIL_CHANGED, Duration.ZERO);

    /** What is left of it when it has been followed once. */
    Order<? extends Behaviour> followed() {
        return switch (times) {
            case UNTIL_CHANGED -> this;
            case 1 -> ORDINARY;
            default -> new Order<>(behaviour, times - 1, delay);
        };
    }

    <C extends Behaviour> Order<C> as(Class<C> kind) {
        return new Order<>(kind.cast(behaviour), times, delay);
    }
}
