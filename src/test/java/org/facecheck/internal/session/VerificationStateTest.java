package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.facecheck.fake.Interrupted;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.PendingRequest.Stage;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerificationStateTest {
    private static final PendingRequest PAGE = request("/app/page", Initiator.SELF);
    private static final PendingRequest OTHER = request("/app/other", Initiator.SELF);
    private static final PendingRequest PLANTED = request("/app/planted", Initiator.OTHER_SITE);
    private static final PendingRequest FORM = PendingRequest.of(
            Interrupted.form(
                    "/app/form",
                    "protect",
                    new Form("application/x-www-form-urlencoded", "a=1".getBytes(StandardCharsets.US_ASCII))),
            Initiator.SELF);

    private static PendingRequest request(String target, Initiator initiator) {
        return PendingRequest.of(Interrupted.page(target, "protect"), initiator);
    }

    private static Optional<PendingRequest> known(VerificationState state, PendingRequest request) {
        return state.requests().stream()
                .filter(one -> one.id().equals(request.id()))
                .findFirst();
    }

    private static IssuedToken issue(FormToken token, Initiator initiator) {
        return IssuedToken.issue(token, null, null, initiator);
    }

    @Nested
    class A_token {
        private final FormToken one = FormToken.random();
        private final FormToken two = FormToken.random();
        private final VerificationState issued = VerificationState.NEW.issued(issue(one, Initiator.SELF));

        @Test
        void that_was_never_issued_is_not_known() {
            assertThat(issued.issued(two)).isEmpty();
            assertThat(VerificationState.NEW.issued(new FormToken(""))).isEmpty();
        }

        @Test
        void that_was_redeemed_is_used_and_no_other_is() {
            VerificationState state = issued.issued(issue(two, Initiator.SELF)).redeemed(one);

            assertThat(state.issued(one).map(IssuedToken::status)).contains(FormToken.Status.USED);
            assertThat(state.issued(two).map(IssuedToken::status)).contains(FormToken.Status.VALID);
        }

        @Test
        void of_a_page_is_dropped_when_there_are_many_newer_ones() {
            VerificationState state = issued;
            for (int i = 0; i < 15; i++) {
                state = state.issued(issue(FormToken.random(), Initiator.SELF));
            }
            assertThat(state.issued(one)).isPresent();

            state = state.issued(issue(FormToken.random(), Initiator.SELF));

            assertThat(state.tokens()).hasSize(16);
            assertThat(state.issued(one)).isEmpty();
        }

        @Test
        void outlasts_all_pages_that_another_site_opens() {
            VerificationState state = issued;
            for (int i = 0; i < 100; i++) {
                state = state.issued(issue(FormToken.random(), Initiator.OTHER_SITE));
            }

            assertThat(state.issued(one)).isPresent();
            assertThat(state.tokens()).hasSize(17);
        }

        @Test
        void is_long_and_never_the_same() {
            assertThat(one.text()).hasSize(32).matches("[A-Za-z0-9_-]+").isNotEqualTo(two.text());
        }

        @Test
        void is_in_no_text_form() {
            assertThat(issued.toString() + issued.tokens() + one)
                    .contains("tokens", "redeemable=", "FormToken")
                    .doesNotContain(one.text());
        }
    }

    @Nested
    class What_a_page_without_a_token_is_for {
        @Test
        void is_the_newest_request() {
            assertThat(VerificationState.NEW
                            .interrupted(PAGE)
                            .interrupted(OTHER)
                            .pending(null, Initiator.SELF))
                    .contains(OTHER);
        }

        @Test
        void is_a_request_that_has_no_page_yet() {
            VerificationState state = VerificationState.NEW
                    .interrupted(PAGE)
                    .interrupted(OTHER)
                    .issued(IssuedToken.issue(FormToken.random(), OTHER, null, Initiator.SELF));

            assertThat(state.pending(null, Initiator.SELF)).contains(PAGE);
        }

        @Test
        void is_one_that_has_a_page_where_none_is_without() {
            VerificationState state = VerificationState.NEW
                    .interrupted(PAGE)
                    .issued(IssuedToken.issue(FormToken.random(), PAGE, null, Initiator.SELF));

            assertThat(state.pending(null, Initiator.SELF))
                    .hasValueSatisfying(one -> assertThat(one.stage()).isEqualTo(Stage.SHOWN));
        }

        @Test
        void is_never_one_that_was_passed() {
            assertThat(VerificationState.NEW.interrupted(PAGE).passed(PAGE).pending(null, Initiator.SELF))
                    .isEmpty();
        }

        @Test
        void is_nothing_that_another_site_had_asked_for() {
            VerificationState state = VerificationState.NEW.interrupted(PAGE).interrupted(PLANTED);

            assertThat(state.pending(null, Initiator.SELF)).contains(PAGE);
            assertThat(state.pending(null, Initiator.OTHER_SITE)).contains(PLANTED);
            assertThat(VerificationState.NEW.interrupted(PLANTED).pending(null, Initiator.SELF))
                    .isEmpty();
        }
    }

    @Nested
    class A_pending_request {
        @Test
        void is_dropped_when_there_are_many_newer_ones() {
            VerificationState state = VerificationState.NEW.interrupted(PAGE);
            for (int i = 0; i < 7; i++) {
                state = state.interrupted(request("/app/" + i, Initiator.SELF));
            }
            assertThat(known(state, PAGE)).isPresent();

            state = state.interrupted(OTHER);

            assertThat(state.requests()).hasSize(8);
            assertThat(known(state, PAGE)).isEmpty();
        }

        @Test
        void outlasts_all_that_another_site_asks_for() {
            VerificationState state = VerificationState.NEW.interrupted(FORM);
            for (int i = 0; i < 100; i++) {
                state = state.interrupted(request("/app/planted" + i, Initiator.OTHER_SITE));
            }

            assertThat(known(state, FORM)).isPresent();
            assertThat(state.requests()).hasSize(9);
        }

        @Test
        void with_a_form_waits_from_the_pass_until_it_is_resumed() {
            VerificationState asked = VerificationState.NEW.interrupted(FORM);
            assertThat(asked.resumable(new RequestTarget("/app/form"), any -> true))
                    .isEmpty();

            VerificationState passed = asked.passed(FORM);
            assertThat(passed.isResuming()).isTrue();
            assertThat(passed.resumable(new RequestTarget("/app/other"), any -> true))
                    .isEmpty();

            VerificationState resumed = passed.resumed(passed.resumable(new RequestTarget("/app/form"), any -> true)
                    .orElseThrow());
            assertThat(resumed.isResuming()).isFalse();
            assertThat(resumed.resumable(new RequestTarget("/app/form"), any -> true))
                    .isEmpty();
            assertThat(known(resumed, FORM).map(one -> one.request().target().text()))
                    .contains("/app/form");
        }

        @Test
        void that_is_passed_leaves_the_others_as_they_are() {
            VerificationState state =
                    VerificationState.NEW.interrupted(FORM).interrupted(PAGE).passed(PAGE);

            assertThat(state.pending(null, Initiator.SELF)).contains(FORM);
            assertThat(state.isResuming()).isFalse();
            assertThat(state.askingRule(null)).isNull();
        }

        @Test
        void shows_nothing_of_where_it_leads() {
            VerificationState state = VerificationState.NEW.interrupted(PAGE);
            assertThat(state.toString() + state.requests() + PAGE)
                    .contains("1 requests", "PendingRequest")
                    .doesNotContain("/app");
        }
    }
}
