package org.facecheck.internal.config.source;

import java.time.Duration;
import java.util.List;
import org.facecheck.internal.config.ConfigKey;
import org.facecheck.internal.config.ConfigKey.TextForm;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.RuleName;
import org.jspecify.annotations.Nullable;

/**
 * The aspects of a named rule, behind {@code facecheck.rule.<name>.}.
 *
 * @param patterns what it protects
 * @param servlets what it protects, by name
 * @param exempt what it leaves open
 * @param maxAge how old a check may be, {@code null} for the short form's age
 * @param oneTime whether each request takes a check of its own
 * @param title what people call that which it protects
 */
public record NamedRule(
        @ConfigKey(value = PATTERNS, form = TextForm.PATTERNS)
        List<String> patterns,

        @ConfigKey(value = SERVLETS, form = TextForm.SERVLETS)
        List<String> servlets,

        @ConfigKey(value = EXEMPT, form = TextForm.PATTERNS) List<String> exempt,

        @ConfigKey("max-age") @Nullable Duration maxAge,

        @ConfigKey(value = "one-time", fallback = "false") boolean oneTime,

        @ConfigKey("title") @Nullable String title) {

    public static final String PATTERNS = "patterns";
    public static final String SERVLETS = "servlets";
    public static final String EXEMPT = "exempt";

    /**
     * The rule that these aspects describe.
     *
     * @param generalAge counts where the rule has no age of its own
     */
    public Rule rule(RuleName name, Duration generalAge) {
        return new Rule(name, patterns, servlets, exempt, maxAge == null ? generalAge : maxAge, oneTime, title);
    }
}
