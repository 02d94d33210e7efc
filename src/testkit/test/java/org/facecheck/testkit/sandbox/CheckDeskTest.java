package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDeskTest {

    private static final Dialect V2 = new V2();
    private static final Dialect V3 = new V3();

    private final MutableClock clock = new MutableClock();
    private final People people = new People(clock);
    private final Tokens tokens = new Tokens(clock);
    private final Orders orders = new Orders();
    private final Journal journal = new Journal(clock);
    private final CheckDesk desk = new CheckDesk(people, tokens, orders, journal);
    private final String authorization = "Bearer " + tokens.issue(Duration.ofHours(1));

    @Test
    void a_portrait_is_a_match_with_its_person() {
        JsonObject data = JsonText.of(ask(V2, jpeg("wei"))).getJsonObject("data");
        JsonObject record = data.getJsonArray("kyc_records").getJsonObject(0);

        assertThat(data.getBoolean("face_verified")).isTrue();
        assertThat(data.getJsonArray("kyc_records")).hasSize(1);
        assertThat(data.getJsonArray("all_face_ids")).containsExactly(record.get("faceID"));
        assertThat(record.getString("localName")).isEqualTo("张伟");
        assertThat(record.getString("status")).isEqualTo("ACCEPTED");
    }

    @Test
    void a_stranger_is_no_match() {
        assertThat(ask(V2, Pictures.STRANGER.jpeg()).body())
                .isEqualTo(
                        "{\"responseCode\":0,\"data\":{\"face_verified\":false,\"all_face_ids\":[],\"kyc_records\":[]}}");
        assertThat(ask(V3, Pictures.STRANGER.jpeg()).body())
                .isEqualTo("{\"status\":true,\"code\":200,\"message\":\"OK\",\"appVersion\":\"v3.0.0\",\"result\":[]}");
    }

    @Test
    void a_picture_on_two_files_is_a_match_with_both() {
        people.enrol(Documents.VALID, people.withId("amina").orElseThrow().photo());

        JsonObject data = JsonText.of(ask(V2, jpeg("amina"))).getJsonObject("data");

        assertThat(data.getJsonArray("kyc_records")).hasSize(2);
        assertThat(data.getJsonArray("all_face_ids")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void nothing_to_be_seen_is_no_face() {
        byte[] black = PictureFile.jpeg(Variation.drawn(640, 480, canvas -> {}), 640);

        assertThat(ask(V2, black).body()).isEqualTo("{\"responseCode\":8006,\"data\":{}}");
        assertThat(ask(V2, "no picture".getBytes(StandardCharsets.UTF_8)).body())
                .isEqualTo("{\"responseCode\":8006,\"data\":{}}");
    }

    @Test
    void no_picture_is_code_8001() {
        assertThat(desk.ask(V2, authorization, Optional.empty()).answer().body())
                .isEqualTo("{\"responseCode\":8001,\"data\":{}}");
        assertThat(JsonText.of(desk.ask(V3, authorization, Optional.empty()).answer())
                        .getInt("code"))
                .isEqualTo(8001);
    }

    @Test
    void no_token_or_one_that_has_run_out_is_unauthorized() {
        Answer none = desk.ask(V2, null, Optional.of(jpeg("wei"))).answer();
        clock.advance(Duration.ofHours(1));
        Answer old = ask(V3, jpeg("wei"));

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(old.status()).isEqualTo(401);
        assertThat(old.body()).isEqualTo("{\"status\":false,\"code\":1,\"message\":\"unauthorized\"}");
    }

    @Test
    void a_refused_call_does_not_use_up_an_order() {
        order(CheckBehaviour.BLURRED);

        desk.ask(V2, "Bearer wrong", Optional.of(jpeg("wei")));
        desk.ask(V2, authorization, Optional.empty());

        assertThat(ask(V2, jpeg("wei")).body()).contains("8019");
    }

    @ParameterizedTest
    @CsvSource({
        "data-not-found, 8013",
        "try-again, 8003",
        "cropped, 8004",
        "too-close, 8005",
        "no-face, 8006",
        "at-border, 8007",
        "too-small, 8008",
        "too-dark, 8009",
        "two-faces, 8018",
        "blurred, 8019",
        "documents-not-accepted, 8002",
        "no-rules, 7001",
        "limit-reached, 8017",
        "internal-error, 1000",
        "unknown-code, 9999"
    })
    void codes_can_be_ordered(String value, int code) {
        order(Behaviour.of(value).orElseThrow());
        assertThat(ask(V2, jpeg("wei")).body()).isEqualTo("{\"responseCode\":" + code + ",\"data\":{}}");

        order(Behaviour.of(value).orElseThrow());
        JsonObject v3 = JsonText.of(ask(V3, jpeg("wei")));
        assertThat(v3.getInt("code")).isEqualTo(code);
        assertThat(v3.getBoolean("status")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "declined, /status, DECLINED",
        "under-review, /status, REVIEW",
        "deleted, /deleteStatus, DELETED",
        "not-passed, /kycResponse/verification/passed, false",
        "liveness-review, /livenessResponse/decision, review",
        "liveness-reject, /livenessResponse/decision, reject",
        "match, /status, ACCEPTED"
    })
    void a_match_can_have_one_flaw_and_no_other(String value, String pointer, String flaw) {
        JsonObject sound = JsonText.of(ask(V2, jpeg("wei")));
        order(Behaviour.of(value).orElseThrow());
        JsonObject flawed = JsonText.of(ask(V2, jpeg("wei")));

        assertThat(flawed.getValue("/data/kyc_records/0" + pointer).toString().replace("\"", ""))
                .isEqualTo(flaw);
        assertThat(flawed.getValue("/data/face_verified")).isEqualTo(JsonValue.TRUE);
        assertThat(flawed.getValue("/data/all_face_ids")).isEqualTo(sound.getValue("/data/all_face_ids"));
    }

    @Test
    void an_expired_document_was_valid_at_onboarding() {
        order(CheckBehaviour.EXPIRED);

        JsonObject record = JsonText.of(ask(V2, jpeg("wei")))
                .getValue("/data/kyc_records/0")
                .asJsonObject();
        JsonObject result = record.getValue("/kycResponse/result").asJsonObject();

        assertThat(result.getString("expiry")).isLessThan("2026/03/01");
        assertThat(result.getInt("daysToExpiry")).isPositive();
    }

    @Test
    void two_people_have_two_accepted_records() {
        order(CheckBehaviour.TWO_PEOPLE);

        JsonObject data = JsonText.of(ask(V2, jpeg("joerg"))).getJsonObject("data");

        assertThat(data.getJsonArray("kyc_records").getValuesAs(JsonObject.class))
                .extracting(record -> record.getString("fullName"))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(data.getJsonArray("all_face_ids")).hasSize(2);
    }

    @Test
    void a_match_can_contradict_itself() {
        order(CheckBehaviour.NO_FACE_IDS);
        JsonObject withoutIds = JsonText.of(ask(V2, jpeg("wei")));
        order(CheckBehaviour.UNLISTED_FACE);
        JsonObject unlisted = JsonText.of(ask(V2, jpeg("wei")));

        assertThat(withoutIds.getValue("/data/face_verified")).isEqualTo(JsonValue.TRUE);
        assertThat(withoutIds.getValue("/data/all_face_ids")).isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
        assertThat(unlisted.getValue("/data/all_face_ids").asJsonArray())
                .hasSize(1)
                .doesNotContain(unlisted.getValue("/data/kyc_records/0/faceID"));
    }

    @ParameterizedTest
    @CsvSource({"unauthorized, 401", "too-many-requests, 429", "server-error, 500"})
    void statuses_can_be_ordered(String value, int status) {
        order(Behaviour.of(value).orElseThrow());

        assertThat(ask(V2, jpeg("wei")).status()).isEqualTo(status);
    }

    @Test
    void answers_can_be_mangled() {
        int whole = ask(V2, jpeg("wei")).body().length();

        order(CheckBehaviour.HALF_AN_ANSWER);
        assertThat(ask(V2, jpeg("wei")).body()).hasSize(whole / 2);
        order(CheckBehaviour.HUGE);
        assertThat(ask(V2, jpeg("wei")).body().length()).isGreaterThan(4_000_000);
        order(CheckBehaviour.CUT_CONNECTION);
        assertThat(ask(V2, jpeg("wei")).cut()).isTrue();
        order(CheckBehaviour.HTML);
        assertThat(ask(V2, jpeg("wei")).mediaType()).isEqualTo("text/html");
    }

    @Test
    void whoever_comes_can_be_a_match() {
        order(CheckBehaviour.MATCH);

        assertThat(JsonText.of(ask(V2, Pictures.STRANGER.jpeg()))
                        .getValue("/data/kyc_records")
                        .asJsonArray())
                .hasSize(1);
    }

    @Test
    void an_answer_can_be_late() {
        orders.place(new Order<>(CheckBehaviour.SLOW, 1, Duration.ofSeconds(3)));

        Reply reply = desk.ask(V2, authorization, Optional.of(jpeg("wei")));

        assertThat(reply.delay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(reply.answer().body()).contains("\"face_verified\":true");
    }

    @Test
    void the_journal_counts_checks_and_names_nobody() {
        ask(V2, jpeg("wei"));

        assertThat(journal.checks()).isOne();
        assertThat(journal.last().toString())
                .contains("match, records: 1")
                .doesNotContainIgnoringCase("wei")
                .doesNotContainIgnoringCase("zhang");
    }

    private void order(Behaviour behaviour) {
        orders.place(new Order<>(behaviour, 1, Duration.ZERO));
    }

    private Answer ask(Dialect dialect, byte[] picture) {
        return desk.ask(dialect, authorization, Optional.of(picture)).answer();
    }

    private byte[] jpeg(String person) {
        return people.withId(person).orElseThrow().photo().jpeg();
    }
}
