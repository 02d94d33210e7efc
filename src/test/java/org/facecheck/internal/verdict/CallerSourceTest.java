package org.facecheck.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facecheck.FaceCaller;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceLogin;
import org.facecheck.FaceMatch;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.Records;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.config.CaptureConfig.Login;
import org.facecheck.internal.verdict.Verdict.Verified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerSourceTest {
    private static final TestConfig CONFIG = TestConfig.with()
            .set("facecheck.login", "application")
            .set("facecheck.login.name", "documentNumber")
            .set("facecheck.login.roles", "employee,payroll");
    private static final Login ASKING = CONFIG.read().capture().login();
    private static final Login NOT_ASKING =
            CONFIG.set("facecheck.login.username", "none").read().capture().login();
    private static final Login OWN = TestConfig.with()
            .set("facecheck.login", "application")
            .read()
            .capture()
            .login();

    private final Records card = Records.of("card", "ANNA GROSS");
    private final Records passport = Records.of("passport", "ANNA GROSS");
    private final FakeRequest request = FakeRequest.of("POST", "/app/facecheck");

    private Verdict verdict(CallerSource callers, String claimed, Records... records) {
        return new Judge(record -> Optional.empty(), (all, earlier, asked) -> true, Set.of("fullName"), callers)
                .judge(
                        new FaceMatch.Matched(
                                Arrays.stream(records).map(Records::build).toList()),
                        claimed == null ? null : new PrincipalName(claimed),
                        request);
    }

    private static FaceCaller caller(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verified.class);
        return ((Verified) verdict).caller();
    }

    @Test
    void the_fields_value_is_the_name_and_everybody_has_the_configured_roles() {
        assertThat(caller(verdict(new CallerSource(ASKING, null), "N-card", card)))
                .isEqualTo(new FaceCaller("N-card", Set.of("employee", "payroll")));
    }

    @Test
    void the_name_is_as_the_record_writes_it_however_it_is_typed() {
        assertThat(caller(verdict(new CallerSource(ASKING, null), " n-CARD ", card))
                        .getName())
                .isEqualTo("N-card");
    }

    @Test
    void any_document_of_the_person_has_their_name() {
        assertThat(caller(verdict(new CallerSource(ASKING, null), "N-passport", card, passport))
                        .getName())
                .isEqualTo("N-passport");
    }

    @Test
    void a_name_that_is_not_the_persons_logs_nobody_in() {
        Verdict refused = verdict(new CallerSource(ASKING, null), "N-other", card);

        assertThat(refused.outcome()).isEqualTo(Outcome.OTHER_PERSON);
        assertThat(refused.recordId()).isEqualTo("card");
    }

    @Test
    void without_a_name_nobody_is_logged_in_where_it_is_asked_for() {
        assertThat(verdict(new CallerSource(ASKING, null), null, card).outcome())
                .isEqualTo(Outcome.OTHER_PERSON);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"  ", "N\u0007", "N\u202E1", "N\uFFFD"})
    void a_record_whose_field_is_no_name_logs_nobody_in(String value) {
        for (Login login : List.of(ASKING, NOT_ASKING)) {
            Verdict refused = verdict(new CallerSource(login, null), value, card.field("documentNumber", value));

            assertThat(refused.outcome()).isEqualTo(Outcome.NOT_ACCEPTED);
            assertThat(refused.detail()).isEqualTo("no name to log in with");
        }
    }

    @Test
    void the_face_alone_is_enough_where_the_deployer_says_so() {
        assertThat(caller(verdict(new CallerSource(NOT_ASKING, null), null, card))
                        .getName())
                .isEqualTo("N-card");
    }

    @Test
    void the_face_alone_of_somebody_with_two_names_logs_nobody_in() {
        assertThat(verdict(new CallerSource(NOT_ASKING, null), null, card, passport)
                        .outcome())
                .isEqualTo(Outcome.AMBIGUOUS);
    }

    @Test
    void whoever_was_logged_in_before_is_asked_for_where_no_name_is() {
        assertThat(verdict(new CallerSource(NOT_ASKING, null), "N-other", card).outcome())
                .isEqualTo(Outcome.OTHER_PERSON);
    }

    @Test
    void the_applications_own_login_says_name_and_roles() {
        FaceLogin own = identity -> identity.fullName().map(name -> new FaceCaller("anna", Set.of("boss")));

        assertThat(caller(verdict(new CallerSource(OWN, own), "Anna", card)))
                .isEqualTo(new FaceCaller("anna", Set.of("boss")));
        assertThat(verdict(new CallerSource(OWN, own), "bob", card).outcome()).isEqualTo(Outcome.OTHER_PERSON);
    }

    @Test
    void an_own_login_that_knows_nobody_or_throws_logs_nobody_in() {
        FaceLogin nobody = identity -> Optional.empty();
        FaceLogin broken = identity -> {
            throw new IllegalStateException("ANNA GROSS");
        };

        assertThat(verdict(new CallerSource(OWN, nobody), "anna", card).outcome())
                .isEqualTo(Outcome.NOT_ACCEPTED);
        Verdict trouble = verdict(new CallerSource(OWN, broken), "anna", card);
        assertThat(trouble.outcome()).isEqualTo(Outcome.TROUBLE);
        assertThat(trouble.detail()).doesNotContain("ANNA");
    }

    @Test
    void a_principal_of_the_containers_stays_who_is_logged_in() {
        request.as("alice");

        assertThat(caller(verdict(new CallerSource(ASKING, null), "alice", card)))
                .isNull();
    }

    @Test
    void without_a_login_there_is_no_caller() {
        assertThat(verdict(null, "N-card", card))
                .isEqualTo(new Verified(new KycIdentity("card", Map.of("fullName", "ANNA GROSS"))));
    }
}
