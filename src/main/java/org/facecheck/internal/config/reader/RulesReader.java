package org.facecheck.internal.config.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.facecheck.internal.config.CaptureConfig.Login;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.config.source.NamedRule;
import org.facecheck.internal.config.source.RuleKey;
import org.facecheck.internal.config.source.Settings;
import org.facecheck.internal.config.source.ShortForm;

/** Reads the rules: the one of the short form, and the named ones in the order of their names. */
record RulesReader(Settings settings, RecordReader records, Problems problems) {

    /** The rules; some may be missing where there are problems. */
    List<Rule> read() {
        Optional<ShortForm> general = records.read(ShortForm.class);
        List<Rule> rules = new ArrayList<>();
        general.filter(form -> !form.patterns().isEmpty()).map(ShortForm::rule).ifPresent(rules::add);
        // Also where the short form is wrong: all problems are told at once.
        SortedSet<RuleName> names = names();
        for (RuleName name : names) {
            Optional<NamedRule> rule = named(name);
            if (rule.isPresent() && general.isPresent()) {
                rules.add(rule.get().rule(name, general.get().maxAge()));
            }
        }
        // A configuration without a rule is no choice: nobody adds the jar to have nothing protected.
        boolean isContainers = isContainers();
        if (!isContainers
                && settings.value(ShortForm.KEY).isEmpty()
                && names.stream().noneMatch(this::protects)) {
            problems.add(ShortForm.KEY + " is missing, so nothing would be protected;"
                    + " write URL patterns as in web.xml, such as /payroll/*,/admin/*.");
        }
        // Named rules have exemptions of their own; this one would be read by none of them.
        if (settings.value(ShortForm.KEY).isEmpty()
                && settings.value(ShortForm.EXEMPT_KEY).isPresent()) {
            problems.add(
                    ShortForm.EXEMPT_KEY + " is for " + ShortForm.KEY + ", which is not there, so that it would exempt"
                            + " nothing; write it beside the rule that is meant, as facecheck.rule.<name>."
                            + NamedRule.EXEMPT + ".");
        }
        rules.stream().filter(RulesReader::exemptsAll).forEach(this::complainOfExemptions);
        if (isContainers) {
            general.map(form -> constraint(form.maxAge())).ifPresent(rules::add);
        }
        return rules;
    }

    /** Whether the container's constraints protect something, too: what, they alone say. */
    private boolean isContainers() {
        return settings.value(Login.KEY).filter(Login.CONTAINER::equals).isPresent();
    }

    private static Rule constraint(Duration maxAge) {
        return new Rule(Rule.CONSTRAINT, List.of(), List.of(), List.of(), maxAge, false, null);
    }

    /** Whether a rule leaves all open that it protects. Patterns are compared with patterns, and no path with either. */
    private static boolean exemptsAll(Rule rule) {
        return rule.servlets().isEmpty()
                && rule.patterns().stream()
                        .allMatch(pattern ->
                                rule.exempt().stream().anyMatch(exempt -> new UrlPattern(exempt).covers(pattern)));
    }

    /** By the keys as the deployer wrote them: the short form's differ from those of a named rule. */
    private void complainOfExemptions(Rule rule) {
        boolean isShort = rule.name().equals(Rule.SHORT_FORM);
        problems.add((isShort ? ShortForm.EXEMPT_KEY : new RuleKey(rule.name(), NamedRule.EXEMPT).text())
                + " takes out all that "
                + (isShort ? ShortForm.KEY : new RuleKey(rule.name(), NamedRule.PATTERNS).text())
                + " says, so that nothing would be protected; write less into it.");
    }

    /** The rule with this name; a problem where it would protect nothing, since its deployer believes that it does. */
    private Optional<NamedRule> named(RuleName name) {
        String patterns = new RuleKey(name, NamedRule.PATTERNS).text();
        if (name.equals(Rule.SHORT_FORM) || (isContainers() && name.equals(Rule.CONSTRAINT))) {
            // Two rules of one name would share a filter's name, and passes in the session.
            problems.add(patterns + " names a rule as Facecheck's own is; choose another name.");
            return Optional.empty();
        }
        if (!protects(name)) {
            problems.add(patterns + " is missing; write what the rule protects, such as /payroll/*.");
        }
        return records.readBelow(RuleKey.prefix(name), NamedRule.class);
    }

    /** Whether the deployer says what the rule is for; one that protects nothing is a mistake. */
    private boolean protects(RuleName name) {
        return !name.equals(Rule.SHORT_FORM)
                && (settings.value(new RuleKey(name, NamedRule.PATTERNS).text()).isPresent()
                        || settings.value(new RuleKey(name, NamedRule.SERVLETS).text())
                                .isPresent());
    }

    /** The names that keys speak of, sorted: the order of a configuration's sources is not fixed. */
    private SortedSet<RuleName> names() {
        SortedSet<RuleName> names = new TreeSet<>(Comparator.comparing(RuleName::text));
        settings.names().forEach(name -> RuleKey.parse(name).ifPresent(key -> names.add(key.rule())));
        return names;
    }
}
