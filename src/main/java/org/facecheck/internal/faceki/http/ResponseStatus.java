package org.facecheck.internal.faceki.http;

import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part that all answers have in common, on the wire: a code, under one of three names. Documented are
 * {@code responseCode} for V2 and {@code code} for V3; {@code statusCode} was seen in the token call's complaints.
 *
 * @param responseCode a number or a numeric string
 * @param code likewise
 * @param statusCode likewise
 * @param status {@code false} in an answer that reports a failure
 */
public record ResponseStatus(
        @Nullable JsonValue responseCode,
        @Nullable JsonValue code,
        @Nullable JsonValue statusCode,
        @Nullable JsonValue status) {

    /**
     * The code that counts: the first that reports something else than success (0, or 200), otherwise the first one. Empty
     * if there is none.
     */
    OptionalInt decisive() {
        int[] codes = Stream.of(responseCode, code, statusCode)
                .filter(JsonScalars::isPresent)
                .mapToInt(JsonScalars::code)
                .toArray();
        OptionalInt failure =
                Arrays.stream(codes).filter(code -> code != 0 && code != 200).findFirst();
        return failure.isPresent() ? failure : Arrays.stream(codes).findFirst();
    }

    /** Whether the answer calls itself a failure, whatever its codes say. */
    boolean reportsFailure() {
        return JsonValue.FALSE.equals(status);
    }
}
