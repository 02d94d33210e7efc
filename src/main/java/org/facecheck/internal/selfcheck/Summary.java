package org.facecheck.internal.selfcheck;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facecheck.internal.selfcheck.Finding.Verdict;

/**
 * A verdict for each rule, which is that of the worst of its addresses.
 *
 * @param rules in the order in which they were named
 */
record Summary(Map<String, Verdict> rules) {

    static Summary of(Collection<Finding> findings) {
        Map<String, Verdict> rules = new LinkedHashMap<>();
        findings.forEach(finding -> rules.merge(
                finding.address().rule(), finding.verdict(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        return new Summary(rules);
    }

    List<String> lines() {
        return rules.entrySet().stream()
                .filter(rule -> !rule.getKey().startsWith("/"))
                .map(rule -> rule.getValue().label() + "rule " + rule.getKey())
                .toList();
    }

    int exitCode() {
        return switch (Collections.max(rules.values())) {
            case CLOSED -> SelfCheck.CLOSED;
            case UNCLEAR -> SelfCheck.UNCLEAR;
            case OPEN -> SelfCheck.OPEN;
        };
    }
}
