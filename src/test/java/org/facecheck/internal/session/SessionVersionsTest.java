package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.internal.attempts.AttemptCount;
import org.facecheck.internal.config.AttemptsConfig;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.facecheck.internal.session.Streams.Component;
import org.facecheck.internal.session.Streams.Old;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions that were stored by another version, or hold something else where ours should be. */
class SessionVersionsTest {
    private static final long NOW = 1_000_000_000;
    private static final KycIdentity IDENTITY = new KycIdentity("card", Map.of("fullName", "FIRST LAST"));
    private static final AttemptsConfig TWICE = new AttemptsConfig(2, 3, 4, Duration.ofMinutes(15), null);

    private final FakeRequest request = FakeRequest.navigation("/app/facecheck");
    private final HttpSession http = request.getSession();

    /** A whole journey in this session, from the door to the form that is put back in place. */
    private void worksAsIfNothingHadBeenThere() {
        FaceCheckSession session = FaceCheckSession.of(request);
        assertThat(Pass.in(request)).isNull();
        assertThat(KycIdentity.of(request)).isEmpty();
        assertThat(session.wanted()).isEmpty();
        assertThat(session.redeem("planted")).isFalse();
        assertThat(session.locked(TWICE, NOW)).isZero();
        assertThat(session.spend("/app/form")).isFalse();
        assertThat(session.resume("/app/form")).isEmpty();

        Form form = new Form("application/x-www-form-urlencoded", "a=1".getBytes(StandardCharsets.US_ASCII));
        session.remember(new RememberedRequest("/app/form", "protect", null, form));
        session.countAttempt(TWICE, NOW);
        assertThat(session.redeem(session.issueToken())).isTrue();
        assertThat(session.grant(IDENTITY, NOW)).contains("/app/form");
        assertThat(session.resume("/app/form")).contains(form);
        assertThat(KycIdentity.of(request)).contains(IDENTITY);
    }

    static List<Object> somethingElse() throws IOException, ClassNotFoundException {
        return List.of(
                "planted",
                Boolean.TRUE,
                Map.of("identity", "card"),
                new byte[] {1, 2, 3},
                IDENTITY,
                new Old(Pass.class).bytes(),
                Streams.read(new Old(Pass.class).bytes()),
                Streams.read(new Old(Pass.class, Component.number("verifiedAt", NOW)).bytes()),
                Streams.read(new Old(VerificationState.class).bytes()),
                Streams.read(new Old(AttemptCount.class).bytes()));
    }

    @ParameterizedTest
    @MethodSource("somethingElse")
    void whatever_lies_under_our_names_is_as_good_as_nothing(Object planted) {
        for (String name : List.of("org.facecheck.pass", "org.facecheck.visit", "org.facecheck.attempts")) {
            http.setAttribute(name, planted);
        }

        worksAsIfNothingHadBeenThere();
    }

    @Nested
    class A_pass_of_another_version {
        @Test
        void with_components_that_are_no_more_is_read() throws Exception {
            Old identity = new Old(KycIdentity.class, Component.text("recordId", "card"), Component.text("more", "x"));
            http.setAttribute(
                    "org.facecheck.pass",
                    Streams.read(new Old(
                                    Pass.class,
                                    Component.of("identity", KycIdentity.class, identity),
                                    Component.number("verifiedAt", NOW),
                                    Component.number("checkedAt", NOW),
                                    Component.text("principal", null),
                                    Component.text("device", "phone"))
                            .bytes()));

            assertThat(Pass.in(request))
                    .isNotNull()
                    .satisfies(pass ->
                            assertThat(pass.isFresh(Duration.ofMinutes(1), NOW)).isTrue());
            assertThat(KycIdentity.of(request)).contains(new KycIdentity("card", Map.of()));
        }

        @Test
        void without_the_time_of_its_check_is_too_old() throws Exception {
            Old identity = new Old(KycIdentity.class, Component.text("recordId", "card"));
            Pass pass = (Pass)
                    Streams.read(new Old(Pass.class, Component.of("identity", KycIdentity.class, identity)).bytes());

            assertThat(pass.isFresh(Duration.ofDays(366), System.currentTimeMillis()))
                    .isFalse();
        }

        @Test
        void with_a_component_of_another_type_is_not_read_at_all() {
            byte[] stream = new Old(Pass.class, Component.of("identity", String.class, "card")).bytes();

            assertThatThrownBy(() -> Streams.read(stream)).isInstanceOfAny(IOException.class, ClassCastException.class);
        }
    }

    @Nested
    class A_visit_of_another_version {
        @Test
        void with_one_wanted_request_and_tokens_is_begun_anew() throws Exception {
            Old wanted = new Old(
                    RememberedRequest.class, Component.text("target", "/app/page"), Component.text("rule", "protect"));
            http.setAttribute(
                    "org.facecheck.visit",
                    Streams.read(new Old(
                                    VerificationState.class,
                                    Component.of("wanted", RememberedRequest.class, wanted),
                                    Component.text("rule", "protect"))
                            .bytes()));

            assertThat(FaceCheckSession.of(request).rules()).containsExactly("protect");
            worksAsIfNothingHadBeenThere();
        }

        @Test
        void loses_only_what_is_not_whole() throws Exception {
            PendingRequest whole =
                    PendingRequest.to(new RememberedRequest("/app/page", "protect", null, null), Initiator.SELF);
            PendingRequest broken =
                    (PendingRequest) Streams.read(new Old(PendingRequest.class, Component.text("id", "x")).bytes());
            FormToken torn = (FormToken) Streams.read(new Old(FormToken.class, Component.text("errand", "x")).bytes());
            RememberedRequest bodyless = new RememberedRequest(
                    "/app/form", "protect", null, (Form) Streams.read(new Old(Form.class).bytes()));

            VerificationState visit = new VerificationState(
                    List.of(broken, whole, PendingRequest.to(bodyless, Initiator.SELF)), List.of(torn), null, null);

            assertThat(visit.errands()).containsExactly(whole);
            assertThat(visit.tickets()).isEmpty();
        }
    }

    @Test
    void what_is_stored_by_this_version_comes_back_as_it_was() throws Exception {
        PendingRequest errand =
                PendingRequest.to(new RememberedRequest("/app/page", "protect", "alice", null), Initiator.OTHER_SITE);
        VerificationState visit = VerificationState.NEW
                .begunWith(1800)
                .wanting(errand)
                .with(FormToken.issue(errand.id(), "protect", Initiator.SELF));

        assertThat(Streams.stored(visit)).isEqualTo(visit);
        assertThat(Streams.stored(new AttemptCount(3, NOW))).isEqualTo(new AttemptCount(3, NOW));
    }
}
