package org.facecheck.internal.faceki;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreaker.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * The circuit to the service. After some checks in a row that the service failed, it opens, and further checks end at once
 * instead of waiting; after a while a single check may try whether the service is back.
 *
 * <p>A check that {@linkplain #tryAcquire acquired} its permission has to {@linkplain #record record} what came of it: it may
 * have been the one trial, and no other check is let through before its end. Thread-safe; no thread of its own.
 */
final class ServiceCircuit {

    private static final System.Logger LOG = System.getLogger("org.facecheck");
    /** While a trial is under way no time is known; people should not be sent away for long. */
    private static final Duration WHILE_TRYING = Duration.ofSeconds(5);

    private final CircuitBreaker<Void> breaker;
    private final Clock clock;
    private volatile Instant since;

    /**
     * A closed circuit.
     *
     * @param failures after how many in a row it opens
     * @param delay for how long, before there is a trial
     * @param clock tells since when it is as it is; the delay is the breaker's own matter
     */
    ServiceCircuit(int failures, Duration delay, Clock clock) {
        this.clock = clock;
        since = clock.instant();
        breaker = CircuitBreaker.<Void>builder()
                .withFailureThreshold(failures)
                .withDelay(delay)
                .withSuccessThreshold(1) // so there is one trial at a time
                .onOpen(change -> {
                    if (change.getPreviousState() == State.CLOSED) { // a trial that fails is no new trouble
                        since = clock.instant();
                        LOG.log(WARNING, opened(failures, delay));
                    }
                })
                .onClose(change -> {
                    since = clock.instant();
                    LOG.log(INFO, "Facecheck''s circuit is closed again: checks are sent to the service");
                })
                .build();
    }

    private static String opened(int failures, Duration delay) {
        return "Facecheck's circuit is open: the service failed %d checks in a row; from now on they end at once, and every %s one tries whether it is back"
                .formatted(failures, delay);
    }

    /** {@code CLOSED}, {@code OPEN}, or {@code HALF_OPEN} while a trial is under way. */
    String state() {
        return breaker.getState().name();
    }

    /** Since when it is closed, or not closed any more. */
    Instant since() {
        return since;
    }

    /** From when on a check may try whether the service is back; {@code null} while it is closed. */
    @Nullable
    Instant triesAt() {
        return breaker.isClosed() ? null : clock.instant().plus(breaker.getRemainingDelay());
    }

    /** Closes it before a check has shown that the service is back. */
    void close() {
        breaker.close();
    }

    /** Takes the permission for one check, if it may be made now; of an open circuit there is one at a time, for the trial. */
    boolean tryAcquire() {
        return breaker.tryAcquirePermit();
    }

    /** The answer to a check that was not let through. */
    Trouble refusal() {
        Duration remaining = breaker.getRemainingDelay();
        return new Trouble(
                Cause.UNAVAILABLE, "circuit open, nothing was sent", remaining.isZero() ? WHILE_TRYING : remaining);
    }

    /** Records what came of a check that was let through. */
    void record(FaceMatch match) {
        if (match instanceof Trouble trouble && isTheServices(trouble.cause())) {
            breaker.recordFailure();
        } else {
            breaker.recordSuccess();
        }
    }

    /** The account's trouble is none: the service answers, and at once; and some of it may be one person's alone. */
    private static boolean isTheServices(Cause cause) {
        return switch (cause) {
            case UNAVAILABLE, TIMEOUT, PROTOCOL -> true;
            case OPERATOR, OVERLOADED -> false;
        };
    }
}
