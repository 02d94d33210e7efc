package org.facecheck.internal.attempts;

import java.time.Duration;

/**
 * Attempts by some name, in memory that does not grow, whoever comes: each name falls, by a hash with a secret key, on one of
 * so many places. Names that share a place share their attempts, so that a flood of names makes waiting likelier but never
 * sets anybody's count back. The names themselves are not kept. Thread-safe.
 */
record AttemptCounters(int max, Duration window, KeyedNameHash hash, CounterStore places) {

    Duration locked(String name, long now) throws AttemptsUnavailableException {
        return places.at(hash.place(name)).locked(max, window, now);
    }

    void count(String name, long now) throws AttemptsUnavailableException {
        places.change(hash.place(name), attempts -> attempts.oneMore(window, now));
    }

    void forgive(String name) throws AttemptsUnavailableException {
        places.change(hash.place(name), AttemptCount::oneLess);
    }
}
