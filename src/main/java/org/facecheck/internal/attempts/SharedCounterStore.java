package org.facecheck.internal.attempts;

import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Places in a map that several servers have in common. Keys and values are strings, so that no server has to know another
 * one's classes; there are never more entries than places. Whatever fails there, or makes no sense, is no count; and where it
 * hangs, a few threads hang with it and the others are told.
 *
 * @param map whose conditional steps are atomic in all servers
 * @param prefix what its keys begin with
 * @param doors as many as may be at it at the same time
 * @param patience how long to wait for one of them
 */
record SharedCounterStore(ConcurrentMap<String, String> map, String prefix, Semaphore doors, Duration patience)
        implements CounterStore {
    /** More than there can be servers and threads that change one place at the same time. */
    private static final int TRIES = 1000;

    /** A step takes a millisecond or so, so that there are thousands in a second. */
    private static final int DOORS = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    SharedCounterStore(ConcurrentMap<String, String> map, String prefix) {
        this(map, prefix, new Semaphore(DOORS), PATIENCE);
    }

    @Override
    public AttemptCount at(int place) throws AttemptsUnavailableException {
        return inside(() -> read(map.get(key(place))));
    }

    @Override
    public void change(int place, UnaryOperator<AttemptCount> step) throws AttemptsUnavailableException {
        boolean done = inside(() -> {
            for (int i = 0; i < TRIES; i++) {
                if (changeOnce(key(place), step)) {
                    return true;
                }
            }
            return false;
        });
        if (!done) {
            throw new AttemptsUnavailableException(
                    new IllegalStateException("others were faster, " + TRIES + " times"));
        }
    }

    private <T> T inside(Supplier<T> work) throws AttemptsUnavailableException {
        enter();
        try {
            return work.get();
        } catch (RuntimeException broken) {
            throw new AttemptsUnavailableException(broken);
        } finally {
            doors.release();
        }
    }

    private void enter() throws AttemptsUnavailableException {
        boolean entered = false;
        try {
            entered = doors.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            throw new AttemptsUnavailableException(new IllegalStateException("it takes too long to answer"));
        }
    }

    private boolean changeOnce(String key, UnaryOperator<AttemptCount> step) {
        String known = map.get(key);
        String next = step.apply(read(known)).text();
        return known == null ? map.putIfAbsent(key, next) == null : map.replace(key, known, next);
    }

    private static AttemptCount read(@Nullable String text) {
        return text == null ? AttemptCount.NONE : AttemptCount.parse(text);
    }

    private String key(int place) {
        return prefix + place;
    }
}
