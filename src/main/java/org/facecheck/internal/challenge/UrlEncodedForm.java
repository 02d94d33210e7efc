package org.facecheck.internal.challenge;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code application/x-www-form-urlencoded} (WHATWG URL Standard, §5.1), read as the container reads it: what the application
 * gets must not depend on whether a face check came between.
 *
 * @param reading whose container
 * @param charset of what is percent-encoded, and of raw octets above ASCII; empty where the container knows none by that name
 */
record UrlEncodedForm(FormReading reading, Optional<Charset> charset) {

    /** Whether a container looks for parameters in a body of this type. Both compare the beginning, and the case. */
    static boolean isNamedBy(String contentType) {
        return contentType.trim().startsWith("application/x-www-form-urlencoded");
    }

    /**
     * All parameters with their values, in the order in which they were sent. The octets are read as ISO 8859-1 at first,
     * which keeps each one as it is. A parameter with a bad percent sign, in its name or its value, is none: so both
     * containers have it.
     */
    Map<String, List<String>> parse(byte[] body) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (int start = 0; start < text.length(); ) {
            int ampersand = text.indexOf('&', start);
            int end = ampersand < 0 ? text.length() : ampersand;
            add(text.substring(start, end), parameters);
            start = end + 1;
        }
        return parameters;
    }

    private void add(String pair, Map<String, List<String>> parameters) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        if (name.isEmpty() && !reading.keepsEmptyNames()) {
            return;
        }
        Optional<String> value = equals < 0 ? Optional.of("") : decode(pair.substring(equals + 1));
        decode(name)
                .ifPresent(known -> value.ifPresent(sent -> parameters
                        .computeIfAbsent(known, any -> new ArrayList<>())
                        .add(sent)));
    }

    /** Empty where it can't be decoded. */
    private Optional<String> decode(String text) {
        int first = reading.startsToDecodeAtTheFirstEscape() ? firstEscape(text) : 0;
        String plain = text.substring(0, first).replace('+', ' ');
        if (first == text.length()) {
            return Optional.of(plain);
        }
        return octets(text.substring(first)).flatMap(octets -> charset.map(known -> plain + new String(octets, known)));
    }

    private static int firstEscape(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' || text.charAt(i) > 0x7F) {
                return i;
            }
        }
        return text.length();
    }

    /** What each percent sign stands for; empty where two hexadecimal digits don't follow one. */
    private static Optional<byte[]> octets(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char octet = text.charAt(i);
            if (octet != '%') {
                octets.write(octet == '+' ? ' ' : octet);
            } else if (i + 2 < text.length()
                    && HexFormat.isHexDigit(text.charAt(i + 1))
                    && HexFormat.isHexDigit(text.charAt(i + 2))) {
                octets.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(octets.toByteArray());
    }
}
