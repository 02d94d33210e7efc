package org.facecheck.internal.attempts;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An attempt that has been taken, from all the counts that it is counted in. It ends once: it is kept where there was a
 * verdict on the person, or given back where there was none, or a good one. Until then it counts. Thread-safe.
 */
public final class TakenAttempt implements AttemptResult {
    private final List<Return> returns;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /** Gives the attempt back to one count. */
    @FunctionalInterface
    interface Return {
        void run() throws AttemptsUnavailableException;
    }

    /** @param returns one for each count that it was taken from */
    TakenAttempt(List<Return> returns) {
        this.returns = List.copyOf(returns);
    }

    /** Leaves it counted, for good. */
    public void keep() {
        open.set(false);
    }

    /** Gives it back, unless it has ended before; where a count can't be had, it stays counted there. */
    public void giveBack() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        for (Return one : returns) {
            try {
                one.run();
            } catch (AttemptsUnavailableException failed) {
                System.getLogger("org.facecheck")
                        .log(System.Logger.Level.WARNING, "an attempt stays counted: {0}", failed.getMessage());
            }
        }
    }
}
