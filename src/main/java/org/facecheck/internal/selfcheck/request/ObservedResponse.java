package org.facecheck.internal.selfcheck.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server sent back. Parsed leniently: what is odd about a response is no reason to overlook what it shows.
 *
 * @param headers by their names in lower case; of several with one name, the last
 * @param body without the framing of chunks, each byte a character
 */
public record ObservedResponse(int status, Map<String, String> headers, String body) {
    /** What servers say of methods and versions that they do not know: nothing of the application has run. */
    private static final int NOT_IMPLEMENTED = 501;

    private static final int VERSION_NOT_SUPPORTED = 505;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: [^\\r\\n]*)?\\r?\\n");
    private static final int HEX = 16;

    public ObservedResponse {
        headers = Map.copyOf(headers);
    }

    /** Parses a response (RFC 9112, section 4); empty where the bytes are none. */
    static Optional<ObservedResponse> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher first = STATUS.matcher(text);
        if (!first.lookingAt()) {
            return Optional.empty();
        }
        // A head that never ends is read to where the server stopped: what it shows counts all the same.
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text.substring(first.end()) : text.substring(first.end(), Math.max(first.end(), end));
        Map<String, String> headers = new TreeMap<>();
        head.lines()
                .map(line -> line.split(":", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> headers.put(pair[0].strip().toLowerCase(Locale.ROOT), pair[1].strip()));
        String body = end < 0 ? "" : text.substring(end + 4);
        boolean chunked = headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked");
        return Optional.of(
                new ObservedResponse(Integer.parseInt(first.group(1)), headers, chunked ? withoutChunks(body) : body));
    }

    /** The header of this name, in lower case; empty where there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /**
     * Whether something may have been shown: a success or a part of one, a protocol of its own (101), or the confirmation that
     * what a cache holds is what the page would be (304), which tells as much as the page.
     */
    public boolean isSuccess() {
        return status == 101 || (status >= 200 && status < 300) || status == 304;
    }

    /** Whether the server could not say; what ran into an error may have run behind the rule. 501 and 505 are refusals. */
    public boolean isFailure() {
        return status >= 500 && status != NOT_IMPLEMENTED && status != VERSION_NOT_SUPPORTED;
    }

    /** RFC 9112, section 7.1. A body that ends too early is taken as it is. */
    private static String withoutChunks(String chunks) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int size = line < 0 ? 0 : size(chunks.substring(at, line));
            int from = line + 2;
            int to = Math.min(chunks.length(), from + size);
            if (size <= 0 || from > to) {
                break;
            }
            whole.writeBytes(chunks.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
            at = to + 2;
        }
        return whole.toString(StandardCharsets.ISO_8859_1);
    }

    /** Behind the size there may be extensions; a size that can't be read ends the body. */
    private static int size(String line) {
        try {
            return Integer.parseInt(line.replaceFirst(";.*", "").strip(), HEX);
        } catch (NumberFormatException broken) {
            return 0;
        }
    }
}
