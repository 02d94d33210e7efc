package org.facecheck.testkit.sandbox;

import static jakarta.json.JsonValue.EMPTY_JSON_ARRAY;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The newer form, a search: there is no verdict but that something was found. */
public record V3() implements Dialect {

    @Override
    public String name() {
        return "V3";
    }

    @Override
    public String partName() {
        return "selfie";
    }

    @Override
    public Answer matched(List<Onboarding> records) {
        JsonArrayBuilder result = Json.createArrayBuilder();
        records.forEach(record -> result.add(
                new V3Record(record).json().add("face_id", record.faceId().toString())));
        return found(result.build(), "match, records: " + records.size());
    }

    @Override
    public Answer matchedWithoutFace(Onboarding record) {
        return found(Json.createArrayBuilder().add(new V3Record(record).json()).build(), "match without a face id");
    }

    /** V3 has no list in which a face could be missing; an empty id comes closest. */
    @Override
    public Answer matchedOtherFace(Onboarding record) {
        JsonObjectBuilder faceless = new V3Record(record).json().add("face_id", "");
        return found(Json.createArrayBuilder().add(faceless).build(), "match with an empty face id");
    }

    @Override
    public Answer nobody() {
        return found(EMPTY_JSON_ARRAY, "no match");
    }

    private static Answer found(JsonArray result, String gist) {
        return Answer.json(200, envelope(true, 200, "OK", result), gist);
    }

    @Override
    public Answer code(int code) {
        return Answer.json(200, envelope(false, code, "error " + code, EMPTY_JSON_ARRAY), "code " + code);
    }

    private static JsonObject envelope(boolean status, int code, String message, JsonArray result) {
        return Json.createObjectBuilder()
                .add("status", status)
                .add("code", code)
                .add("message", message)
                .add("appVersion", "v3.0.0")
                .add("result", result)
                .build();
    }

    @Override
    public Answer unauthorized() {
        JsonObject body = Json.createObjectBuilder()
                .add("status", false)
                .add("code", 1)
                .add("message", "unauthorized")
                .build();
        return Answer.json(401, body, "unauthorized");
    }
}
