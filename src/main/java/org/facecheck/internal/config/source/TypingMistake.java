package org.facecheck.internal.config.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A name that is written almost as it should be. */
public final class TypingMistake {
    /** So many letters wrong are still a typing mistake; more is another word. */
    private static final int LETTERS = 3;

    private TypingMistake() {}

    /** The one of these names that was most likely meant, if any is as close as that. */
    public static Optional<String> closest(String written, Stream<String> names) {
        return names.min(Comparator.comparingInt(name -> distance(name, written)))
                .filter(name -> distance(name, written) <= LETTERS);
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
