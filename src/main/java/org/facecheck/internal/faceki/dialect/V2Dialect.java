package org.facecheck.internal.faceki.dialect;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Matched;
import org.facecheck.FaceMatch.NotMatched;
import org.facecheck.KycRecord;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.JsonMapper;
import org.facecheck.internal.faceki.http.JsonScalars;
import org.facecheck.internal.faceki.http.ResponseCode;
import org.jspecify.annotations.Nullable;

/** The documented form. Its verdict is {@code face_verified}, and must agree with the faces and records beside it. */
record V2Dialect(JsonMapper json) implements FaceCheckDialect {

    @Override
    public String path() {
        return "/facelink/api/face-check";
    }

    @Override
    public String partName() {
        return "selfie_image";
    }

    @Override
    public int successCode() {
        return ResponseCode.SUCCESS;
    }

    /** No match where {@code face_verified} is false, or missing with nothing beside it; trouble where it is contradicted. */
    @Override
    public FaceMatch verdict(HttpAnswer answer) {
        V2Response.Data data = json.body(answer, V2Response.class).data;
        if (data == null) {
            return new NotMatched();
        }
        JsonValue verified = data.faceVerified;
        List<JsonValue> faces = present(data.allFaceIds);
        List<KycRecord> records = present(data.kycRecords).stream()
                .filter(JsonScalars::isPresent)
                .map(sent -> V2Record.read(json.part(answer, sent, V2Response.Kyc.class)))
                .toList();

        boolean isEmpty = faces.isEmpty() && records.isEmpty();
        if (JsonValue.FALSE.equals(verified) || (!JsonScalars.isPresent(verified) && isEmpty)) {
            return new NotMatched();
        }
        // A yes alone is no match: it could not be said whose.
        return JsonValue.TRUE.equals(verified) && agree(faces, records)
                ? new Matched(records)
                : answer.trouble(Cause.PROTOCOL);
    }

    /** Every face must be on some record, and the face of every record be among the faces. One without an id is on none. */
    private static boolean agree(List<JsonValue> faces, List<KycRecord> records) {
        List<Optional<String>> matched = faces.stream().map(V2Dialect::id).toList();
        List<Optional<String>> recorded = records.stream()
                .map(record -> Optional.ofNullable(record.faceId()).filter(id -> !id.isEmpty()))
                .toList();
        return !matched.isEmpty()
                && matched.stream().allMatch(Optional::isPresent)
                && Set.copyOf(matched).equals(Set.copyOf(recorded));
    }

    private static Optional<String> id(JsonValue face) {
        return face instanceof JsonString id
                ? Optional.of(id.getString()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** What was sent; an array that is missing has nothing in it. */
    private static <T> List<T> present(@Nullable List<@Nullable T> sent) {
        return sent == null
                ? List.of()
                : sent.stream().flatMap(Stream::ofNullable).toList();
    }
}
