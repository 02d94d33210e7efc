package org.facecheck.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of the corpus.
 *
 * @param expected what has to come of it
 * @param method of the request, or {@code WEBSOCKET} for a handshake
 * @param text the target as the corpus has it
 * @param header one more, or an empty text
 */
record RawTarget(String expected, String method, String text, String header) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9a-f]{2}|r|t|s|\\\\)");

    static List<RawTarget> all() {
        try (InputStream file = RawTarget.class.getResourceAsStream("/org/facecheck/it/targets.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RawTarget::parse)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RawTarget parse(String line) {
        String[] fields = line.split("\t", -1);
        return new RawTarget(fields[0], fields[1], fields[2], fields.length > 4 ? fields[4] : "");
    }

    /** The whole answer to it, from an application whose address ends with a slash. */
    String answer(URI application, String... headers) {
        String line = (method.equals("WEBSOCKET") ? "GET" : method) + ' ' + target(application) + " HTTP/1.1";
        return RawRequest.to(application, line, headers(headers));
    }

    private String[] headers(String[] more) {
        List<String> headers = new java.util.ArrayList<>(List.of(more));
        if (!header.isEmpty()) {
            headers.add(header);
        }
        if (method.equals("WEBSOCKET")) {
            headers.addAll(List.of(
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        } else {
            headers.add("Accept: text/html");
        }
        return headers.toArray(String[]::new);
    }

    private String target(URI application) {
        String context = application.getPath().replaceFirst("/$", "");
        String target = text.startsWith("=") ? text.substring(1) : context + text;
        String filled = target.replace("{context}", context).replace("{host}", application.getAuthority());
        return ESCAPE.matcher(filled)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(raw(match.group(1))));
    }

    private static String raw(String escape) {
        return switch (escape.charAt(0)) {
            case 'x' -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
            case 'r' -> "\r";
            case 't' -> "\t";
            case 's' -> " ";
            default -> "\\";
        };
    }

    @Override
    public String toString() {
        return expected + ": " + method + ' ' + text + (header.isEmpty() ? "" : " with " + header);
    }
}
