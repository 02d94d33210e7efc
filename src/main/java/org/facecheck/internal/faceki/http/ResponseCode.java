package org.facecheck.internal.faceki.http;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer's code says. The codes' meanings are documented with the API ("Response codes").
 *
 * @param number the code, {@code null} if what stands in its place is none, such as a word
 */
public record ResponseCode(@Nullable Integer number) {

    /** V2's and the token call's code of success. */
    public static final int SUCCESS = 0;

    /** V3's code of success, which is an HTTP status in the body. */
    public static final int OK = 200;

    /** The service says itself that it failed. */
    public static final int INTERNAL_SYSTEM_ERROR = 1000;

    /** What a member of the answer says; empty if there is none. One that cannot be read is not the same as none. */
    static Optional<ResponseCode> of(@Nullable JsonValue sent) {
        return JsonScalars.isPresent(sent)
                ? Optional.of(new ResponseCode(JsonScalars.number(sent).orElse(null)))
                : Optional.empty();
    }

    /** Whether this is that code. */
    public boolean is(int code) {
        return number != null && number == code;
    }

    /** Whether it reports success, in either form. */
    public boolean isSuccess() {
        return is(SUCCESS) || is(OK);
    }

    /** The code, if it can be read. */
    public Optional<Integer> readable() {
        return Optional.ofNullable(number);
    }

    /** For the operator's log. */
    @Override
    public String toString() {
        return number == null ? "unreadable" : number.toString();
    }
}
