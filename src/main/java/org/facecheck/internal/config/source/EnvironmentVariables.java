package org.facecheck.internal.config.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.facecheck.internal.config.RuleName;

/**
 * Which keys the environment's variables stand for. A variable may say something of a rule that is named elsewhere, or be all
 * that names a rule; one that cannot be understood, or in two ways, is a problem, since its rule would be open in silence.
 */
final class EnvironmentVariables {
    private final Map<String, String> values;
    private final SortedSet<String> understandable = new TreeSet<>();
    private final Map<String, VariableName> byKey = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final SortedSet<String> foreign = new TreeSet<>();

    /**
     * @param values of variables, by their names
     * @param keys those that are written somewhere as keys, whose rules' names are known therefore
     */
    EnvironmentVariables(Map<String, String> values, Collection<String> keys) {
        this.values = Map.copyOf(values);
        Key.all().forEach(key -> understandable.add(key.text()));
        keys.forEach(key -> RuleKey.parse(key).ifPresent(ofRule -> addRule(ofRule.rule())));
        // Upper case comes last: what is in a rule's own case tells its name. (In ASCII, upper case would be first.)
        values.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .map(VariableName::new)
                .forEach(this::resolve);
    }

    private void addRule(RuleName rule) {
        RuleKey.aspects().forEach(aspect -> understandable.add(new RuleKey(rule, aspect.text()).text()));
    }

    private void resolve(VariableName variable) {
        if (variable.isKey()) {
            take(variable, variable.text());
        } else if (variable.isOfFacecheck()) {
            List<String> meant =
                    understandable.stream().filter(variable::resembles).toList();
            if (meant.size() > 1) {
                problems.add("%s may mean any of %s; give the rules names that differ in more than case, - and _."
                        .formatted(variable, String.join(", ", meant)));
            } else if (meant.size() == 1) {
                take(variable, meant.get(0));
            } else {
                takeNew(variable);
            }
        }
    }

    private void takeNew(VariableName variable) {
        Optional<RuleKey> rule = variable.newRule();
        if (rule.isPresent()) {
            addRule(rule.get().rule());
            take(variable, rule.get().text());
        } else if (variable.isServiceLink()) {
            foreign.add(variable.text());
        } else {
            problems.add(notUnderstood(variable));
        }
    }

    private void take(VariableName variable, String key) {
        VariableName other = byKey.putIfAbsent(key, variable);
        if (!variable.isSpellingOf(key) && variable.isKeyInOtherCase()) {
            problems.add("%s is no key, since keys begin with small letters; write %s.".formatted(variable, key));
        } else if (!variable.isSpellingOf(key)) {
            problems.add("%s is not how %s is written as a variable; write %s."
                    .formatted(variable, key, VariableName.normal(key)));
        } else if (other != null && !Objects.equals(values.get(other.text()), values.get(variable.text()))) {
            // Servers differ in which of them counts.
            problems.add("%s and %s both mean %s, and differ; remove one.".formatted(variable, other, key));
        }
    }

    private static String notUnderstood(VariableName variable) {
        if (variable.isKeyInOtherCase()) {
            return variable + " is no key of Facecheck, since keys begin with \"" + Key.PREFIX + "\" in small letters.";
        }
        if (variable.isOfRule()) {
            return variable + " is no variable of a rule; write FACECHECK_RULE_, the rule's name, and then one of "
                    + RuleKey.aspects().stream()
                            .map(aspect -> "_" + VariableName.normal(aspect.text()))
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return variable + " is no variable of Facecheck"
                + TypingMistake.closest(variable.text(), Key.all().stream().map(key -> VariableName.normal(key.text())))
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("; remove or rename it, or see the table of keys in configuration.md.");
    }

    /** The value for a key, if a variable gives one. */
    Optional<String> value(String key) {
        return Optional.ofNullable(byKey.get(key)).map(variable -> values.get(variable.text()));
    }

    /** The keys that variables stand for. */
    Set<String> keys() {
        return byKey.keySet();
    }

    /** What is wrong with variables' names, and what to write. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Variables that look like Facecheck's and are an orchestrator's. */
    SortedSet<String> foreign() {
        return foreign;
    }
}
