package org.facecheck.engine.service.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.KycRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {
    @ParameterizedTest
    @CsvSource({
        "TRY_AGAIN, 8003",
        "CROPPED, 8004",
        "TOO_CLOSE, 8005",
        "NO_FACE, 8006",
        "AT_BORDER, 8007",
        "TOO_SMALL, 8008",
        "TOO_DARK, 8009",
        "TWO_FACES, 8018",
        "BLURRED, 8019"
    })
    void each_hint_has_the_contracts_code(Hint hint, int code) {
        assertThat(new V2().of(new FaceMatch.Retake(hint)).body().getInt("responseCode"))
                .isEqualTo(code);
        assertThat(new V3().of(new FaceMatch.Retake(hint)).body().getInt("code"))
                .isEqualTo(code);
    }

    @Test
    void too_many_checks_are_503_with_the_time_to_wait() {
        FaceMatch trouble = new FaceMatch.Trouble(Cause.OVERLOADED, "engine: too many checks at once");

        for (Dialect dialect : List.of(new V2(), new V3())) {
            assertThat(dialect.of(trouble).status()).isEqualTo(503);
            assertThat(dialect.of(trouble).retryAfter()).isEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    void trouble_is_never_a_verdict() {
        for (Cause cause : Cause.values()) {
            FaceMatch trouble = new FaceMatch.Trouble(cause, "engine");
            assertThat(new V2().of(trouble).body().toString()).doesNotContain("face_verified");
            assertThat(new V3().of(trouble).body().getBoolean("status", false)).isFalse();
        }
    }

    /** What a record does not say is not in the answer, so that nobody takes it for said. */
    @Test
    void what_is_unknown_is_left_out() {
        KycRecord record = new KycRecord(null, "f1", null, null, null, null, null, Map.of());

        assertThat(new V2()
                        .matched(List.of(record))
                        .body()
                        .getJsonObject("data")
                        .toString())
                .isEqualTo(
                        "{\"face_verified\":true,\"all_face_ids\":[\"f1\"],\"kyc_records\":[{\"kycResponse\":{\"result\":{},"
                                + "\"verification\":{}},\"livenessResponse\":{},\"faceID\":\"f1\"}]}");
        assertThat(new V3()
                        .matched(List.of(record))
                        .body()
                        .getJsonArray("result")
                        .toString())
                .isEqualTo(
                        "[{\"document_data\":[{}],\"selfie_data\":{},\"verification_summary\":{\"face_verified\":true},"
                                + "\"face_id\":\"f1\"}]");
    }
}
