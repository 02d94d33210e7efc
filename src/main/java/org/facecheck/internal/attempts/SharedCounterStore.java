package org.facecheck.internal.attempts;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Slots in a map that several servers have in common. Keys and values are strings, so that no server has to know another
 * one's classes; there are never more entries than slots. A map that fails, or holds anything but a count, is an {@link
 * AttemptsUnavailableException}; where it hangs, a few threads hang with it and the others get that exception.
 *
 * @param map whose conditional steps are atomic in all servers
 * @param prefix what its keys begin with
 * @param permits one for each thread that may use the map at the same time
 * @param timeout how long to wait for a permit
 */
record SharedCounterStore(ConcurrentMap<String, String> map, String prefix, Semaphore permits, Duration timeout)
        implements CounterStore {
    /** More than there can be servers and threads that change one slot at the same time. */
    private static final int TRIES = 1000;

    /** A step takes a millisecond or so, so that there are thousands in a second. */
    private static final int PERMITS = 8;

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    SharedCounterStore(ConcurrentMap<String, String> map, String prefix) {
        this(map, prefix, new Semaphore(PERMITS), TIMEOUT);
    }

    @Override
    public AttemptCount at(int slot) throws AttemptsUnavailableException {
        return withPermit(() -> read(map.get(key(slot))));
    }

    @Override
    public AttemptCount change(int slot, UnaryOperator<AttemptCount> step) throws AttemptsUnavailableException {
        Optional<AttemptCount> before = withPermit(() -> Stream.generate(() -> changeOnce(key(slot), step))
                .limit(TRIES)
                .flatMap(Optional::stream)
                .findFirst());
        return before.orElseThrow(() ->
                new AttemptsUnavailableException(new IllegalStateException("others were faster, " + TRIES + " times")));
    }

    private <T> T withPermit(Supplier<T> work) throws AttemptsUnavailableException {
        acquire();
        try {
            return work.get();
        } catch (RuntimeException broken) {
            throw new AttemptsUnavailableException(broken);
        } finally {
            permits.release();
        }
    }

    private void acquire() throws AttemptsUnavailableException {
        boolean acquired = false;
        try {
            acquired = permits.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (!acquired) {
            throw new AttemptsUnavailableException(new IllegalStateException("it takes too long to answer"));
        }
    }

    /** Compares and sets; empty where another server or thread has changed the slot meanwhile, else what was there before. */
    private Optional<AttemptCount> changeOnce(String key, UnaryOperator<AttemptCount> step) {
        String known = map.get(key);
        AttemptCount before = read(known);
        String next = step.apply(before).text();
        boolean changed = known == null ? map.putIfAbsent(key, next) == null : map.replace(key, known, next);
        return changed ? Optional.of(before) : Optional.empty();
    }

    private static AttemptCount read(@Nullable String text) {
        return text == null ? AttemptCount.NONE : AttemptCount.parse(text);
    }

    private String key(int slot) {
        return prefix + slot;
    }
}
