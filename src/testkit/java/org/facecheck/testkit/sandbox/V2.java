package org.facecheck.testkit.sandbox;

import static jakarta.json.JsonValue.EMPTY_JSON_ARRAY;
import static jakarta.json.JsonValue.EMPTY_JSON_OBJECT;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** The documented form. */
public record V2() implements Dialect {

    @Override
    public String name() {
        return "V2";
    }

    @Override
    public String partName() {
        return "selfie_image";
    }

    @Override
    public Answer matched(List<Onboarding> records) {
        return matched(records.stream().map(Onboarding::faceId).toList(), records, "match");
    }

    @Override
    public Answer matchedWithoutFace(Onboarding record) {
        return matched(List.of(), List.of(record), "match without a face id");
    }

    @Override
    public Answer matchedOtherFace(Onboarding record) {
        return matched(List.of(record.uuid("another face")), List.of(record), "match with an unlisted face id");
    }

    private static Answer matched(List<UUID> faces, List<Onboarding> records, String gist) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        faces.forEach(face -> ids.add(face.toString()));
        JsonArrayBuilder kyc = Json.createArrayBuilder();
        records.forEach(record -> kyc.add(new V2Record(record).json()));
        JsonObject data = Json.createObjectBuilder()
                .add("face_verified", true)
                .add("all_face_ids", ids)
                .add("kyc_records", kyc)
                .build();
        return answer(0, data, "%s, records: %d".formatted(gist, records.size()));
    }

    @Override
    public Answer nobody() {
        JsonObject data = Json.createObjectBuilder()
                .add("face_verified", false)
                .add("all_face_ids", EMPTY_JSON_ARRAY)
                .add("kyc_records", EMPTY_JSON_ARRAY)
                .build();
        return answer(0, data, "no match");
    }

    @Override
    public Answer code(int code) {
        return answer(code, EMPTY_JSON_OBJECT, "code " + code);
    }

    @Override
    public Answer unauthorized() {
        return Answer.json(
                401, Json.createObjectBuilder().add("message", "Unauthorized").build(), "unauthorized");
    }

    private static Answer answer(int code, JsonObject data, String gist) {
        return Answer.json(
                200,
                Json.createObjectBuilder()
                        .add("responseCode", code)
                        .add("data", data)
                        .build(),
                gist);
    }
}
