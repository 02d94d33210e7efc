package org.facecheck.internal.attempts;

import java.time.Duration;

/**
 * Attempts by name, in memory that does not grow with the number of names: each name falls, by a hash with a secret key, on
 * one of a fixed number of slots. Names that share a slot share their attempts, so that a flood of names makes waiting
 * likelier but never sets a count back. The names themselves are not kept. Thread-safe.
 *
 * @param max how many attempts one name has within a window
 * @param window how long a window lasts, from its first attempt on
 * @param hash chooses the slot
 * @param store the slots
 */
record AttemptCounters(int max, Duration window, KeyedNameHash hash, CounterStore store) {

    Duration lockedFor(String name, long now) throws AttemptsUnavailableException {
        return store.at(hash.slot(name)).lockedFor(max, window, now);
    }

    /** The count of one name. */
    LimitedCounter of(String name) {
        int slot = hash.slot(name);
        return new LimitedCounter(max, window, step -> store.change(slot, step));
    }
}
