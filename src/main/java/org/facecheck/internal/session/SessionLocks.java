package org.facecheck.internal.session;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One lock for each session in which a check is being concluded, so that a verdict, its audit and its pass are one step. It
 * is apart from the session's other lock, which is held for microseconds only: here the application's policy, binding and
 * observers are waited for, and only another conclusion in the same session waits with them.
 *
 * <p>Sessions are told apart by their creation time, since the id changes with the pass, and containers hand out several
 * objects for one session (Jakarta Servlet 6.0, §7.7.1). Sessions of the same millisecond share a lock. Thread-safe.
 */
public final class SessionLocks {
    private final ConcurrentHashMap<Long, CountedLock> locks = new ConcurrentHashMap<>();

    /** A lock that is there as long as a thread holds it or waits for it. The number is changed inside the map's steps only. */
    private static final class CountedLock {
        private final ReentrantLock lock = new ReentrantLock();
        private int threads;

        CountedLock oneMore() {
            threads++;
            return this;
        }

        boolean isUnusedAfterOneLess() {
            threads--;
            return threads == 0;
        }
    }

    /** Takes a step that no other one through these locks comes between in the same session, in this server. */
    public <T> T alone(SessionSnapshot session, Supplier<T> step) {
        Long key = session.creationTime();
        CountedLock counted =
                locks.compute(key, (time, known) -> (known == null ? new CountedLock() : known).oneMore());
        counted.lock.lock();
        try {
            return step.get();
        } finally {
            counted.lock.unlock();
            locks.computeIfPresent(key, (time, known) -> known.isUnusedAfterOneLess() ? null : known);
        }
    }

    /** How many there are: none, when no thread is in a step. */
    int size() {
        return locks.size();
    }
}
