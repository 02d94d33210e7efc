package org.facecheck.internal.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is protected, and how fresh a check it takes. Where the patterns of several rules match one path, each has to be
 * satisfied.
 *
 * @param name for the log, the challenge and the filter's name
 * @param patterns URL patterns as in {@code web.xml} (Jakarta Servlet 6.0, §12.2); the container matches them
 * @param servlets names of servlets that are protected wherever they are mapped, in dispatches by name, too
 * @param exempt URL patterns that stay open although a pattern of the rule matches them
 * @param maxAge how long ago the face check may be
 * @param oneTime whether each request takes a check of its own
 * @param title what people call that which is protected, for the page; {@code null} where it has no such name
 */
public record Rule(
        RuleName name,
        List<String> patterns,
        List<String> servlets,
        List<String> exempt,
        Duration maxAge,
        boolean oneTime,
        @Nullable String title) {

    /** The name of the rule that the short form makes. */
    public static final RuleName SHORT_FORM = new RuleName("protect");

    /** The name under which the container's own constraints ask for a check, where the face is the container's login. */
    public static final RuleName CONSTRAINT = new RuleName("security-constraint");

    public Rule {
        patterns = List.copyOf(patterns);
        servlets = List.copyOf(servlets);
        exempt = List.copyOf(exempt);
    }

    /** As an operator reads it in the log at start-up. */
    @Override
    public String toString() {
        return name + ": " + String.join(", ", patterns)
                + (patterns.isEmpty() || servlets.isEmpty() ? "" : ", ")
                + (servlets.isEmpty() ? "" : "servlets " + String.join(", ", servlets))
                + (exempt.isEmpty() ? "" : " except " + String.join(", ", exempt))
                + (oneTime ? ", a check for each request" : "")
                + ", at most " + maxAge + " after the check";
    }
}
