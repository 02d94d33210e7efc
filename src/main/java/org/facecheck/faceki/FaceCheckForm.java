package org.facecheck.faceki;

import java.util.Optional;
import org.facecheck.FaceMatch;
import org.facecheck.config.ServiceConfig.Dialect;

/** What differs between the API's two forms of a face check. Implementations are immutable. */
sealed interface FaceCheckForm permits V2FaceCheck, V3FaceCheck {

    static FaceCheckForm of(Dialect dialect, HttpCalls calls) {
        return switch (dialect) {
            case V2 -> new V2FaceCheck(calls);
            case V3 -> new V3FaceCheck(calls);
        };
    }

    /** Where to send the picture, below the base URL. */
    String path();

    /** The name of the part that holds the picture. */
    String partName();

    /** The code of an answer that has a {@linkplain #verdict verdict}. */
    int successCode();

    /** Whether the answer means that the token is not, or no longer, good. */
    default boolean refusesToken(Answer answer) {
        return answer.status() == 401;
    }

    /** What any other code means, empty if nothing is known of it. */
    default Optional<FaceMatch> meaning(int code, Answer answer) {
        return ResponseCodes.meaning(code, answer);
    }

    /**
     * Whose face it is, according to an answer that reports success.
     *
     * @throws NoVerdict if the answer cannot be read
     */
    FaceMatch verdict(Answer answer);
}
