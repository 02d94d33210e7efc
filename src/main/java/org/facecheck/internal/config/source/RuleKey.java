package org.facecheck.internal.config.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.internal.config.RuleName;

/**
 * A key of a named rule: {@code facecheck.rule.<name>.<aspect>}.
 *
 * @param rule the rule's name: letters, digits, {@code -} and {@code _}
 * @param aspect what is said of the rule, one of {@link #aspects}
 */
public record RuleKey(RuleName rule, String aspect) {

    private static final String PREFIX = Key.PREFIX + "rule.";
    /** A dot ends the name, so that it can be told from the aspect. */
    private static final Pattern FORM = Pattern.compile(Pattern.quote(PREFIX) + "([A-Za-z0-9_-]+)\\.([a-z-]+)");

    /** What can be said of a rule, each with its default: keys without what stands before them. */
    public static List<Key> aspects() {
        return Key.of(NamedRule.class);
    }

    /** The key in its parts, empty if it is none of a rule. */
    public static Optional<RuleKey> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        return matcher.matches()
                ? Optional.of(new RuleKey(new RuleName(matcher.group(1)), matcher.group(2)))
                        .filter(RuleKey::isAspectKnown)
                : Optional.empty();
    }

    /** What stands before the aspect in each key of this rule. */
    public static String prefix(RuleName rule) {
        return PREFIX + rule + ".";
    }

    private boolean isAspectKnown() {
        return aspects().stream().anyMatch(key -> key.text().equals(aspect));
    }

    /** The key as a deployer writes it. */
    public String text() {
        return prefix(rule) + aspect;
    }
}
