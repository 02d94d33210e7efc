package org.facecheck.internal.faceki;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Matched;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.KycRecord;
import org.facecheck.fake.Choices;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.facecheck.internal.faceki.dialect.FaceCheckDialect;
import org.facecheck.internal.faceki.http.CheckFailedException;
import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.http.JsonMapper;
import org.facecheck.internal.faceki.http.ResponseStatus;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the service answers becomes a verdict, and a match only where the answer says yes in every place. */
class AnswerFuzz {
    private static final String V2 = """
            {"responseCode":0,"data":{"face_verified":true,"all_face_ids":["f"],"kyc_records":[{"_id":"r","faceID":"f",\
            "status":"ACCEPTED","deleteStatus":"ACTIVE","kycResponse":{"result":{"fullName":"N","expiry":"2999/01/01",\
            "documentNumber":"1","portraitImage":"p"},"verification":{"passed":true}},\
            "livenessResponse":{"decision":"accept"}}]}}""";
    private static final String V3 = """
            {"status":true,"code":200,"message":"OK","result":[{"requestId":"r","face_id":"f","decision":"ACCEPTED",\
            "document_data":[{"full_name":"N","expiry_date":"2999-01-01","link":"https://pictures.example/f"}],\
            "selfie_data":{"liveness_pass":true},"verification_summary":{"face_verified":true,"document_verified":true,\
            "verification_rules_passed":true,"selfie_liveness_verified":true}}]}""";
    private static final Set<String> GOOD_CODES = Set.of("0", "200");

    private static final JsonMapper JSON = new JsonMapper();

    private static final AnswerReader V2_READER = new AnswerReader(FaceCheckDialect.of(Dialect.V2, JSON));
    private static final AnswerReader V3_READER = new AnswerReader(FaceCheckDialect.of(Dialect.V3, JSON));

    @MethodSource("org.facecheck.fake.Choices#seeds")
    @FuzzTest
    void an_answer_is_a_match_only_where_all_of_it_says_so(byte[] bytes) {
        Choices data = new Choices(bytes);
        boolean second = data.yes();
        int status = data.of(List.of(200, 200, 200, 201, 204, 302, 400, 401, 429, 500, 503));
        String text = new Mutation(data).of(second ? V2 : V3);
        HttpAnswer answer = new HttpAnswer(
                "face check",
                status,
                text,
                JSON.read(text, ResponseStatus.class).orElse(null),
                null);
        FaceMatch match;
        try {
            match = (second ? V2_READER : V3_READER).read(answer);
        } catch (CheckFailedException ended) {
            match = ended.trouble();
        }
        if (match instanceof Trouble trouble) {
            assertThat(trouble.detail())
                    .matches("face check: HTTP \\d{3}( without [a-zA-Z ]+|, code (\\d+|unreadable))");
        } else if (match instanceof Matched matched) {
            JsonObject sent = Mutation.read(text).asJsonObject();
            assertThat(status).isBetween(200, 299);
            assertThat(Stream.of("responseCode", "code", "statusCode")
                            .filter(sent::containsKey)
                            .map(sent::get)
                            .filter(code -> code != JsonValue.NULL)
                            .map(AnswerFuzz::text))
                    .isNotEmpty()
                    .allMatch(GOOD_CODES::contains);
            assertThat(sent.get("status")).isNotEqualTo(JsonValue.FALSE);
            assertThat(matched.records()).isNotEmpty().allSatisfy(AnswerFuzz::holdsNoPicture);
            List<JsonObject> records = second ? agreed(sent.getJsonObject("data")) : objects(sent.get("result"));
            assertThat(matched.records().stream().map(KycRecord::faceId))
                    .doesNotContainNull()
                    .noneMatch(String::isBlank)
                    .hasSameSizeAs(records);
        }
    }

    /** The records of a V2 answer, which must be about the very faces that it names. */
    private static List<JsonObject> agreed(JsonObject data) {
        assertThat(data.get("face_verified")).isEqualTo(JsonValue.TRUE);
        List<JsonObject> records = objects(data.get("kyc_records"));
        assertThat(data.getJsonArray("all_face_ids").stream()
                        .filter(id -> id != JsonValue.NULL)
                        .map(AnswerFuzz::text)
                        .collect(Collectors.toSet()))
                .isEqualTo(records.stream()
                        .map(record -> text(record.get("faceID")))
                        .collect(Collectors.toSet()));
        return records;
    }

    private static List<JsonObject> objects(JsonValue array) {
        return array.asJsonArray().stream()
                .filter(element -> element != JsonValue.NULL)
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static void holdsNoPicture(KycRecord record) {
        record.fields().forEach((name, value) -> {
            assertThat(name.toLowerCase(Locale.ROOT)).doesNotContain("image");
            assertThat(value.strip().toLowerCase(Locale.ROOT)).doesNotMatch("(?s)(https?|data):.*");
        });
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
