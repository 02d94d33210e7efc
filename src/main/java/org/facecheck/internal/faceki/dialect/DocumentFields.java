package org.facecheck.internal.faceki.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facecheck.internal.faceki.http.JsonScalars;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a document's fields as text: numbers and booleans in the letters they were sent in. Left out is what has no
 * text, such as nested things, and links to pictures, which must not get any further. Not thread-safe.
 */
final class DocumentFields {

    private final Map<String, String> fields = new HashMap<>();

    /** Puts each field of a document. */
    void putAll(JsonObject document) {
        document.forEach(this::putIfMissing);
    }

    /** Puts a field, unless there is one of that name, or its name or its value means a picture. */
    void putIfMissing(String name, @Nullable JsonValue value) {
        if (!name.toLowerCase(Locale.ROOT).contains("image")) {
            text(value).filter(text -> !isLink(text)).ifPresent(text -> fields.putIfAbsent(name, text));
        }
    }

    /** A boolean's text is taken as well: some document types have such fields. */
    private static Optional<String> text(@Nullable JsonValue value) {
        return JsonScalars.isBoolean(value) ? Optional.of(String.valueOf(value)) : JsonScalars.text(value);
    }

    /** A link to a picture on the service's storage is as good as the picture; {@code data:} is the picture (RFC 2397). */
    private static boolean isLink(String text) {
        String start = text.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("http:") || start.startsWith("https:") || start.startsWith("data:");
    }

    /**
     * The document's last day, empty if it is not given as {@code yyyy/MM/dd} or {@code yyyy-MM-dd}. ISO 8601 knows years of
     * more digits, with a sign: on a document, such a year is a mistake, and must not make it valid for ever.
     */
    Optional<LocalDate> expiry() {
        try {
            return Optional.ofNullable(fields.get("expiry"))
                    .filter(date -> date.matches("\\d{4}([/-])\\d{2}\\1\\d{2}"))
                    .map(date -> LocalDate.parse(date.replace('/', '-')));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }

    /** Whether the document has this field, and has something else in it. */
    boolean differs(String name, String value) {
        return !fields.getOrDefault(name, value).equals(value);
    }

    /** All fields, as a copy. */
    Map<String, String> asMap() {
        return Map.copyOf(fields);
    }
}
