package org.facecheck.internal.faceki.http;

import java.time.Duration;
import java.util.OptionalInt;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a call. The text form shows nothing of what was received but status and code.
 *
 * @param call what was asked, in words for the operator
 * @param status HTTP's
 * @param text the body, empty if it was too long to be read
 * @param codes what a JSON object in the body says about itself, {@code null} if there is none
 * @param retryAfter when the service wants to be asked again, {@code null} if it does not say
 */
public record HttpAnswer(
        String call,
        int status,
        String text,
        @Nullable ResponseStatus codes,
        @Nullable Duration retryAfter) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public boolean isClientError() {
        return status / 100 == 4;
    }

    public boolean isServerError() {
        return status / 100 == 5;
    }

    public OptionalInt code() {
        return codes == null ? OptionalInt.empty() : codes.decisive();
    }

    public boolean reportsFailure() {
        return codes != null && codes.reportsFailure();
    }

    public Trouble trouble(Cause cause) {
        return new Trouble(cause, toString(), retryAfter);
    }

    @Override
    public String toString() {
        if (codes == null) {
            return "%s: HTTP %d without readable JSON".formatted(call, status);
        }
        OptionalInt code = code();
        if (code.isEmpty()) {
            return "%s: HTTP %d without a code".formatted(call, status);
        }
        return "%s: HTTP %d, code %s"
                .formatted(call, status, code.getAsInt() == JsonScalars.NO_CODE ? "unreadable" : code.getAsInt());
    }
}
