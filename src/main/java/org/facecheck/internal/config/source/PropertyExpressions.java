package org.facecheck.internal.config.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * {@code ${name}} and {@code ${name:default}} in values that are read without the server's configuration, which expands its own
 * (MicroProfile Config 3.0, "Property Expressions").
 *
 * @param config knows the other properties
 */
record PropertyExpressions(Config config) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}:]+)(?::([^{}]*))?}");

    /** The value with what its expressions stand for; empty where one stands for nothing: its text is not what somebody has set. */
    Optional<String> expanded(String value) {
        return unknownIn(value).isEmpty()
                ? Optional.of(EXPRESSION
                        .matcher(value)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(named(found).orElse(""))))
                : Optional.empty();
    }

    /** Those that stand for nothing, as they are written. */
    List<String> unknownIn(String value) {
        return EXPRESSION
                .matcher(value)
                .results()
                .filter(found -> named(found).isEmpty())
                .map(MatchResult::group)
                .toList();
    }

    private Optional<String> named(MatchResult expression) {
        return config.getOptionalValue(expression.group(1), String.class)
                .or(() -> Optional.ofNullable(expression.group(2)));
    }
}
