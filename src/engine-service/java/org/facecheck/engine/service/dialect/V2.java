package org.facecheck.engine.service.dialect;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.facecheck.KycRecord;

/** The documented form: {@code POST /facelink/api/face-check}. What a record does not have is left out, and so unknown. */
public final class V2 implements Dialect {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);

    @Override
    public String partName() {
        return "selfie_image";
    }

    @Override
    public Answer matched(List<KycRecord> records) {
        JsonArrayBuilder faces = Json.createArrayBuilder();
        JsonArrayBuilder sent = Json.createArrayBuilder();
        for (KycRecord record : records) {
            Texts.addTo(faces, record.faceId());
            sent.add(record(record));
        }
        return verdict(true, faces, sent);
    }

    @Override
    public Answer notMatched() {
        return verdict(false, Json.createArrayBuilder(), Json.createArrayBuilder());
    }

    private static Answer verdict(boolean verified, JsonArrayBuilder faces, JsonArrayBuilder records) {
        JsonObject body = Json.createObjectBuilder()
                .add("responseCode", 0)
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add("face_verified", verified)
                                .add("all_face_ids", faces)
                                .add("kyc_records", records))
                .build();
        return new Answer(200, body);
    }

    @Override
    public Answer code(ResponseCode code) {
        return new Answer(200, code.json());
    }

    @Override
    public Answer unauthorized() {
        return new Answer(
                401, Json.createObjectBuilder().add("message", "Unauthorized").build());
    }

    private static JsonObjectBuilder record(KycRecord record) {
        JsonObjectBuilder result = Json.createObjectBuilder();
        record.fields().forEach(result::add);
        if (record.expiry() != null) {
            result.add("expiry", DATE.format(record.expiry()));
        }
        JsonObjectBuilder verification = Json.createObjectBuilder();
        if (record.verificationPassed() != null) {
            verification.add("passed", record.verificationPassed());
        }
        JsonObjectBuilder liveness = Json.createObjectBuilder();
        Texts.addTo(liveness, "decision", record.livenessDecision());
        JsonObjectBuilder sent = Json.createObjectBuilder();
        Texts.addTo(sent, "_id", record.recordId());
        sent.add("kycResponse", Json.createObjectBuilder().add("result", result).add("verification", verification));
        sent.add("livenessResponse", liveness);
        Texts.addTo(sent, "status", record.status());
        Texts.addTo(sent, "deleteStatus", record.deleteStatus());
        Texts.addTo(sent, "faceID", record.faceId());
        return sent;
    }
}
