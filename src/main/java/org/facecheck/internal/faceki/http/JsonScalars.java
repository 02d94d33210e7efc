package org.facecheck.internal.faceki.http;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single JSON values strictly: what has another type than expected is not bent into shape. */
public final class JsonScalars {

    /** What {@link #code} makes of something that is no code. No table knows it. */
    public static final int NO_CODE = -1;

    private JsonScalars() {}

    /** Whether there is anything at all: JSON's {@code null} counts as absent. */
    public static boolean isPresent(@Nullable JsonValue value) {
        return value != null && !JsonValue.NULL.equals(value);
    }

    /** A string, or a number in the digits it was sent in; empty for all else, and for what is blank. */
    public static Optional<String> text(@Nullable JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.getString()).filter(text -> !text.isBlank());
        }
        return value instanceof JsonNumber number ? Optional.of(number.toString()) : Optional.empty();
    }

    /** A code of at most nine digits, sent as a number or as a numeric string. */
    public static int code(@Nullable JsonValue value) {
        return text(value)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(NO_CODE);
    }

    public static boolean isBoolean(@Nullable JsonValue value) {
        return JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value);
    }

    /** Whether all are {@code true}; unknown ({@code null}) if one is missing or no boolean, or if none are asked about. */
    public static @Nullable Boolean allTrue(List<? extends @Nullable JsonValue> answers) {
        if (answers.isEmpty() || !answers.stream().allMatch(JsonScalars::isBoolean)) {
            return null;
        }
        return !answers.contains(JsonValue.FALSE);
    }
}
