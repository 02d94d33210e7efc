package org.facecheck.internal.faceki;

import java.util.Optional;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.internal.faceki.dialect.FaceCheckDialect;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.ResponseCode;

/** Makes of the answer to a face check what it says about the face, or trouble. */
record AnswerReader(FaceCheckDialect dialect) {

    /**
     * Reads an answer, from the outside in. A known code comes before the status, since it says more and may come with any;
     * but no match without 200: 201 reports something that was made, 206 a part of an answer (RFC 9110 §15.3.2, §15.3.7).
     *
     * @throws org.facecheck.internal.faceki.http.CheckFailedException if a successful answer cannot be read
     */
    FaceMatch read(HttpAnswer answer) {
        if (answer.isServerError()) {
            return answer.trouble(Cause.UNAVAILABLE); // perhaps a gateway's, whatever stands in the body
        }
        boolean succeeded =
                answer.code().filter(code -> code.is(dialect.successCode())).isPresent();
        if (!succeeded) {
            Optional<FaceMatch> known =
                    answer.code().flatMap(ResponseCode::readable).flatMap(code -> dialect.meaning(code, answer));
            if (known.isPresent()) {
                return known.get();
            }
        }
        return switch (answer.status()) {
            case 429 -> answer.trouble(Cause.UNAVAILABLE); // RFC 6585 §4
            case 403, 407 ->
                answer.trouble(Cause.OPERATOR); // the account's permission, or the proxy's (RFC 9110 §15.5)
            default ->
                succeeded && answer.status() == 200 && !answer.reportsFailure()
                        ? dialect.verdict(answer)
                        : answer.trouble(Cause.PROTOCOL);
        };
    }
}
