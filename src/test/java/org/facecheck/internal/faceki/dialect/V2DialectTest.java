package org.facecheck.internal.faceki.dialect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.FakeService.documentedMatch;
import static org.facecheck.fake.FakeService.json;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.FaceMatch.Matched;
import org.facecheck.FaceMatch.NotAccepted;
import org.facecheck.FaceMatch.NotMatched;
import org.facecheck.FaceMatch.Retake;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.KycRecord;
import org.facecheck.fake.FakeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class V2DialectTest {

    private final FakeService service = FakeService.v2();

    @AfterEach
    void stop() {
        service.close();
    }

    private FaceMatch verdictOn(String body) {
        return service.verdictOn(json(200, body));
    }

    private KycRecord onlyRecord(String body) {
        FaceMatch match = verdictOn(body);
        assertThat(match).isInstanceOf(Matched.class);
        assertThat(((Matched) match).records()).hasSize(1);
        return ((Matched) match).records().get(0);
    }

    private static void assertTrouble(FaceMatch match, Cause cause) {
        assertThat(match)
                .asInstanceOf(InstanceOfAssertFactories.type(Trouble.class))
                .extracting(Trouble::cause)
                .isEqualTo(cause);
    }

    /** An answer that reports success, with this as its data. */
    private static String data(String verified, String ids, String records) {
        return """
                {"responseCode":0,"data":{"face_verified":%s,"all_face_ids":%s,"kyc_records":%s}}""".formatted(verified, ids, records);
    }

    /** A match with one record that holds these members besides its face. */
    private static String record(String members) {
        return data("true", "[\"f\"]", "[{\"faceID\":\"f\"%s}]".formatted(members.isEmpty() ? "" : "," + members));
    }

    @Nested
    class The_documented_match {

        private final KycRecord kyc = onlyRecord(documentedMatch());

        @Test
        void names_the_record_and_its_state() {
            assertThat(kyc.recordId()).isEqualTo("644b7cff16cc73de26ff9b9c");
            assertThat(kyc.faceId()).isEqualTo("2f1ebdb7-e6d1-448e-9b2c-3ddfe97672d7");
            assertThat(kyc.status()).isEqualTo("ACCEPTED");
            assertThat(kyc.deleteStatus()).isEqualTo("ACTIVE");
            assertThat(kyc.verificationPassed()).isTrue();
            assertThat(kyc.livenessDecision()).isEqualTo("accept");
            assertThat(kyc.expiry()).isEqualTo(LocalDate.of(2024, 8, 18));
        }

        @Test
        void has_the_fields_of_the_document_as_text() {
            assertThat(kyc.fields())
                    .containsEntry("fullName", "FIRST MIDDLE LAST NAME")
                    .containsEntry("fullName_local", "الاسم بالعربي")
                    .containsEntry("documentNumber", "930813316")
                    .containsEntry("dob", "1993/08/29")
                    .containsEntry("age", "29")
                    .containsEntry("issuerOrg_iso3", "BHR")
                    .hasSize(26);
        }

        @Test
        void shows_none_of_it_in_its_text_form() {
            assertThat(kyc.toString()).doesNotContain("930813316", "LAST NAME", "644b7");
        }
    }

    @Nested
    class The_document {

        @Test
        void may_hold_anything_but_only_what_has_a_text_is_kept() {
            KycRecord kyc = onlyRecord(record("""
                    "kycResponse":{"result":{"age":"29","score":0.5,"valid":true,"void":null,"blank":" ",
                    "nested":{"a":1},"list":[1],"faceImage":"imagelink","photo":"https://pictures.example/1"}}"""));

            assertThat(kyc.fields()).containsOnlyKeys("age", "score", "valid");
            assertThat(kyc.fields()).containsEntry("valid", "true").containsEntry("score", "0.5");
        }

        @Test
        void falls_back_to_the_copies_beside_it() {
            KycRecord kyc = onlyRecord(record("""
                    "fullName":"Copy","localName":"نسخة","DOB":"1990/01/02","documentId":77,
                    "country":"Bahrain","countryCode":"BH","countryCodeISO3":"BHR","selfieImage":"imagelink\""""));

            assertThat(kyc.fields())
                    .containsEntry("fullName", "Copy")
                    .containsEntry("fullName_local", "نسخة")
                    .containsEntry("dob", "1990/01/02")
                    .containsEntry("documentNumber", "77")
                    .containsEntry("issuerOrg_full", "Bahrain")
                    .containsEntry("issuerOrg_iso2", "BH")
                    .containsEntry("issuerOrg_iso3", "BHR")
                    .hasSize(7);
        }

        @Test
        void wins_over_its_copies() {
            KycRecord kyc = onlyRecord(
                    record("\"fullName\":\"Copy\",\"kycResponse\":{\"result\":{\"fullName\":\"Document\"}}"));

            assertThat(kyc.field("fullName")).contains("Document");
        }

        @ParameterizedTest
        @CsvSource({"2030/02/28,2030-02-28", "2030-02-28,2030-02-28", "9999-12-31,9999-12-31"})
        void expires_on_a_date_in_either_form(String sent, LocalDate expiry) {
            assertThat(onlyRecord(record("\"kycResponse\":{\"result\":{\"expiry\":\"%s\"}}".formatted(sent)))
                            .expiry())
                    .isEqualTo(expiry);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"2030/02/30\"",
                    "\"28/02/2030\"",
                    "\"2030/2/8\"",
                    "\"+99999-01-01\"",
                    "\"+999999999-12-31\"",
                    "\"-2030-01-01\"",
                    "\"12030-01-01\"",
                    "\"2030/02-28\"",
                    "\"٢٠٣٠-٠٢-٢٨\"",
                    "\" 2030-02-28\"",
                    "\"never\"",
                    "\"\"",
                    "20300228",
                    "null",
                    "{}"
                })
        void expires_nobody_knows_when_if_the_date_is_unreadable(String sent) {
            assertThat(onlyRecord(record("\"kycResponse\":{\"result\":{\"expiry\":%s}}".formatted(sent)))
                            .expiry())
                    .isNull();
        }
    }

    @Nested
    class A_sparse_record {

        @Test
        void leaves_everything_unknown() {
            KycRecord kyc = onlyRecord(record(""));

            assertThat(kyc)
                    .usingRecursiveComparison()
                    .isEqualTo(new KycRecord(null, "f", null, null, null, null, null, Map.of()));
        }

        @Test
        void may_have_nulls_everywhere() {
            KycRecord kyc = onlyRecord(record("""
                    "_id":null,"status":null,"deleteStatus":null,"kycResponse":{"result":null,"verification":null},
                    "livenessResponse":null,"fullName":null,"DOB":null"""));

            assertThat(kyc.status()).isNull();
            assertThat(kyc.fields()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"true\"", "1", "null", "{}"})
        void has_passed_verification_only_if_that_is_literally_true(String passed) {
            assertThat(onlyRecord(record("\"kycResponse\":{\"verification\":{\"passed\":%s}}".formatted(passed)))
                            .verificationPassed())
                    .isNull();
        }

        @Test
        void has_not_passed_verification_if_it_says_so() {
            assertThat(onlyRecord(record("\"kycResponse\":{\"verification\":{\"passed\":false}}"))
                            .verificationPassed())
                    .isFalse();
        }
    }

    @Nested
    class Several_records {

        @Test
        void all_belong_to_the_match() {
            FaceMatch match = verdictOn(
                    data(
                            "true",
                            "[\"f\",\"g\"]",
                            "[{\"_id\":\"1\",\"faceID\":\"f\"},null,{\"_id\":\"2\",\"faceID\":\"g\"},{\"_id\":\"3\",\"faceID\":\"g\"}]"));

            assertThat(((Matched) match).records())
                    .extracting(KycRecord::recordId)
                    .containsExactly("1", "2", "3");
        }
    }

    @Nested
    class No_match {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"responseCode\":0,\"data\":{\"face_verified\":false,\"all_face_ids\":[],\"kyc_records\":[]}}",
                    "{\"responseCode\":0,\"data\":{\"face_verified\":false}}",
                    "{\"responseCode\":0,\"data\":{\"face_verified\":false,\"all_face_ids\":null,\"kyc_records\":null}}",
                    "{\"responseCode\":0,\"data\":{\"all_face_ids\":[]}}",
                    "{\"responseCode\":0,\"data\":{}}",
                    "{\"responseCode\":0,\"data\":null}",
                    "{\"responseCode\":0}",
                    "{\"responseCode\":8013,\"data\":{}}",
                    "{\"responseCode\":\"8013\"}"
                })
        void is_no_trouble(String body) {
            assertThat(verdictOn(body)).isEqualTo(new NotMatched());
        }

        @Test
        void is_a_verdict_of_false_whatever_is_listed_beside_it() {
            assertThat(verdictOn(documentedMatch().replace("\"face_verified\": true", "\"face_verified\": false")))
                    .isEqualTo(new NotMatched());
        }

        @Test
        void may_come_with_status_404() {
            assertThat(service.verdictOn(json(404, "{\"responseCode\":8013}"))).isEqualTo(new NotMatched());
        }
    }

    @Nested
    class A_contradiction_is_never_a_match {

        @Test
        void true_without_faces() {
            assertTrouble(verdictOn(data("true", "[]", "[{\"faceID\":\"f\"}]")), Cause.PROTOCOL);
            assertTrouble(verdictOn(data("true", "null", "null")), Cause.PROTOCOL);
            assertTrouble(verdictOn(data("true", "[null]", "[]")), Cause.PROTOCOL);
        }

        @Test
        void a_face_that_no_record_bears() {
            assertTrouble(verdictOn(data("true", "[\"f\"]", "[]")), Cause.PROTOCOL);
            assertTrouble(verdictOn(data("true", "[\"f\",\"g\"]", "[{\"faceID\":\"f\"}]")), Cause.PROTOCOL);
        }

        @Test
        void a_record_whose_face_is_not_listed() {
            assertTrouble(
                    verdictOn(data("true", "[\"f\"]", "[{\"faceID\":\"f\"},{\"faceID\":\"g\"}]")), Cause.PROTOCOL);
            assertTrouble(verdictOn(data("true", "[\"f\"]", "[{\"faceID\":\"f\"},{\"_id\":\"1\"}]")), Cause.PROTOCOL);
        }

        @Test
        void a_face_without_an_id() {
            assertTrouble(verdictOn(data("true", "[\"\"]", "[{\"faceID\":\"\"}]")), Cause.PROTOCOL);
            assertTrouble(verdictOn(data("true", "[7]", "[{\"faceID\":7}]")), Cause.PROTOCOL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"true\"", "1", "null", "{}", "[true]", "\"TRUE\""})
        void a_verdict_that_is_not_literally_true(String verified) {
            assertTrouble(verdictOn(data(verified, "[\"f\"]", "[{\"faceID\":\"f\"}]")), Cause.PROTOCOL);
        }

        @Test
        void success_and_failure_at_once() {
            String match = documentedMatch();
            assertTrouble(
                    verdictOn(match.replace("\"responseCode\": 0", "\"responseCode\":0,\"status\":false")),
                    Cause.PROTOCOL);
            assertTrouble(
                    verdictOn(match.replace("\"responseCode\": 0", "\"responseCode\":0,\"statusCode\":422")),
                    Cause.PROTOCOL);
            assertThat(verdictOn(match.replace("\"responseCode\": 0", "\"responseCode\":0,\"code\":8013")))
                    .isEqualTo(new NotMatched());
        }

        @Test
        void the_same_member_twice() {
            assertTrouble(
                    verdictOn(data("true", "[\"f\"]", "[{\"faceID\":\"f\"}]")
                            .replace("\"face_verified\"", "\"face_verified\":false,\"face_verified\"")),
                    Cause.PROTOCOL);
            assertTrouble(verdictOn(record("\"status\":\"DECLINED\",\"status\":\"ACCEPTED\"")), Cause.PROTOCOL);
            assertTrouble(verdictOn(record("\"st\\u0061tus\":\"DECLINED\",\"status\":\"ACCEPTED\"")), Cause.PROTOCOL);
            assertTrouble(
                    verdictOn(documentedMatch()
                            .replace("\"responseCode\": 0", "\"responseCode\":8013,\"responseCode\":0")),
                    Cause.PROTOCOL);
        }

        @Test
        void no_code_at_all() {
            assertTrouble(verdictOn(documentedMatch().replace("\"responseCode\"", "\"other\"")), Cause.PROTOCOL);
        }

        @ParameterizedTest
        @ValueSource(ints = {201, 206})
        void another_success_than_200(int status) {
            assertTrouble(service.verdictOn(json(status, documentedMatch())), Cause.PROTOCOL);
        }

        @ParameterizedTest
        @ValueSource(ints = {300, 400, 404, 409})
        void success_with_a_status_that_denies_it(int status) {
            assertTrouble(service.verdictOn(json(status, documentedMatch())), Cause.PROTOCOL);
        }
    }

    @Nested
    class A_code {

        @ParameterizedTest
        @CsvSource({
            "8003,TRY_AGAIN",
            "8004,CROPPED",
            "8005,TOO_CLOSE",
            "8006,NO_FACE",
            "8007,AT_BORDER",
            "8008,TOO_SMALL",
            "8009,TOO_DARK",
            "8018,TWO_FACES",
            "8019,BLURRED"
        })
        void may_ask_for_another_picture(int code, Hint hint) {
            assertThat(verdictOn("{\"responseCode\":%d,\"data\":{}}".formatted(code)))
                    .isEqualTo(new Retake(hint));
            assertThat(service.verdictOn(json(400, "{\"statusCode\":\"%d\"}".formatted(code))))
                    .isEqualTo(new Retake(hint));
        }

        @ParameterizedTest
        @ValueSource(ints = {8002, 8010, 8011, 8012})
        void may_say_that_the_documents_were_not_accepted(int code) {
            assertThat(verdictOn("{\"responseCode\":%d}".formatted(code))).isEqualTo(new NotAccepted());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "7001|the account has no rules",
                    "8017|the account's quota is used up",
                    "8020|a document is missing that the account's rules ask for"
                },
                quoteCharacter = '"')
        void is_told_the_operator_in_words(int code, String words) {
            assertThat(verdictOn("{\"responseCode\":%d}".formatted(code)))
                    .isEqualTo(new Trouble(Cause.OPERATOR, "face check: HTTP 200, code " + code + ", " + words));
        }

        @ParameterizedTest
        @CsvSource({
            "1000,UNAVAILABLE", "7001,OPERATOR", "8017,OPERATOR", "8020,OPERATOR", "8021,OPERATOR", "8022,OPERATOR",
            "8001,PROTOCOL", "8014,PROTOCOL", "8015,PROTOCOL", "8016,PROTOCOL", "9999,PROTOCOL", "200,PROTOCOL",
            "1,PROTOCOL", "5003,PROTOCOL"
        })
        void may_mean_trouble(int code, Cause cause) {
            assertThat(verdictOn("{\"responseCode\":%d}".formatted(code)))
                    .isInstanceOfSatisfying(Trouble.class, trouble -> {
                        assertThat(trouble.cause()).isEqualTo(cause);
                        assertThat(trouble.detail()).matches("face check: HTTP 200, code " + code + "(, [a-z ']+)?");
                    });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"responseCode\":8006}",
                    "{\"responseCode\":\"8006\"}",
                    "{\"code\":8006}",
                    "{\"statusCode\":\"8006\"}",
                    "{\"responseCode\":null,\"code\":8006}",
                    "{\"responseCode\":8006,\"data\":[]}",
                    "{\"responseCode\":8006,\"data\":\"none\"}",
                    "{\"responseCode\":8006,\"data\":{\"error\":{\"message\":\"no face\"}},\"message\":[{}]}",
                    "{\"statusCode\":200,\"responseCode\":8006}"
                })
        void is_found_in_every_form(String body) {
            assertThat(verdictOn(body)).isEqualTo(new Retake(Hint.NO_FACE));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"0\"", "0"})
        void may_report_success_as_a_number_or_a_string(String code) {
            assertThat(verdictOn(documentedMatch().replace("\"responseCode\": 0", "\"responseCode\":" + code)))
                    .isInstanceOf(Matched.class);
            assertThat(verdictOn(documentedMatch().replace("\"responseCode\": 0", "\"code\":" + code)))
                    .isInstanceOf(Matched.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "true",
                    "false",
                    "\"\"",
                    "\"zero\"",
                    "0.5",
                    "-1",
                    "{}",
                    "[0]",
                    "1e999999999",
                    "99999999999",
                    "\" 0\""
                })
        void that_is_none_is_trouble(String code) {
            assertThat(verdictOn(documentedMatch().replace("\"responseCode\": 0", "\"responseCode\":" + code)))
                    .isEqualTo(new Trouble(Cause.PROTOCOL, "face check: HTTP 200, code unreadable"));
        }
    }

    @Nested
    class What_nobody_reads {

        private String within(int levels) {
            return record("\"notes\":" + "[".repeat(levels) + "]".repeat(levels));
        }

        @Test
        void may_be_nested_ten_times_as_deep_as_anything_is() {
            assertThat(verdictOn(within(60))).isInstanceOf(Matched.class); // and four around it
        }

        @Test
        void may_not_be_nested_deeper() {
            assertTrouble(verdictOn(within(61)), Cause.PROTOCOL);
            assertTrouble(verdictOn(within(999)), Cause.PROTOCOL);
        }
    }

    @Nested
    class What_is_no_answer {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "[]",
                    "0",
                    "\"ok\"",
                    "<html><body>Welcome</body></html>",
                    "{\"responseCode\":0",
                    "{}x"
                })
        void is_trouble(String body) {
            assertTrouble(verdictOn(body), Cause.PROTOCOL);
        }

        @Test
        void is_trouble_even_behind_a_whole_match() {
            assertTrouble(verdictOn(documentedMatch() + "<!-- proxy -->"), Cause.PROTOCOL);
            assertTrouble(verdictOn(documentedMatch() + documentedMatch()), Cause.PROTOCOL);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"responseCode\":0,\"data\":[]}",
                    "{\"responseCode\":0,\"data\":\"x\"}",
                    "{\"responseCode\":0,\"data\":{\"face_verified\":true,\"all_face_ids\":{},\"kyc_records\":[]}}",
                    "{\"responseCode\":0,\"data\":{\"face_verified\":true,\"all_face_ids\":[\"f\"],\"kyc_records\":{}}}",
                    "{\"responseCode\":0,\"data\":{\"face_verified\":true,\"all_face_ids\":[\"f\"],\"kyc_records\":[[]]}}",
                    "{\"responseCode\":0,\"data\":{\"face_verified\":true,\"all_face_ids\":[\"f\"],\"kyc_records\":[{\"faceID\":{}}]}}"
                })
        void may_have_the_wrong_types_in_it(String body) {
            assertTrouble(verdictOn(body), Cause.PROTOCOL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"x\"", "\"\"", "5", "true", "false", "[]"})
        void may_have_something_beside_a_record_that_is_none(String other) {
            String record = "{\"faceID\":\"f\"}";
            assertTrouble(verdictOn(data("true", "[\"f\"]", "[" + record + "," + other + "]")), Cause.PROTOCOL);
            assertTrouble(verdictOn(data("true", "[\"f\"]", "[" + other + "," + record + "]")), Cause.PROTOCOL);
        }

        @Test
        void may_be_no_content() {
            assertTrouble(service.verdictOn(aResponse().withStatus(204)), Cause.PROTOCOL);
        }

        @Test
        void may_be_nested_beyond_reason() {
            String deep = "[".repeat(400_000) + "]".repeat(400_000);
            assertTrouble(verdictOn("{\"responseCode\":0,\"data\":%s}".formatted(deep)), Cause.PROTOCOL);
        }

        @ParameterizedTest
        @CsvSource({
            "500,UNAVAILABLE",
            "502,UNAVAILABLE",
            "503,UNAVAILABLE",
            "429,UNAVAILABLE",
            "403,OPERATOR",
            "407,OPERATOR",
            "400,PROTOCOL",
            "404,PROTOCOL"
        })
        void may_be_a_status_alone(int status, Cause cause) {
            assertTrouble(service.verdictOn(aResponse().withStatus(status)), cause);
            assertTrouble(service.verdictOn(json(status, "{\"statusCode\":%d}".formatted(status))), cause);
            assertTrouble(service.verdictOn(json(status, "<html>busy</html>")), cause);
        }

        @Test
        void is_what_a_failing_server_says_whatever_it_says() {
            assertTrouble(service.verdictOn(json(500, documentedMatch())), Cause.UNAVAILABLE);
            assertTrouble(service.verdictOn(json(500, "{\"responseCode\":8006}")), Cause.UNAVAILABLE);
        }

        @Test
        void with_status_429_may_still_name_the_quota() {
            assertTrouble(service.verdictOn(json(429, "{\"responseCode\":8017}")), Cause.OPERATOR);
        }
    }
}
