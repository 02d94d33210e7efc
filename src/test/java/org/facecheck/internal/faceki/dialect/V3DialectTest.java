package org.facecheck.internal.faceki.dialect;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
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
class V3DialectTest {

    private static final String WHOLE = """
            {"requestId":"r-1","record_identifier":"theirs","face_id":"f-1","decision":"ACCEPTED","link":"client",
             "document_data":[{"full_name":"Jane Doe","first_name":"Jane","middle_name":"M","last_name":"Doe",
               "local_name":"جين","date_of_birth":"1990-01-02","expiry":"2031/05/06","document_number":"N1",
               "document_type":"I","nationality":"Bahrain","issuer":"Bahrain","age":"36","gender":"F","other":5}],
             "selfie_data":{"liveness_pass":true},"warnings":[],
             "verification_summary":{"face_verified":true,"selfie_liveness_verified":true,"document_verified":true,
               "verification_rules_passed":true,"document_liveness_verified":false,"image_quality":true,
               "document_face_match":97.1},
             "errorCodes":[],"images":[{"documentName":"id","side":"front","key":"secret/key"}]}""";

    private final FakeService service = FakeService.v3();

    @AfterEach
    void stop() {
        service.close();
    }

    private static String result(String records) {
        return """
                {"status":true,"code":200,"message":"OK","appVersion":"v3.0.0","result":%s}""".formatted(records);
    }

    private FaceMatch verdictOn(String body) {
        return service.verdictOn(json(200, body));
    }

    private KycRecord onlyRecord(String record) {
        FaceMatch match = verdictOn(result("[" + record + "]"));
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

    @Test
    void the_picture_goes_into_the_part_named_selfie() {
        verdictOn(result("[]"));

        service.http.verify(
                1,
                postRequestedFor(service.checkPath())
                        .withRequestBodyPart(aMultipart("selfie").build()));
    }

    @Nested
    class A_record {

        @Test
        void is_read_under_the_names_of_V2() {
            KycRecord kyc = onlyRecord(WHOLE);

            assertThat(kyc.recordId()).isEqualTo("r-1");
            assertThat(kyc.faceId()).isEqualTo("f-1");
            assertThat(kyc.status()).isEqualTo("ACCEPTED");
            assertThat(kyc.deleteStatus()).isNull();
            assertThat(kyc.verificationPassed()).isTrue();
            assertThat(kyc.livenessDecision()).isEqualTo("accept");
            assertThat(kyc.expiry()).isEqualTo(LocalDate.of(2031, 5, 6));
            assertThat(kyc.fields())
                    .containsEntry("fullName", "Jane Doe")
                    .containsEntry("firstName", "Jane")
                    .containsEntry("middleName", "M")
                    .containsEntry("lastName", "Doe")
                    .containsEntry("fullName_local", "جين")
                    .containsEntry("dob", "1990-01-02")
                    .containsEntry("expiry", "2031/05/06")
                    .containsEntry("documentNumber", "N1")
                    .containsEntry("documentType", "I")
                    .containsEntry("nationality_full", "Bahrain")
                    .containsEntry("issuerOrg_full", "Bahrain")
                    .containsEntry("age", "36")
                    .containsEntry("sex", "F")
                    .containsEntry("other", "5")
                    .hasSize(14);
        }

        @Test
        void may_have_one_document_instead_of_a_list() {
            KycRecord kyc = onlyRecord(
                    "{\"face_id\":\"f\",\"record_identifier\":9,\"document_data\":{\"expiry_date\":\"2031-05-06\"}}");

            assertThat(kyc.recordId()).isEqualTo("9");
            assertThat(kyc.expiry()).isEqualTo(LocalDate.of(2031, 5, 6));
        }

        @Test
        void on_several_documents_keeps_what_they_agree_on_and_expires_with_the_first() {
            KycRecord kyc = onlyRecord("""
                    {"face_id":"f","document_data":[
                     {"full_name":"Jane","document_number":"N1","expiry":"2031/05/06","local_name":"جين"},
                     {"full_name":"Jane","document_number":"N2","expiry":"2030/05/06"}]}""");

            assertThat(kyc.fields()).containsOnlyKeys("fullName", "fullName_local");
            assertThat(kyc.expiry()).isEqualTo(LocalDate.of(2030, 5, 6));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "\"x\"", "null", "[]"})
        void on_several_documents_expires_nobody_knows_when_if_one_does(String other) {
            assertThat(onlyRecord("{\"face_id\":\"f\",\"document_data\":[{\"expiry\":\"2031/05/06\"},%s]}"
                                    .formatted(other))
                            .expiry())
                    .isNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", ",\"document_data\":null", ",\"document_data\":\"none\"", ",\"document_data\":[null,1]"})
        void without_anything_else_leaves_everything_unknown(String members) {
            assertThat(onlyRecord("{\"face_id\":\"f\"%s}".formatted(members)))
                    .isEqualTo(new KycRecord(null, "f", null, null, null, null, null, Map.of()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"face_verified", "document_verified", "verification_rules_passed"})
        void has_passed_verification_only_if_all_parts_have(String part) {
            String yes = "\"%s\":true".formatted(part);
            assertThat(onlyRecord(WHOLE.replace(yes, "\"%s\":false".formatted(part)))
                            .verificationPassed())
                    .isFalse();
            assertThat(onlyRecord(WHOLE.replace(yes, "\"x\":true")).verificationPassed())
                    .isNull();
            assertThat(onlyRecord(WHOLE.replace(yes, "\"%s\":\"true\"".formatted(part)))
                            .verificationPassed())
                    .isNull();
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "unknown",
                value = {
                    "true,true,accept",
                    "true,null,accept",
                    "null,true,accept",
                    "false,true,reject",
                    "true,false,reject",
                    "false,false,reject",
                    "null,null,unknown",
                    "'\"true\"',true,unknown"
                })
        void is_live_if_whoever_says_something_says_so(String selfie, String summary, String liveness) {
            assertThat(onlyRecord("""
                                    {"face_id":"f","selfie_data":{"liveness_pass":%s},
                                     "verification_summary":{"selfie_liveness_verified":%s}}""".formatted(selfie, summary)).livenessDecision())
                    .isEqualTo(liveness);
        }
    }

