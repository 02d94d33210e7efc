package org.facecheck.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of a form (RFC 7578), by the names of their fields. It reads what well-behaved clients send, and is no measure for
 * anything that strangers reach.
 */
record FileParts(Map<String, byte[]> files) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");

    static FileParts of(@Nullable String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        Map<String, byte[]> files = new HashMap<>();
        if (boundary.find()) {
            // As text of one byte a character, in which a picture stays what it is.
            String[] parts =
                    ("\r\n" + new String(body, ISO_8859_1)).split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
            for (String part : parts) {
                add(part, files);
            }
        }
        return new FileParts(files);
    }

    private static void add(String part, Map<String, byte[]> files) {
        int end = part.indexOf("\r\n\r\n");
        if (end < 0) {
            return; // before the first, or behind the last
        }
        String headers = part.substring(0, end);
        Matcher name = NAME.matcher(headers);
        if (headers.contains("filename=") && name.find()) {
            files.put(name.group(1), part.substring(end + 4).getBytes(ISO_8859_1));
        }
    }

    /** One file, empty if none of that name was sent. */
    Optional<byte[]> file(String field) {
        return Optional.ofNullable(files.get(field)).filter(content -> content.length > 0);
    }
}
