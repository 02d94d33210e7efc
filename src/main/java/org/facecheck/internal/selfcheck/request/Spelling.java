package org.facecheck.internal.selfcheck.request;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A path, and other ways of writing it: one character or all of them replaced, something put in behind a slash or a segment.
 *
 * @param path begins with a slash
 */
record Spelling(String path) {

    /** With each of these characters replaced on its own: as many spellings as there are such characters. */
    Stream<String> oneByOne(IntPredicate which, IntFunction<String> by) {
        return positions(which).mapToObj(i -> path.substring(0, i) + by.apply(path.charAt(i)) + path.substring(i + 1));
    }

    /** With all of these characters replaced. */
    Stream<String> altogether(IntPredicate which, IntFunction<String> by) {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            spelled.append(i > 0 && which.test(c) ? by.apply(c) : String.valueOf(c));
        }
        return Stream.of(spelled.toString());
    }

    /** With the first character of each segment replaced, where there is one. */
    Stream<String> initials(IntFunction<String> by) {
        return slashes()
                .filter(i -> i + 1 < path.length())
                .mapToObj(i -> path.substring(0, i + 1) + by.apply(path.charAt(i + 1)) + path.substring(i + 2));
    }

    /** With each slash but the first replaced, one at a time: without the first, it would not be a path. */
    Stream<String> slashesAs(String by) {
        return slashes().filter(i -> i > 0).mapToObj(i -> path.substring(0, i) + by + path.substring(i + 1));
    }

    /** With this put in before each slash; before the first one it becomes a segment of its own. */
    Stream<String> beforeSlashes(String inserted) {
        String first = inserted.startsWith("/") ? "" : "/";
        return slashes().mapToObj(i -> path.substring(0, i) + (i == 0 ? first : "") + inserted + path.substring(i));
    }

    /** With each of these at the end. */
    Stream<String> endings(List<String> ends) {
        return ends.stream().map(path::concat);
    }

    private IntStream slashes() {
        return IntStream.range(0, path.length()).filter(i -> path.charAt(i) == '/');
    }

    private IntStream positions(IntPredicate which) {
        return IntStream.range(1, path.length()).filter(i -> which.test(path.charAt(i)));
    }
}
