package org.facecheck.login;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.internal.page.html.HtmlEscaper;
import org.facecheck.internal.session.RememberedRequest.Form;

/**
 * A page that has the browser send a form again which the container had stopped, as protocols with a form post do (OAuth 2.0 Form
 * Post Response Mode, §2). The form is not put in the place of a GET, as it is behind a rule: a constraint may hold for POST alone,
 * and of the POST, the container has to be asked.
 *
 * <p>The browser writes the same octets as it did: where they are UTF-8, as such, and else as windows-1252, which has a character for
 * each octet (WHATWG Encoding Standard, §9). Without scripts, the person presses a button.
 *
 * @param target where the form goes, on this host
 * @param form as it was sent, urlencoded
 */
record ResubmittedForm(String target, Form form) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Writes the page. The script is the one that the policy names. */
    void write(HttpServletResponse response) throws IOException {
        String nonce = UUID.randomUUID().toString();
        boolean isUtf8 = Stream.of(pairs()).allMatch(pair -> isUtf8(octets(pair)));
        byte[] page = """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="UTF-8"><title>Signed in</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"></head>
                <body><form method="post" action="%s" accept-charset="%s">%s
                <p>You are signed in. Your form has not been sent yet.</p><p><button>Send it now</button></p></form>
                <script nonce="%s">document.forms[0].submit()</script>
                </body></html>
                """.formatted(
                        HtmlEscaper.escape(target),
                        isUtf8 ? "UTF-8" : "windows-1252",
                        Stream.of(pairs()).map(pair -> field(pair, isUtf8)).collect(Collectors.joining("\n")),
                        nonce)
                .getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; frame-ancestors 'self'; script-src 'nonce-" + nonce + "'");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** As ISO 8859-1, which keeps each octet as it is. */
    private String[] pairs() {
        return new String(form.body(), StandardCharsets.ISO_8859_1).split("&");
    }

    private static String field(String pair, boolean isUtf8) {
        if (pair.isEmpty()) {
            return "";
        }
        int equals = pair.indexOf('=');
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(
                        written(equals < 0 ? pair : pair.substring(0, equals), isUtf8),
                        written(equals < 0 ? "" : pair.substring(equals + 1), isUtf8));
    }

    /** A line's end by its number: HTML would make another one of it. */
    private static String written(String encoded, boolean isUtf8) {
        byte[] octets = octets(encoded);
        String text = isUtf8 ? new String(octets, StandardCharsets.UTF_8) : windows(octets);
        return HtmlEscaper.escape(text).replace("\r", "&#13;").replace("\n", "&#10;");
    }

    /** Java leaves five octets without a character that browsers take for control characters. */
    private static String windows(byte[] octets) {
        StringBuilder text = new StringBuilder();
        for (byte octet : octets) {
            String known = new String(new byte[] {octet}, WINDOWS);
            text.append(known.equals("\uFFFD") ? String.valueOf((char) (octet & 0xff)) : known);
        }
        return text.toString();
    }

    private static boolean isUtf8(byte[] octets) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** What each plus and percent sign stands for (WHATWG URL Standard, §5.1); one that stands for nothing stays. */
    private static byte[] octets(String encoded) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%'
                    && i + 2 < encoded.length()
                    && HexFormat.isHexDigit(encoded.charAt(i + 1))
                    && HexFormat.isHexDigit(encoded.charAt(i + 2))) {
                octets.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else {
                octets.write(c == '+' ? ' ' : c);
            }
        }
        return octets.toByteArray();
    }
}
