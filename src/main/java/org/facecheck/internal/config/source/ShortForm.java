package org.facecheck.internal.config.source;

import java.time.Duration;
import java.util.List;
import org.facecheck.internal.config.ConfigKey;
import org.facecheck.internal.config.ConfigKey.TextForm;
import org.facecheck.internal.config.Rule;

/**
 * One rule for the whole application, and how old a check may be for a rule that says nothing of it.
 *
 * @param patterns of the rule; none for no such rule
 * @param exempt what it leaves open
 * @param maxAge for this rule, and for named rules without an age of their own
 */
public record ShortForm(
        @ConfigKey(value = KEY, form = TextForm.PATTERNS) List<String> patterns,

        @ConfigKey(value = EXEMPT_KEY, form = TextForm.PATTERNS)
        List<String> exempt,

        @ConfigKey(value = "facecheck.max-age", fallback = "PT30M")
        Duration maxAge) {

    /** The key that makes the short form's rule. */
    public static final String KEY = "facecheck.protect";

    /** The key of what its rule leaves open. */
    public static final String EXEMPT_KEY = "facecheck.exempt";

    /** The rule that this is short for. */
    public Rule rule() {
        return new Rule(Rule.SHORT_FORM, patterns, List.of(), exempt, maxAge, false, null);
    }
}
