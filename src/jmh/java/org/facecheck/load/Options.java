package org.facecheck.load;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.facecheck.load.server.ServerKind;

/**
 * What to measure: the words of the command line, in any order.
 *
 * @param full measures; otherwise everything runs for a moment with a few clients, so that the programme does not rot
 * @param parts of the programme; all where none is named
 * @param servers all where none is named
 */
record Options(boolean full, Set<Part> parts, Set<ServerKind> servers) {
    /** The parts of the programme, each of which can run alone. */
    enum Part {
        /** Checks a second, and what other pages take meanwhile. */
        THROUGHPUT,
        /** What a waiting check holds. */
        MEMORY,
        /** Quick clients beside slow ones. */
        SLOW,
        /** How long a deployment takes. */
        DEPLOYMENT
    }

    /** Reads words such as {@code full memory wildfly}; an unknown word is an error. */
    static Options parse(String... arguments) {
        boolean full = false;
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Set<ServerKind> servers = EnumSet.noneOf(ServerKind.class);
        for (String word : words(arguments)) {
            if (word.equals("FULL")) {
                full = true;
            } else if (names(Part.values()).contains(word)) {
                parts.add(Part.valueOf(word));
            } else if (names(ServerKind.values()).contains(word)) {
                servers.add(ServerKind.valueOf(word));
            } else if (!word.isEmpty() && !word.equals("SMOKE")) {
                throw new IllegalArgumentException(
                        "unknown option " + word.toLowerCase(Locale.ROOT)
                                + "; known are full, smoke, throughput, memory, slow, deployment, undertow, wildfly and payara");
            }
        }
        return new Options(
                full,
                parts.isEmpty() ? EnumSet.allOf(Part.class) : parts,
                servers.isEmpty() ? EnumSet.allOf(ServerKind.class) : servers);
    }

    /** Maven gives all words in one argument ({@code -Dmeasure="full memory"}). */
    private static List<String> words(String... arguments) {
        return List.of(
                String.join(" ", arguments).strip().toUpperCase(Locale.ROOT).split("\\s+"));
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
