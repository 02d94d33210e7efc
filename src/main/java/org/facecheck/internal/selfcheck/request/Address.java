package org.facecheck.internal.selfcheck.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of something that is protected.
 *
 * @param rule whose it is; the path where no rule is named
 * @param path below the context path, as it is meant to be written
 */
public record Address(String rule, String path) {
    private static final Pattern FORM = Pattern.compile("(?:([A-Za-z0-9_-]+)=)?((?:/[^/?#;\\\\\\s]+)*/?)");

    /**
     * {@code /path} or {@code rule=/path}.
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
        String rule = matcher.group(1);
        return new Address(rule == null ? matcher.group(2) : rule, matcher.group(2));
    }

    boolean namesRule() {
        return !rule.equals(path);
    }

    @Override
    public String toString() {
        return namesRule() ? rule + "=" + path : path;
    }
}