    @Nested
    class An_answer {

        @Test
        void may_hold_several_records() {
            FaceMatch match = verdictOn(result("[%s,null,%s]".formatted(WHOLE, WHOLE.replace("r-1", "r-2"))));

            assertThat(((Matched) match).records())
                    .extracting(KycRecord::recordId)
                    .containsExactly("r-1", "r-2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "null", "[null]"})
        void without_records_is_no_match(String result) {
            assertThat(verdictOn(result(result))).isEqualTo(new NotMatched());
        }

        @Test
        void without_a_result_is_no_match() {
            assertThat(verdictOn("{\"status\":true,\"code\":200}")).isEqualTo(new NotMatched());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{}", "\"x\"", "[\"x\"]", "[[]]", "[{}]", "[{\"face_id\":\" \"}]", "[{\"face_id\":{}}]"})
        void with_a_result_that_names_no_face_is_trouble(String result) {
            assertTrouble(verdictOn(result(result)), Cause.PROTOCOL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"x\"", "\"\"", "5", "true", "false", "[]"})
        void with_something_beside_a_record_that_is_none_is_trouble(String other) {
            assertTrouble(verdictOn(result("[" + WHOLE + "," + other + "]")), Cause.PROTOCOL);
            assertTrouble(verdictOn(result("[" + other + "," + WHOLE + "]")), Cause.PROTOCOL);
        }

        @Test
        void that_contradicts_itself_is_trouble() {
            String match = result("[" + WHOLE + "]");
            assertTrouble(verdictOn(match.replace("\"status\":true", "\"status\":false")), Cause.PROTOCOL);
            assertTrouble(verdictOn(match.replace("\"code\":200", "\"code\":0")), Cause.PROTOCOL);
            assertTrouble(verdictOn(match.replace("\"code\":200,", "")), Cause.PROTOCOL);
            assertTrouble(service.verdictOn(json(404, match)), Cause.PROTOCOL);
        }
    }

    @Nested
    class A_code {

        @ParameterizedTest
        @CsvSource({
            "400,PROTOCOL", "500,UNAVAILABLE", "1000,UNAVAILABLE", "5001,PROTOCOL", "5002,PROTOCOL", "5003,OPERATOR",
            "5006,PROTOCOL", "5007,PROTOCOL", "5008,PROTOCOL", "5009,PROTOCOL", "5011,PROTOCOL", "8017,OPERATOR",
            "7001,OPERATOR", "8014,PROTOCOL"
        })
        void may_mean_trouble(int code, Cause cause) {
            assertTrouble(verdictOn("{\"status\":false,\"code\":%d}".formatted(code)), cause);
        }

        @Test
        void may_be_a_verdict() {
            assertThat(verdictOn("{\"code\":5004}")).isEqualTo(new Retake(Hint.TRY_AGAIN));
            assertThat(verdictOn("{\"code\":5005}")).isEqualTo(new NotMatched());
            assertThat(verdictOn("{\"code\":5010}")).isEqualTo(new NotAccepted());
            assertThat(verdictOn("{\"code\":\"8006\"}")).isEqualTo(new Retake(Hint.NO_FACE));
            assertThat(verdictOn("{\"code\":8013}")).isEqualTo(new NotMatched());
        }

        @Test
        void of_an_unauthorized_call_has_the_token_renewed_once() {
            assertTrouble(verdictOn("{\"status\":false,\"code\":1}"), Cause.OPERATOR);
            assertThat(service.tokenCalls()).isEqualTo(2);
            assertThat(service.checks()).isEqualTo(2);
        }
    }
}
