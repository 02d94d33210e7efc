package org.facecheck.internal.figures;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts by word. Words are fixed ones of ours, but some hold a status or a code of the service's; one that makes up ever new ones
 * fills no memory. Thread-safe.
 */
final class Tally {
    private static final int MAX_WORDS = 100;
    private static final String OTHERS = "others";

    private final Map<String, Long> counts = new TreeMap<>(); // guarded by this

    /** Counts words as they come. */
    Tally() {}

    /** With all of these at zero: monitoring should see a line before the first time. */
    Tally(Enum<?>[] words) {
        for (Enum<?> word : words) {
            counts.put(word.name(), 0L);
        }
    }

    synchronized void add(String word) {
        String counted = counts.containsKey(word) || counts.size() < MAX_WORDS ? word : OTHERS;
        counts.put(counted, of(counted) + 1);
    }

    synchronized long of(String word) {
        Long count = counts.get(word);
        return count == null ? 0 : count;
    }

    /** As it is now, by word in their order. */
    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
