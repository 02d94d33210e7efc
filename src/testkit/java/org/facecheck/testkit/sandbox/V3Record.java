package org.facecheck.testkit.sandbox;

import static jakarta.json.JsonValue.EMPTY_JSON_ARRAY;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Locale;

/** A KYC record of the newer form, where ages and dates are strings and deletion is unknown. */
record V3Record(Onboarding onboarding) {

    /** All but the face's id. */
    JsonObjectBuilder json() {
        return Json.createObjectBuilder()
                .add("requestId", onboarding.hex("record").substring(0, 24))
                .add("record_identifier", "")
                .add("document_data", Json.createArrayBuilder().add(document()))
                .add("selfie_data", Json.createObjectBuilder().add("liveness_pass", live()))
                .add("warnings", EMPTY_JSON_ARRAY)
                .add("verification_summary", summary())
                .add("decision", decision())
                .add("errorCodes", EMPTY_JSON_ARRAY)
                .add("images", Json.createArrayBuilder().add(image()))
                .add("link", "client");
    }

    private JsonObjectBuilder document() {
        Document document = onboarding.document();
        return Json.createObjectBuilder()
                .add("full_name", document.fullName().toUpperCase(Locale.ROOT))
                .add("first_name", document.firstName())
                .add("last_name", document.lastName())
                .add("local_name", document.localName())
                .add("gender", document.sex())
                .add("age", Integer.toString(onboarding.age()))
                .add("date_of_birth", document.dateOfBirth().toString())
                .add("expiry_date", document.expiry().toString())
                .add("document_number", document.number())
                .add("document_type", "I")
                .add("nationality", document.nationality().name())
                .add("issuer", document.nationality().name())
                .add("document_face_match", 79);
    }

    private JsonObjectBuilder summary() {
        return Json.createObjectBuilder()
                .add("face_verified", true)
                .add("selfie_liveness_verified", live())
                .add("document_verified", true)
                .add("verification_rules_passed", onboarding.passed())
                .add("document_liveness_verified", true)
                .add("image_quality", true);
    }

    /** Under review, V3 can only leave it open. */
    private JsonValue live() {
        return switch (onboarding.liveness()) {
            case "accept" -> JsonValue.TRUE;
            case "review" -> JsonValue.NULL;
            default -> JsonValue.FALSE;
        };
    }

    private String decision() {
        return onboarding.deleteStatus().equals("ACTIVE") ? onboarding.status() : onboarding.deleteStatus();
    }

    private JsonObjectBuilder image() {
        return Json.createObjectBuilder()
                .add("documentName", "ID card")
                .add("side", "front")
                .add("key", onboarding.hex("image"));
    }
}
