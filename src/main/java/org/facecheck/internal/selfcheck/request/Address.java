package org.facecheck.internal.selfcheck.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of something that is protected.
 *
 * @param rule the name of the rule that protects it, {@code null} where the operator named none
 * @param path below the context path, as it is meant to be written
 */
public record Address(@Nullable String rule, String path) {
    /** Without all that variants add: encoded or doubled characters would make variants of variants. */
    private static final Pattern FORM = Pattern.compile("(?:([A-Za-z0-9_-]+)=)?((?:/[^/?#;\\\\\\s]+)*/?)");

    /**
     * Parses {@code /path} or {@code rule=/path}.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    public static Address parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || matcher.group(2).isEmpty()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no address below the application; write /payroll/index.jsp or payroll=/payroll/index.jsp,"
                    + " without query, path parameters or empty segments.");
        }
        return new Address(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return rule == null ? path : rule + "=" + path;
    }
}
