package org.facecheck.engine.service.dialect;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.facecheck.KycRecord;

/**
 * The documented form: {@code POST /facelink/api/face-check}. What a record does not have is left out, and so unknown.
 *
 * <pre>
 * {"responseCode": 0, "data": {"face_verified": true, "all_face_ids": ["…"], "kyc_records": [{"_id": "…", …, "faceID": "…"}]}}
 * </pre>
 *
 * A client compares the parts of a match with each other: each record has to bear one of the ids that are listed. Stateless.
 */
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

    /** The verdict says no. The code 8013 would say the same, but a client could take it for a complaint about the picture. */
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

    /** With the status 200, as the contract has it: a complaint about a picture is no failure of the service. */
    @Override
    public Answer code(ResponseCode code) {
        return new Answer(200, code.json());
    }

    @Override
    public Answer unauthorized() {
        return new Answer(
                401, Json.createObjectBuilder().add("message", "Unauthorized").build());
    }

    /** The parts that acceptance looks at, where the contract has them. Links to pictures there are none: no picture has an address. */
    private static JsonObjectBuilder record(KycRecord record) {
        JsonObjectBuilder result = Json.createObjectBuilder();
        record.fields().forEach(result::add);
        // Of the record's own, and not of its fields, whose text might be of another form than the contract's.
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
