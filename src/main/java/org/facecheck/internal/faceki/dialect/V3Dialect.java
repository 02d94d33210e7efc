package org.facecheck.internal.faceki.dialect;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.FaceMatch.Matched;
import org.facecheck.FaceMatch.NotAccepted;
import org.facecheck.FaceMatch.NotMatched;
import org.facecheck.FaceMatch.Retake;
import org.facecheck.KycRecord;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.JsonMapper;
import org.facecheck.internal.faceki.http.JsonScalars;
import org.facecheck.internal.faceki.http.ResponseCode;

/**
 * The newer form, a search by face. It gives no verdict of its own: that a record was found is the match (inferred). A
 * record that was found by its face but names none contradicts itself.
 */
record V3Dialect(JsonMapper json) implements FaceCheckDialect {

    /** Documented for V3 alone, beside status 401. */
    private static final int UNAUTHORIZED = 1;

    @Override
    public String path() {
        return "/api/v3/kyc_verification/search-by-face";
    }

    @Override
    public String partName() {
        return "selfie";
    }

    @Override
    public int successCode() {
        return ResponseCode.OK;
    }

    @Override
    public boolean refusesToken(HttpAnswer answer) {
        boolean saysSo = answer.code().filter(code -> code.is(UNAUTHORIZED)).isPresent();
        return FaceCheckDialect.super.refusesToken(answer) || (saysSo && !answer.isServerError());
    }

    /** The form's own codes first; of 5001 to 5011, those that can come up in a search. */
    @Override
    public Optional<FaceMatch> meaning(int code, HttpAnswer answer) {
        return switch (code) {
            case 500 -> Optional.of(answer.trouble(Cause.UNAVAILABLE));
            case 5003 -> Optional.of(answer.trouble(Cause.OPERATOR)); // the wallet is empty
            case 5004 -> Optional.of(new Retake(Hint.TRY_AGAIN)); // liveness of the selfie
            case 5005 -> Optional.of(new NotMatched()); // the faces differ
            case 5010 -> Optional.of(new NotAccepted()); // the document has expired
            default -> FaceCheckDialect.super.meaning(code, answer);
        };
    }

    /** Each record must be read and must name its face: one that contradicts itself makes the whole answer worth nothing. */
    @Override
    public FaceMatch verdict(HttpAnswer answer) {
        List<JsonValue> found = json.body(answer, V3Response.class).result;
        List<KycRecord> records = found == null
                ? List.of()
                : found.stream()
                        .filter(JsonScalars::isPresent)
                        .map(sent -> V3Record.read(json.part(answer, sent, V3Response.Match.class)))
                        .toList();
        if (records.isEmpty()) {
            return new NotMatched();
        }
        return records.stream().allMatch(V3Dialect::namesItsFace)
                ? new Matched(records)
                : answer.trouble(Cause.PROTOCOL);
    }

    /** A blank id would be as good as none: nothing says that this record was found by its face. */
    private static boolean namesItsFace(KycRecord record) {
        return record.faceId() != null && !record.faceId().isBlank();
    }
}
