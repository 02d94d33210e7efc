package org.facecheck.internal.faceki.http;

import java.time.Duration;
import java.util.Optional;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a call. The text form shows nothing of what was received but status and code.
 *
 * @param call what was asked, in words for the operator
 * @param status HTTP's status code (RFC 9110 §15)
 * @param text the body, {@code null} if there was none or it was too long to be read
 * @param codes what a JSON object in the body says about itself, {@code null} if there is none
 * @param retryAfter when the service wants to be asked again, {@code null} if it does not say
 */
public record HttpAnswer(
        String call,
        int status,
        @Nullable String text,
        @Nullable ResponseStatus codes,
        @Nullable Duration retryAfter) {

    /** Whether the status is 4xx. */
    public boolean isClientError() {
        return status / 100 == 4;
    }

    /** Whether the status is 5xx. */
    public boolean isServerError() {
        return status / 100 == 5;
    }

    /** The code in the body that counts, if there is one. */
    public Optional<ResponseCode> code() {
        return codes == null ? Optional.empty() : codes.decisive();
    }

    /** Whether the body calls the answer a failure. */
    public boolean reportsFailure() {
        return codes != null && codes.reportsFailure();
    }

    /** The answer as trouble: with its status and code for the operator, and the time to wait if the service gave one. */
    public Trouble trouble(Cause cause) {
        return new Trouble(cause, toString(), retryAfter);
    }

    /** As {@link #trouble(Cause)}, with what is known of the code in words. */
    public Trouble trouble(Cause cause, String words) {
        return new Trouble(cause, this + ", " + words, retryAfter);
    }

    @Override
    public String toString() {
        if (codes == null) {
            return "%s: HTTP %d without readable JSON".formatted(call, status);
        }
        return code().map(code -> "%s: HTTP %d, code %s".formatted(call, status, code))
                .orElse("%s: HTTP %d without a code".formatted(call, status));
    }
}
