package org.facecheck.internal.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
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
 * ignored, as RFC 7578 §4.6 and §4.7 allow. Immutable.
 */
public final class MultipartParser {
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*multipart/form-data\\s*(?:;.*)?", caseless());
    private static final Pattern DISPOSITION =
            Pattern.compile("(?:^|\r\n)content-disposition:[ \t]*form-data([^\r\n]*)", caseless());

    /** Quoted text is matched as a whole, so that nothing inside a file's name is taken for a parameter. */
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([^\\s;=\"]+)=(?:\"([^\"]*)\"|([^\\s;\"]*))");

    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};
    private static final byte[] CLOSING = {'-', '-'};

    /** RFC 2046 §5.1.1. */
    private static final int MAX_BOUNDARY = 70;

    /** Browsers send some 200 bytes of headers with a part, and two parts. The limits keep a hostile body cheap. */
    private static final int MAX_HEADERS = 4096;

    private static final int MAX_PARTS = 16;

    private final byte[] delimiter;

    private MultipartParser(String boundary) {
        this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    }

    /** For a body of this media type; empty where it is no such form. */
    public static Optional<MultipartParser> of(@Nullable String contentType) {
        if (contentType == null || !MEDIA_TYPE.matcher(contentType).matches()) {
            return Optional.empty();
        }
        String boundary = parameter(contentType, "boundary");
        return boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY
                ? Optional.empty()
                : Optional.of(new MultipartParser(boundary));
    }

    /** The parts by their names; of several with one name, the first. Empty where the form is a broken one, or half of one. */
    public Optional<Map<String, byte[]>> parse(byte[] body) {
        Beginning all = parseBeginning(body, body.length);
        return all.isEnd() ? Optional.of(all.parts()) : Optional.empty();
    }

    /**
     * The parts of a body as far as it has arrived.
     *
     * @param parts that are whole, as {@link #parse} gives them, in the order in which they came
     * @param next the name of the part that follows them; {@code null} where its headers are not there yet, or name nothing
     * @param isEnd whether the closing delimiter stands behind them
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Beginning(
            Map<String, byte[]> parts, @Nullable String next, boolean isEnd) {}

    /** What there is of the body so far: the first so many bytes. */
    public Beginning parseBeginning(byte[] body, int length) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Text text = new Text(body, length);
        // The first delimiter may lack its line break, since nothing stands before it (RFC 2046 §5.1.1).
        byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
        int at = text.find(first, 0, first.length) == 0 ? first.length : text.after(delimiter, 0, length);
        for (int part = 0; at >= 0 && part <= MAX_PARTS; part++) {
            if (text.find(CLOSING, at, at + CLOSING.length) == at) {
                return new Beginning(parts, null, true);
            }
            int content = text.after(END_OF_HEADERS, at, at + MAX_HEADERS);
            String name = content < 0 ? null : name(new String(body, at, content - at, UTF_8));
            int end = content < 0 ? -1 : text.find(delimiter, content, length);
            if (end < 0) {
                return new Beginning(parts, name, false);
            }
            if (name != null) {
                parts.putIfAbsent(name, Arrays.copyOfRange(body, content, end));
            }
            at = end + delimiter.length;
        }
        return new Beginning(parts, null, false);
    }

    private static @Nullable String name(String headers) {
        Matcher disposition = DISPOSITION.matcher(headers);
        return disposition.find() ? parameter(disposition.group(1), "name") : null;
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

    /** The first so many of these bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Text(byte[] bytes, int length) {

        /** The position behind the sequence, as {@link #find}. */
        int after(byte[] sought, int from, int to) {
            int at = find(sought, from, to);
            return at < 0 ? -1 : at + sought.length;
        }

        /** The first position of the sequence that lies wholly between the two positions; negative where there is none. */
        int find(byte[] sought, int from, int to) {
            int last = Math.min(to, length) - sought.length;
            for (int at = from; at <= last; at++) {
                if (bytes[at] == sought[0] && Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                    return at;
                }
            }
            return -1;
        }
    }

    /** Media types and header names are case-insensitive (RFC 9110 §8.3.1 and §5.1). */
    private static int caseless() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }
}
