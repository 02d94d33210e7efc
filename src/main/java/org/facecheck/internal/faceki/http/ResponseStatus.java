package org.facecheck.internal.faceki.http;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part that all answers have in common, on the wire: a code, under one of three names. Documented are
 * {@code responseCode} for V2 and {@code code} for V3; {@code statusCode} was seen in the token call's complaints.
 *
 * <p>A class with fields, and no record: JSON-B 1 cannot bind a record, and 3 binds both. Not changed after
 * it was bound.
 */
public final class ResponseStatus {

    /** V2's code: a number or a numeric string. */
    public @Nullable JsonValue responseCode;

    /** V3's code: a number or a numeric string. */
    public @Nullable JsonValue code;

    /** The code of some of the token call's complaints. */
    public @Nullable JsonValue statusCode;

    /** {@code false} in an answer that reports a failure. */
    public @Nullable JsonValue status;

    /** For the binding. */
    public ResponseStatus() {}

    /** The code that counts: the first that reports something else than success, otherwise the first one, if there is one. */
    Optional<ResponseCode> decisive() {
        List<ResponseCode> codes = Stream.of(
                        ResponseCode.of(responseCode), ResponseCode.of(code), ResponseCode.of(statusCode))
                .flatMap(Optional::stream)
                .toList();
        return codes.stream()
                .filter(sent -> !sent.isSuccess())
                .findFirst()
                .or(() -> codes.stream().findFirst());
    }

    /** Whether the answer calls itself a failure, even if its codes do not. */
    boolean reportsFailure() {
        return JsonValue.FALSE.equals(status);
    }
}
