package org.facecheck.internal.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.facecheck.internal.selfcheck.request.Address;
import org.jspecify.annotations.Nullable;

/**
 * What came of one address.
 *
 * @param sent how many requests were sent
 * @param openings the variants that showed something, each with what it showed
 * @param unanswered the variants that got no response, or a server error
 * @param objection why the address can't be judged; {@code null} where it can
 */
record Finding(
        Address address,
        int sent,
        List<String> openings,
        List<String> unanswered,
        @Nullable String objection) {
    /** Of each kind: an application without the jar is open in hundreds of variants. */
    private static final int MAX_LINES = 20;

    /** From the best to the worst; labels of one length, so that addresses stand below each other. */
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

    /** Open is worse than unclear: one opening is enough. */
    Verdict verdict() {
        if (!openings.isEmpty()) {
            return Verdict.OPEN;
        }
        return objection == null && unanswered.isEmpty() ? Verdict.CLOSED : Verdict.UNCLEAR;
    }

    /** For the operator: the verdict, and below it what it rests on. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(verdict().label() + address + ": " + (objection == null ? counts() : objection));
        Stream.of(
                        openings,
                        unanswered.stream().map(one -> "no answer to " + one).toList())
                .flatMap(all -> all.stream().limit(MAX_LINES))
                .map("          "::concat)
                .forEach(lines::add);
        return lines;
    }

    private String counts() {
        return sent + " targets"
                + (openings.isEmpty() ? ", none shows anything" : ", " + openings.size() + " show something")
                + (unanswered.isEmpty() ? "" : ", " + unanswered.size() + " without an answer");
    }
}
