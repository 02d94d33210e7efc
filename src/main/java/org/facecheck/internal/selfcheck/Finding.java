package org.facecheck.internal.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facecheck.internal.selfcheck.request.Address;

/**
 * What came of one address.
 *
 * @param asked how many targets were sent
 * @param openings what showed something, each with what it showed
 * @param unanswered what got no answer, or an error of the server's
 * @param objection why the address can't be judged; empty where it can
 */
record Finding(Address address, int asked, List<String> openings, List<String> unanswered, String objection) {
    private static final int SHOWN = 20;

    /** From the best to the worst. */
    enum Verdict {
        CLOSED("closed  "),
        UNCLEAR("UNCLEAR "),
        OPEN("OPEN    ");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Finding {
        openings = List.copyOf(openings);
        unanswered = List.copyOf(unanswered);
    }

    static Finding unclear(Address address, String objection) {
        return new Finding(address, 1, List.of(), List.of(), objection);
    }

    Verdict verdict() {
        if (!openings.isEmpty()) {
            return Verdict.OPEN;
        }
        return objection.isEmpty() && unanswered.isEmpty() ? Verdict.CLOSED : Verdict.UNCLEAR;
    }

    /** For the operator. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(verdict().label() + address + ": " + (objection.isEmpty() ? counted() : objection));
        Stream.of(
                        openings,
                        unanswered.stream().map(one -> "no answer to " + one).toList())
                .flatMap(all -> all.stream().limit(SHOWN))
                .map("          "::concat)
                .forEach(lines::add);
        return lines;
    }

    private String counted() {
        return asked + " targets"
                + (openings.isEmpty() ? ", none shows anything" : ", " + openings.size() + " show something")
                + (unanswered.isEmpty() ? "" : ", " + unanswered.size() + " without an answer");
    }
}
