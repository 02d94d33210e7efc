package org.facecheck.internal.config.reader;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of a named rule: {@code facecheck.rule.<name>.<aspect>}.
 *
 * @param rule the rule's name: letters, digits, {@code -} and {@code _}
 * @param aspect what is said of the rule
 */
public record RuleKey(String rule, Aspect aspect) {

    /** What can be said of a rule. */
    public enum Aspect {
        PATTERNS("patterns"),
        SERVLETS("servlets"),
        EXEMPT("exempt"),
        MAX_AGE("max-age"),
        ONE_TIME("one-time");

        private final String text;

        Aspect(String text) {
            this.text = text;
        }

        /** The aspect as a deployer writes it. */
        public String text() {
            return text;
        }
    }

    private static final String PREFIX = Key.PREFIX + "rule.";
    private static final Pattern FORM = Pattern.compile(Pattern.quote(PREFIX) + "([A-Za-z0-9_-]+)\\.([a-z-]+)");

    static Optional<RuleKey> parse(String name) {
        Matcher matcher = FORM.matcher(name);
        return matcher.matches()
                ? Arrays.stream(Aspect.values())
                        .filter(aspect -> aspect.text.equals(matcher.group(2)))
                        .findFirst()
                        .map(aspect -> new RuleKey(matcher.group(1), aspect))
                : Optional.empty();
    }

    /** The key as a deployer writes it. */
    public String text() {
        return PREFIX + rule + "." + aspect.text;
    }
}
