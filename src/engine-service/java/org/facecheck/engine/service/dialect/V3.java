package org.facecheck.engine.service.dialect;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.facecheck.KycRecord;

/**
 * The newer form: {@code POST /api/v3/kyc_verification/search-by-face}. It has no verdict: a record that was found is the match. It
 * has other names for the document's fields; a field that it has no name for keeps its own.
 *
 * <pre>
 * {"status": true, "code": 200, "message": "OK", "appVersion": "v3.0.0", "result": [{"requestId": "…", …, "face_id": "…"}]}
 * </pre>
 *
 * Stateless.
 */
public final class V3 implements Dialect {
    /** The names of the documented form, and those of this one. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("fullName", "full_name"),
            Map.entry("firstName", "first_name"),
            Map.entry("middleName", "middle_name"),
            Map.entry("lastName", "last_name"),
            Map.entry("fullName_local", "local_name"),
            Map.entry("sex", "gender"),
            Map.entry("dob", "date_of_birth"),
            Map.entry("documentNumber", "document_number"),
            Map.entry("documentType", "document_type"),
            Map.entry("nationality_full", "nationality"),
            Map.entry("issuerOrg_full", "issuer"));

    /** This form's code for success; the documented one's is 0. */
    private static final int OK = 200;

    /** Documented for this form alone, beside the status 401. */
    private static final int UNAUTHORIZED = 1;

    @Override
    public String partName() {
        return "selfie";
    }

    @Override
    public Answer matched(List<KycRecord> records) {
        JsonArrayBuilder found = Json.createArrayBuilder();
        records.forEach(record -> found.add(record(record)));
        return new Answer(200, body(true, OK, "OK", found));
    }

    /** An empty list: there is nothing else by which this form could say it. */
    @Override
    public Answer notMatched() {
        return matched(List.of());
    }

    @Override
    public Answer code(ResponseCode code) {
        return new Answer(200, body(false, code.number(), code.name(), Json.createArrayBuilder()));
    }

    @Override
    public Answer unauthorized() {
        return new Answer(401, body(false, UNAUTHORIZED, "Unauthorized", Json.createArrayBuilder()));
    }

    private static JsonObject body(boolean status, int code, String message, JsonArrayBuilder found) {
        return Json.createObjectBuilder()
                .add("status", status)
                .add("code", code)
                .add("message", message)
                .add("appVersion", "v3.0.0")
                .add("result", found)
                .build();
    }

    /** V3 knows no deletion: a record that is on its way out has that as its decision. */
    private static JsonObjectBuilder record(KycRecord record) {
        JsonObjectBuilder document = Json.createObjectBuilder();
        record.fields().forEach((name, value) -> document.add(NAMES.getOrDefault(name, name), value));
        if (record.expiry() != null) {
            document.add("expiry_date", record.expiry().toString());
        }
        JsonObjectBuilder selfie = Json.createObjectBuilder();
        if (record.livenessDecision() != null) {
            selfie.add("liveness_pass", record.livenessDecision().equals("accept"));
        }
        JsonObjectBuilder summary = Json.createObjectBuilder().add("face_verified", true);
        if (record.verificationPassed() != null) {
            summary.add("document_verified", record.verificationPassed())
                    .add("verification_rules_passed", record.verificationPassed());
        }
        // Unknown stays unknown: no decision is as little good as a bad one.
        boolean active = record.deleteStatus() == null || record.deleteStatus().equals("ACTIVE");
        JsonObjectBuilder sent = Json.createObjectBuilder();
        Texts.addTo(sent, "requestId", record.recordId());
        sent.add("document_data", Json.createArrayBuilder().add(document));
        sent.add("selfie_data", selfie).add("verification_summary", summary);
        Texts.addTo(sent, "decision", active ? record.status() : record.deleteStatus());
        Texts.addTo(sent, "face_id", record.faceId());
        return sent;
    }
}
