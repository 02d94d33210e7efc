package org.facecheck.internal.challenge;

import jakarta.servlet.ServletContext;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code application/x-www-form-urlencoded} (WHATWG URL Standard, §5.1), read as the containers read it: what the application
 * gets must not depend on whether a face check came between.
 */
final class UrlEncodedForm {
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private UrlEncodedForm() {}

    /**
     * All parameters with their values, in the order in which they were sent. The bytes are read as ISO 8859-1 at first,
     * which keeps each one as it is; the form's own charset applies to what percent-encoding stands for.
     */
    static Map<String, List<String>> parse(byte[] body, Charset charset) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!pair.isEmpty()) {
                parameters
                        .computeIfAbsent(decode(name, charset), any -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1), charset));
            }
        }
        return parameters;
    }

    /** As the client says, else as the application says, else what containers fall back to (Jakarta Servlet 6.0, §3.12). */
    static Charset charset(String contentType, ServletContext context) {
        Matcher matcher = CHARSET.matcher(contentType);
        String name = matcher.find() ? matcher.group(1) : context.getRequestCharacterEncoding();
        try {
            return name == null ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** What is wrongly encoded stands for itself: an error here would lose a form that the application may understand. */
    private static String decode(String text, Charset charset) {
        try {
            return URLDecoder.decode(text, charset);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
