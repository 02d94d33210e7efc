package org.facecheck.engine.service.dialect;

import java.util.List;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.KycRecord;

/**
 * One of the API's forms: how its parts are called, and how each outcome is said in it. What the outcome is, is decided before. An
 * application's acceptance, binding and expiry checks are its own; here, a record is given as it was enrolled. Stateless.
 */
public interface Dialect {

    /** The name of the part that holds the picture. */
    String partName();

    /** The face belongs to these records. */
    Answer matched(List<KycRecord> records);

    /** The face is not on file. */
    Answer notMatched();

    /** There is a code to say instead. */
    Answer code(ResponseCode code);

    /** The token is missing, has run out, or is for something else. */
    Answer unauthorized();

    /** The answer to a check. Trouble is the service's, and never says anything of the person. */
    default Answer of(FaceMatch match) {
        if (match instanceof FaceMatch.Matched matched) {
            return matched(matched.records());
        }
        if (match instanceof FaceMatch.Retake retake) {
            return code(ResponseCode.of(retake.hint()));
        }
        if (match instanceof FaceMatch.Trouble trouble) {
            // Who waits a few seconds is served; for the operator's trouble, and the engine's own, waiting does not
            // help.
            return trouble.cause() == Cause.OVERLOADED
                    ? Answer.overloaded()
                    : code(
                            trouble.cause() == Cause.OPERATOR
                                    ? ResponseCode.NO_RULES_FOR_COMPANY
                                    : ResponseCode.INTERNAL_SYSTEM_ERROR);
        }
        return notMatched();
    }
}
