package org.facecheck.internal.faceki.dialect;

import java.util.Optional;
import org.facecheck.FaceMatch;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.JsonMapper;

/** What differs between the API's two forms of a face check. Implementations are immutable. */
public sealed interface FaceCheckDialect permits V2Dialect, V3Dialect {

    /**
     * The configured form.
     *
     * @param json reads its answers
     */
    static FaceCheckDialect of(Dialect dialect, JsonMapper json) {
        return switch (dialect) {
            case V2 -> new V2Dialect(json);
            case V3 -> new V3Dialect(json);
        };
    }

    /** Where to send the picture, below the base URL. */
    String path();

    /** The name of the part that holds the picture. */
    String partName();

    /** The code of an answer that has a {@linkplain #verdict verdict}. */
    int successCode();

    /** Whether the answer means that the token is not, or no longer, good: status 401 (RFC 9110 §15.5.2, RFC 6750 §3.1). */
    default boolean refusesToken(HttpAnswer answer) {
        return answer.status() == 401;
    }

    /** What any other code means, empty if nothing is known of it. */
    default Optional<FaceMatch> meaning(int code, HttpAnswer answer) {
        return ResponseCodes.meaning(code, answer);
    }

    /**
     * Whose face it is, according to an answer that reports success.
     *
     * @throws org.facecheck.internal.faceki.http.CheckFailedException if the answer cannot be read
     */
    FaceMatch verdict(HttpAnswer answer);
}
