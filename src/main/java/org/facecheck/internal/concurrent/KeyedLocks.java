package org.facecheck.internal.concurrent;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One lock for each key that is in use, for steps that may take long: only a step with an equal key waits. A lock is forgotten
 * with its last step, so that keys of clients do not fill the memory. Thread-safe; a thread may take a step within its own.
 *
 * @param <K> with {@code equals}, such as a number or a string
 */
public final class KeyedLocks<K> {
    private final ConcurrentHashMap<K, CountedLock> locks = new ConcurrentHashMap<>();

    /** A lock that is there as long as a thread holds it or waits for it. The number is changed inside the map's steps only. */
    private static final class CountedLock {
        private final ReentrantLock lock = new ReentrantLock();
        private int threads;

        CountedLock oneMore() {
            threads++;
            return this;
        }

        /** Returns itself, or {@code null} where no thread is left to need it. */
        @Nullable
        CountedLock oneLess() {
            threads--;
            return threads == 0 ? null : this;
        }
    }

    /** Takes a step that no other one with an equal key comes between, in this server. */
    public <T> T alone(K key, Supplier<T> step) {
        CountedLock counted =
                locks.compute(key, (same, known) -> (known == null ? new CountedLock() : known).oneMore());
        counted.lock.lock();
        try {
            return step.get();
        } finally {
            counted.lock.unlock();
            locks.computeIfPresent(key, (same, known) -> known.oneLess());
        }
    }

    /** How many there are: none, when no thread is in a step. */
    int size() {
        return locks.size();
    }
}
