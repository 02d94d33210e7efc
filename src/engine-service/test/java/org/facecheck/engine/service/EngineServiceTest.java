package org.facecheck.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.picture.Photographs.BLOND;
import static org.facecheck.engine.picture.Photographs.GREEN;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.NOBODY;
import static org.facecheck.engine.picture.Photographs.SMILING;
import static org.facecheck.engine.picture.Photographs.TWO;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.KycRecord;
import org.facecheck.engine.picture.Photographs.Cut;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.facecheck.internal.config.ServiceConfig.TokenRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library's own client, as it is, against the running service; and what an operator's script does. Real faces. */
class EngineServiceTest {
    @TempDir
    static Path directory;

    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.start(directory);
        assertThat(service.enrol("party", SMILING).statusCode()).isEqualTo(200);
        assertThat(service.enrol("blond", BLOND).statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() throws Exception {
        if (service != null) {
            service.close();
        }
    }

    private static FaceMatch ask(Dialect dialect, Cut selfie) {
        return service.ask(dialect, selfie);
    }

    @ParameterizedTest
    @EnumSource
    void the_librarys_client_finds_who_is_enrolled_with_the_record(Dialect dialect) {
        assertThat(ask(dialect, LAUGHING)).isInstanceOfSatisfying(FaceMatch.Matched.class, match -> {
            KycRecord record = match.records().get(0);
            assertThat(match.records()).hasSize(1);
            assertThat(record.recordId()).isEqualTo("HR-party");
            assertThat(record.status()).isEqualTo("ACCEPTED");
            assertThat(record.verificationPassed()).isTrue();
            assertThat(record.livenessDecision()).isEqualTo("accept");
            assertThat(record.expiry()).isEqualTo(LocalDate.of(2099, 6, 30));
            assertThat(record.field("fullName")).contains("PARTY");
            assertThat(record.field("documentNumber")).contains("P123");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_stranger_is_not_matched(Dialect dialect) {
        assertThat(ask(dialect, GREEN)).isEqualTo(new FaceMatch.NotMatched());
    }

    @ParameterizedTest
    @EnumSource
    void a_picture_that_cannot_be_used_has_to_be_taken_anew(Dialect dialect) {
        assertThat(ask(dialect, NOBODY)).isEqualTo(new FaceMatch.Retake(Hint.NO_FACE));
        assertThat(ask(dialect, TWO)).isEqualTo(new FaceMatch.Retake(Hint.TWO_FACES));
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_secret_is_for_the_operator(TokenRequest tokens) {
        assertThat(service.ask(Dialect.V2, tokens, "wrong", LAUGHING))
                .isInstanceOfSatisfying(
                        FaceMatch.Trouble.class,
                        trouble -> assertThat(trouble.cause()).isEqualTo(Cause.OPERATOR));
        assertThat(service.ask(Dialect.V2, tokens, RunningService.CHECK_SECRET, LAUGHING))
                .isInstanceOf(FaceMatch.Matched.class);
    }

    private static byte[] form(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            form.write(
                    ("--b\r\nContent-Disposition: form-data; name=\"" + part.getKey() + "\"\r\n\r\n").getBytes(UTF_8));
            form.write(part.getValue());
            form.write("\r\n".getBytes(UTF_8));
        }
        form.write("--b--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    private static JsonObject check(Map<String, byte[]> parts) throws IOException {
        HttpResponse<String> answer = service.post(
                "/facelink/api/face-check",
                service.token("intranet", RunningService.CHECK_SECRET),
                "multipart/form-data; boundary=b",
                form(parts));
        assertThat(answer.statusCode()).isEqualTo(200);
        return RunningService.json(answer);
    }

    @Test
    void a_claimed_person_is_the_only_one_who_is_compared() throws IOException {
        byte[] selfie = RunningService.picture(LAUGHING);

        JsonObject own = check(Map.of("selfie_image", selfie, "person_key", "party".getBytes(UTF_8)));
        JsonObject others = check(Map.of("selfie_image", selfie, "person_key", "blond".getBytes(UTF_8)));
        JsonObject nobodys = check(Map.of("selfie_image", selfie, "person_key", new byte[0]));

        assertThat(own.getJsonObject("data").getBoolean("face_verified")).isTrue();
        assertThat(others.getJsonObject("data").getBoolean("face_verified")).isFalse();
        assertThat(nobodys.getJsonObject("data").getBoolean("face_verified")).isFalse();
    }

    @Test
    void what_is_no_picture_is_told_so_in_the_contracts_codes() throws IOException {
        assertThat(check(Map.of()).getInt("responseCode")).isEqualTo(8001);
        assertThat(check(Map.of("selfie_image", "no picture".getBytes(UTF_8))).getInt("responseCode"))
                .isEqualTo(8003);
    }

    @Test
    void without_a_token_for_it_nothing_is_answered() throws IOException {
        byte[] form = form(Map.of("selfie_image", RunningService.picture(LAUGHING)));
        String type = "multipart/form-data; boundary=b";
        String enrolling = service.token("hr", RunningService.ENROL_SECRET);
        String checking = service.token("intranet", RunningService.CHECK_SECRET);

        for (String path : new String[] {"/facelink/api/face-check", "/api/v3/kyc_verification/search-by-face"}) {
            assertThat(service.post(path, null, type, form).statusCode()).isEqualTo(401);
            assertThat(service.post(path, "made-up", type, form).statusCode()).isEqualTo(401);
            assertThat(service.post(path, enrolling, type, form).statusCode()).isEqualTo(401);
        }
        for (String path : new String[] {"/engine/people", "/engine/people/deletion"}) {
            assertThat(service.post(path, checking, "application/json", "{\"key\":\"party\"}".getBytes(UTF_8))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(ask(Dialect.V2, LAUGHING)).isInstanceOf(FaceMatch.Matched.class);
    }

    @Test
    void a_token_is_asked_for_with_id_and_secret() {
        assertThat(service.get("/auth/api/access-token"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("client id is required"));
        assertThat(service.get("/auth/api/access-token?clientId=intranet&clientSecret=wrong"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(401))
                .satisfies(answer -> assertThat(answer.body()).doesNotContain("intranet"));
        assertThat(service.get("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void enrolling_says_what_is_wrong_with_whom() {
        assertThat(service.enrol("twin", SMILING))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(409))
                .satisfies(answer ->
                        assertThat(answer.body()).contains("AlreadyEnrolled").doesNotContain("party"));
        assertThat(service.enrol("nobody", NOBODY))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("NoUsablePortrait", "\"reason\":\"NO_FACE\""));
        String token = service.token("hr", RunningService.ENROL_SECRET);
        HttpResponse<String> wrong = service.post(
                "/engine/people", token, "application/json", "{\"key\":\"x\",\"portraits\":[\"!\"]}".getBytes(UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("portraits holds something else than Base64");
    }

    @Test
    void who_is_deleted_is_matched_no_more() {
        assertThat(service.enrol("green", GREEN).statusCode()).isEqualTo(200);
        assertThat(ask(Dialect.V2, GREEN)).isInstanceOf(FaceMatch.Matched.class);
        String token = service.token("hr", RunningService.ENROL_SECRET);
        byte[] key = "{\"key\":\"green\"}".getBytes(UTF_8);

        assertThat(service.post("/engine/people/deletion", token, "application/json", key)
                        .statusCode())
                .isEqualTo(200);

        assertThat(ask(Dialect.V2, GREEN)).isInstanceOf(FaceMatch.NotMatched.class);
        assertThat(service.post("/engine/people/deletion", token, "application/json", key)
                        .statusCode())
                .isEqualTo(404);
    }
}
