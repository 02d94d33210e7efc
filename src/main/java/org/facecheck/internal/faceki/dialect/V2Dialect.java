package org.facecheck.internal.faceki.dialect;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Matched;
import org.facecheck.FaceMatch.NotMatched;
import org.facecheck.KycRecord;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.HttpExchanges;
import org.facecheck.internal.faceki.http.JsonScalars;
import org.jspecify.annotations.Nullable;

/** The documented form. Its verdict is {@code face_verified}, and must agree with the faces and records beside it. */
public record V2Dialect(HttpExchanges calls) implements FaceCheckDialect {

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
        return ResponseCodes.SUCCESS;
    }

    @Override
    public FaceMatch verdict(HttpAnswer answer) {
        V2Response.Data data = calls.body(answer, V2Response.class).data();
        if (data == null) {
            return new NotMatched();
        }
        JsonValue verified = data.faceVerified();
        List<JsonValue> faces = present(data.allFaceIds());
        List<KycRecord> records = present(data.kycRecords()).stream()
                .filter(JsonScalars::isPresent)
                .map(sent -> V2Record.read(calls.part(answer, sent, V2Response.Kyc.class)))
                .toList();

        boolean nobody = faces.isEmpty() && records.isEmpty();
        if (JsonValue.FALSE.equals(verified) || (!JsonScalars.isPresent(verified) && nobody)) {
            return new NotMatched();
        }
        return JsonValue.TRUE.equals(verified) && agree(faces, records)
                ? new Matched(records)
                : answer.trouble(Cause.PROTOCOL);
    }

    /** Every face must be on some record, and the face of every record be among the faces. */
    private static boolean agree(List<JsonValue> faces, List<KycRecord> records) {
        Set<String> matched = faces.stream()
                .map(face -> face instanceof JsonString id ? id.getString() : "")
                .collect(Collectors.toSet());
        Set<String> borne = records.stream()
                .map(record -> Objects.requireNonNullElse(record.faceId(), ""))
                .collect(Collectors.toSet());
        return !matched.isEmpty() && !matched.contains("") && matched.equals(borne);
    }

    private static <T> List<T> present(@Nullable List<@Nullable T> sent) {
        return sent == null
                ? List.of()
                : sent.stream().flatMap(Stream::ofNullable).toList();
    }
}
