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
 * Parses a {@code multipart/form-data} body (RFC 7578) in memory. The container's own parser is not used: it may write a part
 * to a disk, where a face must not go, or never delete it, as Payara's does until 6.2025.11 (payara/Payara#6324).
 *
 * <p>All that an upload needs is a name for each part, so that the part's media type, transfer encoding and file name are
 * ignored, as RFC 7578 §4.6 and §4.7 allow.
 */
final class MultipartParser {
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*multipart/form-data\\s*(?:;.*)?", caseless());
    private static final Pattern DISPOSITION =
            Pattern.compile("(?:^|\r\n)content-disposition:[ \t]*form-data([^\r\n]*)", caseless());

    /** Quoted text is matched as a whole, so that nothing inside a file's name is taken for a parameter. */
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([^\\s;=\"]+)=(?:\"([^\"]*)\"|([^\\s;\"]*))");

    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};

    /** RFC 2046 §5.1.1. */
    private static final int MAX_BOUNDARY = 70;

    /** Browsers send some 200 bytes of headers with a part, and two parts. The limits keep a hostile body cheap. */
    private static final int MAX_HEADERS = 4096;

    private static final int MAX_PARTS = 16;

    private final byte[] body;
    private final byte[] delimiter;
    private final Map<String, byte[]> parts = new HashMap<>();

    private MultipartParser(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    }

    /**
     * The parts by their names; of several with one name, the first. Empty where this is no such form, or a broken one: half a
     * form is not taken for a whole one.
     */
    static Optional<Map<String, byte[]>> read(@Nullable String contentType, byte[] body) {
        if (contentType == null || !MEDIA_TYPE.matcher(contentType).matches()) {
            return Optional.empty();
        }
        String boundary = parameter(contentType, "boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            return Optional.empty();
        }
        MultipartParser form = new MultipartParser(body, boundary);
        return form.parse() ? Optional.of(form.parts) : Optional.empty();
    }

    /** Collects the parts; returns whether the closing delimiter was found behind them. */
    private boolean parse() {
        // The first delimiter may lack its line break, since nothing stands before it (RFC 2046 §5.1.1).
        byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        int at = find(first, 0, first.length) == 0 ? first.length : after(delimiter, 0, body.length);
        for (int part = 0; at >= 0 && part <= MAX_PARTS; part++) {
            if (find(new byte[] {'-', '-'}, at, at + 2) == at) {
                return true;
            }
            at = parsePart(at);
        }
        return false;
    }

    /** Collects the part that begins behind a delimiter; returns where the next delimiter ends, negative if there is none. */
    private int parsePart(int begin) {
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

    /** A parameter of a header, without quotes; {@code null} where the header lacks it. */
    private static @Nullable String parameter(String header, String name) {
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase(name)) {
                return parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            }
        }
        return null;
    }

    /** The position behind the sequence, as {@link #find}. */
    private int after(byte[] sought, int from, int to) {
        int at = find(sought, from, to);
        return at < 0 ? -1 : at + sought.length;
    }

    /** The first position of the sequence that lies wholly between the two positions; negative where there is none. */
    private int find(byte[] sought, int from, int to) {
        int last = Math.min(to, body.length) - sought.length;
        for (int at = from; at <= last; at++) {
            if (body[at] == sought[0] && Arrays.equals(body, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Media types and header names are case-insensitive (RFC 9110 §8.3.1 and §5.1). */
    private static int caseless() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }
}
