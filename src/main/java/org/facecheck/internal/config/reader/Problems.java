package org.facecheck.internal.config.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.facecheck.internal.config.ConfigurationException;

/** What is wrong with a configuration, in the order found. */
final class Problems {
    /** So many letters wrong are still a typing mistake; more is another word. */
    private static final int TYPING_MISTAKES = 3;

    private final List<String> found = new ArrayList<>();

    /** @param problem begins with the key that is wrong, and says what to write */
    void add(String problem) {
        found.add(problem);
    }

    /** A key that is not read is most likely a typing mistake, and a rule lost by it would leave its paths open. */
    void unknownKey(String name) {
        String closest = Key.all().stream()
                .map(Key::text)
                .min(Comparator.comparingInt(key -> distance(key, name)))
                .filter(key -> distance(key, name) <= TYPING_MISTAKES)
                .map(key -> "; did you mean " + key + "?")
                .orElse("; remove it, or see the table of keys in configuration.md.");
        found.add(name + " is not a key of Facecheck" + closest);
    }

    /** How many there are: a reader compares before and after, to know whether what it read is right. */
    int count() {
        return found.size();
    }

    /** Ends the start-up where anything is wrong: the application stays closed. */
    void throwIfAny() throws ConfigurationException {
        if (!found.isEmpty()) {
            throw new ConfigurationException(List.copyOf(found));
        }
    }

    /** Levenshtein's distance (Soviet Physics Doklady 10, 1966), one row of the table at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
