package org.facecheck.internal.config.reader;

/**
 * A pattern as {@code web.xml} has it (Servlet 6.0, §12.2), to be compared with other patterns, and with paths that a deployer has
 * written: for messages at start-up. What a request's path matches, the container alone decides.
 *
 * @param text as the deployer wrote it
 */
public record UrlPattern(String text) {

    /** Whether it matches all that another pattern, or a path, matches. */
    public boolean covers(String pattern) {
        if (text.endsWith("/*")) {
            String folder = text.substring(0, text.length() - 1);
            return folder.equals("/") || pattern.startsWith(folder) || (pattern + "/").equals(folder);
        }
        return text.equals(pattern)
                || (text.startsWith("*.") && !pattern.endsWith("/*") && pattern.endsWith(text.substring(1)));
    }
}
