package org.facecheck.engine.service.dialect;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer, on its way to the client. Its text form shows the status only.
 *
 * @param status of HTTP
 * @param body JSON
 * @param retryAfter when to ask again, {@code null} where that makes no difference
 */
public record Answer(int status, JsonObject body, @Nullable Duration retryAfter) {
    /** As the matcher says of itself: by then, those who are before it have been computed. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** An answer that nobody has to wait for. */
    public Answer(int status, JsonObject body) {
        this(status, body, null);
    }

    /** More is asked than can be computed (RFC 9110 §15.6.4). */
    public static Answer overloaded() {
        return new Answer(503, ResponseCode.INTERNAL_SYSTEM_ERROR.json(), SOON);
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
