package org.facecheck.internal.faceki.dialect;

import java.util.Optional;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.FaceMatch.NotAccepted;
import org.facecheck.FaceMatch.NotMatched;
import org.facecheck.FaceMatch.Retake;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.ResponseCode;

/**
 * The codes that both forms of the API share, as documented, and what each means for the check. No code in here is a
 * match. What is not in here makes no sense in answer to us: the codes of onboarding links (8014 to 8016), or 8001, the
 * complaint of a missing picture, since one is always sent.
 */
final class ResponseCodes {

    private ResponseCodes() {}

    /** What this code means, empty if nothing is known of it. Success is not asked about. */
    static Optional<FaceMatch> meaning(int code, HttpAnswer answer) {
        return Optional.ofNullable(
                switch (code) {
                    case ResponseCode.INTERNAL_SYSTEM_ERROR -> answer.trouble(Cause.UNAVAILABLE);

                    case 7001 -> answer.trouble(Cause.OPERATOR, "the account has no rules");
                    case 8017 -> answer.trouble(Cause.OPERATOR, "the account's quota is used up");
                    case 8020, 8021, 8022 ->
                        answer.trouble(Cause.OPERATOR, "a document is missing that the account's rules ask for");

                    // the onboarding documents (in general, ID card, driving licence, passport) failed verification
                    case 8002, 8010, 8011, 8012 -> new NotAccepted();

                    // data not found
                    case 8013 -> new NotMatched();

                    // the selfie itself, each with what the person can do better
                    case 8003 -> new Retake(Hint.TRY_AGAIN);
                    case 8004 -> new Retake(Hint.CROPPED);
                    case 8005 -> new Retake(Hint.TOO_CLOSE);
                    case 8006 -> new Retake(Hint.NO_FACE);
                    case 8007 -> new Retake(Hint.AT_BORDER);
                    case 8008 -> new Retake(Hint.TOO_SMALL);
                    case 8009 -> new Retake(Hint.TOO_DARK);
                    case 8018 -> new Retake(Hint.TWO_FACES);
                    case 8019 -> new Retake(Hint.BLURRED);

                    default -> null;
                });
    }
}
