package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private final Person joerg = new People(new MutableClock()).withId("joerg").orElseThrow();

    @Test
    void a_match_has_the_shape_of_the_documented_sample() throws IOException {
        JsonObject sample;
        try (InputStream file = RecordsTest.class.getResourceAsStream("documented-match.json");
                JsonReader reader = Json.createReader(file)) {
            sample = reader.readObject();
        }

        assertSameShape("", sample, JsonText.of(new V2().matched(List.of(Onboarding.of(joerg)))));
    }

    /** The same fields in the same order, each of the same type. */
    private static void assertSameShape(String path, JsonObject sample, JsonObject given) {
        // What is said of a check depends on how it went.
        if (!path.matches(".*/breakdown/[a-z_]+")) {
            assertThat(given.keySet()).as(path).containsExactlyElementsOf(sample.keySet());
        }
        for (Map.Entry<String, JsonValue> field : given.entrySet()) {
            String below = path + "/" + field.getKey();
            JsonValue expected = sample.get(field.getKey());
            assertThat(type(field.getValue())).as(below).isEqualTo(type(expected));
            if (expected instanceof JsonObject object) {
                assertSameShape(below, object, field.getValue().asJsonObject());
            } else if (field.getKey().equals("kyc_records")) {
                assertSameShape(
                        below,
                        expected.asJsonArray().getJsonObject(0),
                        field.getValue().asJsonArray().getJsonObject(0));
            }
        }
    }

    private static String type(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE, FALSE -> "boolean";
            default -> value.getValueType().name();
        };
    }

    @Test
    void a_record_agrees_with_itself() {
        JsonObject record = new V2Record(Onboarding.of(joerg)).json();
        JsonObject result = record.getValue("/kycResponse/result").asJsonObject();

        assertThat(result.getString("dob")).isEqualTo("1974/07/23").isEqualTo(record.getString("DOB"));
        assertThat(result.getInt("dob_day")).isEqualTo(23);
        assertThat(result.getInt("age")).isEqualTo(50);
        assertThat(result.getString("expiry")).isEqualTo("2034/03/01");
        assertThat(result.getInt("expiry_year")).isEqualTo(2034);
        assertThat(result.getInt("daysToExpiry")).isEqualTo(8 * 365 + 2 + 300);
        assertThat(result.getString("fullName")).isEqualTo("JÖRG MÜLLER");
        assertThat(result.getString("nationality_iso3"))
                .isEqualTo("DEU")
                .isEqualTo(record.getString("countryCodeISO3"));
        assertThat(record.getString("referenceId"))
                .isEqualTo(record.getValue("/kycResponse/responseID").toString().replace("\"", ""));
    }

    @Test
    void one_person_always_has_the_same_ids_and_two_people_never() {
        Person again = new People(new MutableClock()).withId("joerg").orElseThrow();
        Person wei = new People(new MutableClock()).withId("wei").orElseThrow();

        assertThat(Onboarding.of(again).faceId()).isEqualTo(Onboarding.of(joerg).faceId());
        assertThat(Onboarding.of(wei).faceId())
                .isNotEqualTo(Onboarding.of(joerg).faceId());
    }

    @Test
    void a_v3_match_carries_the_person_under_its_own_names() {
        JsonObject answer = JsonText.of(new V3().matched(List.of(Onboarding.of(joerg))));
        JsonObject record = answer.getJsonArray("result").getJsonObject(0);
        JsonObject document = record.getJsonArray("document_data").getJsonObject(0);

        assertThat(answer.getBoolean("status")).isTrue();
        assertThat(answer.getInt("code")).isEqualTo(200);
        assertThat(record.getString("decision")).isEqualTo("ACCEPTED");
        assertThat(record.getString("face_id"))
                .isEqualTo(Onboarding.of(joerg).faceId().toString());
        assertThat(record.getValue("/selfie_data/liveness_pass")).isEqualTo(JsonValue.TRUE);
        assertThat(document.getString("full_name")).isEqualTo("JÖRG MÜLLER");
        assertThat(document.getString("age")).isEqualTo("50");
        assertThat(document.getString("expiry_date")).isEqualTo("2034-03-01");
    }

    @Test
    void flaws_show_in_v3_as_far_as_it_has_words_for_them() {
        Onboarding sound = Onboarding.of(joerg);

        assertThat(v3(sound.withStatus("DECLINED")).getString("decision")).isEqualTo("DECLINED");
        assertThat(v3(sound.withDeleteStatus("DELETED")).getString("decision")).isEqualTo("DELETED");
        assertThat(v3(sound.notPassed()).getValue("/verification_summary/verification_rules_passed"))
                .isEqualTo(JsonValue.FALSE);
        assertThat(v3(sound.withLiveness("reject")).getValue("/selfie_data/liveness_pass"))
                .isEqualTo(JsonValue.FALSE);
        assertThat(v3(sound.withLiveness("review")).getValue("/selfie_data/liveness_pass"))
                .isEqualTo(JsonValue.NULL);
        assertThat(JsonText.of(new V3().matchedWithoutFace(sound))
                        .getJsonArray("result")
                        .getJsonObject(0))
                .doesNotContainKey("face_id");
    }

    private static JsonObject v3(Onboarding onboarding) {
        return new V3Record(onboarding).json().build();
    }
}
