package org.facecheck.internal.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a {@code multipart/form-data} body (RFC 7578) apart that lies in memory. Not left to the container: that may put a
 * part on a disk, or never let go of it, as Payara's parser does until 6.2025.11 (payara/Payara#6324).
 */
final class MultipartParser {
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*multipart/form-data\\s*(?:;.*)?", caseless());
    private static final Pattern DISPOSITION =
            Pattern.compile("(?:^|\r\n)content-disposition:[ \t]*form-data([^\r\n]*)", caseless());

    /** With quoted text as one, so that nothing in a file's name is taken for a parameter. */
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([^\\s;=\"]+)=(?:\"([^\"]*)\"|([^\\s;\"]*))");

    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};
    private static final int MAX_BOUNDARY = 70;
    private static final int MAX_HEADERS = 4096;
    private static final int MAX_PARTS = 16;

    private final byte[] body;
    private final byte[] delimiter;
    private final Map<String, byte[]> parts = new HashMap<>();

    private MultipartParser(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    }

    /** The parts by their names, of several the first; empty where this is no such form, or a broken one. */
    static Optional<Map<String, byte[]>> read(@Nullable String contentType, byte[] body) {
        if (contentType == null || !MEDIA_TYPE.matcher(contentType).matches()) {
            return Optional.empty();
        }
        String boundary = parameter(contentType, "boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            return Optional.empty();
        }
        MultipartParser form = new MultipartParser(body, boundary);
        return form.isReadToTheEnd() ? Optional.of(form.parts) : Optional.empty();
    }

    private boolean isReadToTheEnd() {
        // The first delimiter may lack the line break, since nothing is before it.
        byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        int at = find(first, 0, first.length) == 0 ? first.length : after(delimiter, 0, body.length);
        for (int part = 0; at >= 0 && part <= MAX_PARTS; part++) {
            if (find(new byte[] {'-', '-'}, at, at + 2) == at) {
                return true;
            }
            at = part(at);
        }
        return false;
    }

    /** Takes the part that begins behind a delimiter; where the next one ends, negative if there is none. */
    private int part(int begin) {
        int content = after(END_OF_HEADERS, begin, begin + MAX_HEADERS);
        int end = content < 0 ? -1 : find(delimiter, content, body.length);
        if (end < 0) {
            return -1;
        }
        Matcher disposition = DISPOSITION.matcher(new String(body, begin, content - begin, UTF_8));
        String name = disposition.find() ? parameter(disposition.group(1), "name") : null;
        if (name != null) {
            parts.putIfAbsent(name, Arrays.copyOfRange(body, content, end));
        }
        return end + delimiter.length;
    }

    private static @Nullable String parameter(String header, String name) {
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase(name)) {
                return parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            }
        }
        return null;
    }

    private int after(byte[] sought, int from, int to) {
        int at = find(sought, from, to);
        return at < 0 ? -1 : at + sought.length;
    }

    /** Where it stands first, whole, between the two; negative where it does not. */
    private int find(byte[] sought, int from, int to) {
        int last = Math.min(to, body.length) - sought.length;
        for (int at = from; at <= last; at++) {
            if (body[at] == sought[0] && Arrays.equals(body, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }

    private static int caseless() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }
}
