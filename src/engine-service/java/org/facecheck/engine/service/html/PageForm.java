package org.facecheck.engine.service.html;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.facecheck.internal.upload.MultipartParser;
import org.jspecify.annotations.Nullable;

/**
 * What a form sent, in memory. Its text form shows nothing of it.
 *
 * @param parts by their names
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PageForm(Map<String, byte[]> parts) {
    /** Of which nothing was sent. */
    public static final PageForm EMPTY = new PageForm(Map.of());

    /** Three portraits of a camera, and a little text. */
    private static final int MAX_BODY = 32 << 20;

    /** An id and a secret: of a stranger, nothing more is taken into memory. */
    private static final int MAX_TEXTS = 8192;

    /** A form that may have portraits; empty if it is too long, or a broken one. Only for whoever is known. */
    public static Optional<PageForm> of(PageRequest request) throws IOException {
        return of(request, MAX_BODY);
    }

    /** A form of a few short texts; empty if it is longer, or a broken one. */
    public static Optional<PageForm> ofTexts(PageRequest request) throws IOException {
        return of(request, MAX_TEXTS);
    }

    /** The texts that stand before the files of a form, of which no more is read: whoever sent it is not known. */
    public static Optional<PageForm> beginningOf(PageRequest request) throws IOException {
        byte[] beginning = request.body().readNBytes(MAX_TEXTS);
        return MultipartParser.of(request.contentType())
                .map(parser -> parser.parseBeginning(beginning, beginning.length))
                .map(read -> new PageForm(read.parts()));
    }

    private static Optional<PageForm> of(PageRequest request, int limit) throws IOException {
        Optional<byte[]> body = request.body(limit);
        String type = request.contentType();
        if (body.isEmpty() || type == null) {
            return Optional.empty();
        }
        return type.startsWith("application/x-www-form-urlencoded")
                ? urlencoded(new String(body.get(), StandardCharsets.UTF_8))
                : MultipartParser.of(type)
                        .flatMap(parser -> parser.parse(body.get()))
                        .map(PageForm::new);
    }

    /** As browsers send forms without files (WHATWG URL, application/x-www-form-urlencoded); of several with one name, the first. */
    private static Optional<PageForm> urlencoded(String body) {
        Map<String, byte[]> parts = new HashMap<>();
        try {
            for (String pair : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parts.putIfAbsent(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)
                                    .getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.empty();
        }
        return Optional.of(new PageForm(parts));
    }

    /** Whether nothing was sent. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** A text without blanks around it; empty if there is none. */
    public String text(String name) {
        byte[] part = parts.get(name);
        return part == null ? "" : new String(part, StandardCharsets.UTF_8).strip();
    }

    /** A file, {@code null} if none was chosen: a browser sends an empty one then. */
    public byte @Nullable [] file(String name) {
        byte[] part = parts.get(name);
        return part == null || part.length == 0 ? null : part;
    }

    /** Whatever was typed or chosen may be a secret, or a face. */
    @Override
    public String toString() {
        return "PageForm[" + parts.size() + " parts]";
    }
}
