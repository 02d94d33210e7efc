package org.facecheck.internal.config.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.facecheck.internal.config.RuleName;

/**
 * The name of an environment variable. MicroProfile Config looks for a key as it is, then with {@code _} in place of all but
 * letters and digits, then the latter in upper case (MicroProfile Config 3.1, "Environment Variables Mapping Rules"); so the way
 * back, from a name to a key, takes the list of all keys.
 *
 * @param text the name as the process has it
 */
record VariableName(String text) {
    private static final String PREFIX = normal(Key.PREFIX);
    private static final String RULE = PREFIX + "RULE_";

    /**
     * What Kubernetes sets in each container for a service whose name is, or begins with, "facecheck" (Kubernetes
     * documentation, "Accessing the Service: Environment variables"; of Docker's links, on which they are modelled, too).
     */
    private static final Pattern SERVICE_LINK = Pattern.compile(PREFIX
            + "([A-Z0-9_]+_)?(SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    private static final String ASPECTS =
            RuleKey.aspects().stream().map(aspect -> sameCase(aspect.text())).collect(Collectors.joining("|"));
    private static final Pattern LOWER_RULE = Pattern.compile("facecheck_rule_([A-Za-z0-9_]+)_(" + ASPECTS + ")");
    private static final Pattern UPPER_RULE =
            Pattern.compile(RULE + "([A-Z0-9_]+)_(" + ASPECTS.toUpperCase(Locale.ROOT) + ")");

    /** The second spelling of a key. */
    static String sameCase(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_");
    }

    /** The third spelling of a key, which all keys share that a variable cannot tell apart. */
    static String normal(String key) {
        return sameCase(key).toUpperCase(Locale.ROOT);
    }

    /** Whether it begins as Facecheck's variables do, in whichever case; names with dots are keys, and not spelled here. */
    boolean isOfFacecheck() {
        return normal(text).startsWith(PREFIX) && !isKey();
    }

    /** Whether it says something of Facecheck, in whichever spelling. */
    boolean isForFacecheck() {
        return isKey() || isOfFacecheck();
    }

    /** Whether it is written as a key is, which some ways of starting a process allow. */
    boolean isKey() {
        return text.startsWith(Key.PREFIX);
    }

    /** Whether it was meant as a key, and is none since its beginning has capital letters; all of a variable may have them. */
    boolean isKeyInOtherCase() {
        return !isKey()
                && !text.equals(text.toUpperCase(Locale.ROOT))
                && text.regionMatches(true, 0, Key.PREFIX, 0, Key.PREFIX.length());
    }

    /** Whether nothing but case, dots and dashes lies between this and the key. */
    boolean resembles(String key) {
        return normal(text).equals(normal(key));
    }

    /** Whether MicroProfile Config finds the key under this name. */
    boolean isSpellingOf(String key) {
        return text.equals(key) || text.equals(sameCase(key)) || text.equals(normal(key));
    }

    /** Whether it speaks of a rule, or was meant to. */
    boolean isOfRule() {
        return normal(text).startsWith(RULE);
    }

    /** Whether an orchestrator has set it, and nobody meant Facecheck. */
    boolean isServiceLink() {
        return SERVICE_LINK.matcher(text).matches() && !isOfRule();
    }

    /**
     * The key of a rule of which nothing else is known. Upper case has lost the case of the rule's name, which is lower case
     * then; and {@code _} remains.
     */
    Optional<RuleKey> newRule() {
        Matcher lower = LOWER_RULE.matcher(text);
        Matcher upper = UPPER_RULE.matcher(text);
        if (lower.matches()) {
            return Optional.of(new RuleKey(new RuleName(lower.group(1)), aspect(lower.group(2))));
        }
        return upper.matches()
                ? Optional.of(
                        new RuleKey(new RuleName(upper.group(1).toLowerCase(Locale.ROOT)), aspect(upper.group(2))))
                : Optional.empty();
    }

    private static String aspect(String spelled) {
        return spelled.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return text;
    }
}
