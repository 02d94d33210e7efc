package org.facecheck.internal.selfcheck;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facecheck.internal.selfcheck.Finding.Verdict;

/**
 * A verdict for each rule that the operator named, and one for all: that of the worst of its addresses.
 *
 * @param rules in the order in which they were named
 * @param worst of all addresses, with a rule or without
 */
record Summary(Map<String, Verdict> rules, Verdict worst) {

    static Summary of(Collection<Finding> findings) {
        Map<String, Verdict> rules = new LinkedHashMap<>();
        Verdict worst = Verdict.CLOSED;
        for (Finding finding : findings) {
            worst = worse(worst, finding.verdict());
            String rule = finding.address().rule();
            if (rule != null) {
                rules.merge(rule, finding.verdict(), Summary::worse);
            }
        }
        return new Summary(rules, worst);
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** For the operator: a line for each rule. */
    List<String> lines() {
        return rules.entrySet().stream()
                .map(rule -> rule.getValue().label() + "rule " + rule.getKey())
                .toList();
    }

    /** Of the command. */
    int exitCode() {
        return switch (worst) {
            case CLOSED -> SelfCheck.CLOSED;
            case UNCLEAR -> SelfCheck.UNCLEAR;
            case OPEN -> SelfCheck.OPEN;
        };
    }
}
