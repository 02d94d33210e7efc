package org.facecheck.internal.faceki.http;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single JSON values strictly: a value of another type than expected is not converted. */
public final class JsonScalars {

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

    /** A whole number of at most nine digits, which fits an {@code int}, sent as a number or as a numeric string. */
    public static Optional<Integer> number(@Nullable JsonValue value) {
        return text(value).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    /** Whether it is {@code true} or {@code false}; the strings "true" and "false" are not. */
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
