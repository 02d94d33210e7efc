package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.facecheck.internal.session.PendingRequest.Stage;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerificationStateTest {
    private static final PendingRequest PAGE = errand("/app/page", Initiator.SELF);
    private static final PendingRequest OTHER = errand("/app/other", Initiator.SELF);
    private static final PendingRequest PLANTED = errand("/app/planted", Initiator.OTHER_SITE);
    private static final PendingRequest FORM = PendingRequest.to(
            new RememberedRequest(
                    "/app/form",
                    "protect",
                    null,
                    new Form("application/x-www-form-urlencoded", "a=1".getBytes(StandardCharsets.US_ASCII))),
            Initiator.SELF);

    private static PendingRequest errand(String target, Initiator initiator) {
        return PendingRequest.to(new RememberedRequest(target, "protect", null, null), initiator);
    }

    private static FormToken ticket(Initiator initiator) {
        return FormToken.issue(null, null, initiator);
    }

    @Nested
    class A_token {
        private final FormToken one = ticket(Initiator.SELF);
        private final FormToken two = ticket(Initiator.SELF);

        @Test
        void that_was_never_issued_is_not_known() {
            assertThat(VerificationState.NEW.with(one).ticket(two.token())).isEmpty();
            assertThat(VerificationState.NEW.ticket("")).isEmpty();
        }

        @Test
        void that_was_redeemed_is_used_and_no_other_is() {
            VerificationState visit = VerificationState.NEW.with(one).with(two).redeeming(one.token());

            assertThat(visit.ticket(one.token()))
                    .hasValueSatisfying(ticket -> assertThat(ticket.used()).isTrue());
            assertThat(visit.ticket(two.token())).contains(two);
        }

        @Test
        void of_a_page_is_dropped_when_there_are_many_newer_ones() {
            VerificationState visit = VerificationState.NEW.with(one);
            for (int i = 0; i < 15; i++) {
                visit = visit.with(ticket(Initiator.SELF));
            }
            assertThat(visit.ticket(one.token())).isPresent();

            visit = visit.with(ticket(Initiator.SELF));

            assertThat(visit.tickets()).hasSize(16);
            assertThat(visit.ticket(one.token())).isEmpty();
        }

        @Test
        void outlasts_all_pages_that_another_site_opens() {
            VerificationState visit = VerificationState.NEW.with(one);
            for (int i = 0; i < 100; i++) {
                visit = visit.with(ticket(Initiator.OTHER_SITE));
            }

            assertThat(visit.ticket(one.token())).isPresent();
            assertThat(visit.tickets()).hasSize(17);
        }

        @Test
        void is_long_and_never_the_same() {
            assertThat(SecureToken.next()).hasSize(32).matches("[A-Za-z0-9_-]+").isNotEqualTo(SecureToken.next());
        }

        @Test
        void is_in_no_text_form() {
            assertThat(VerificationState.NEW.with(one).toString() + one).doesNotContain(one.token());
        }
    }

    @Nested
    class What_a_page_without_a_ticket_is_for {
        @Test
        void is_the_newest_errand() {
            assertThat(VerificationState.NEW.wanting(PAGE).wanting(OTHER).pending(Initiator.SELF))
                    .contains(OTHER);
        }

        @Test
        void is_an_errand_that_has_no_page_yet() {
            VerificationState visit = VerificationState.NEW
                    .wanting(PAGE)
                    .wanting(OTHER)
                    .with(FormToken.issue(OTHER.id(), null, Initiator.SELF));

            assertThat(visit.pending(Initiator.SELF)).contains(PAGE);
        }

        @Test
        void is_one_that_has_a_page_where_none_is_without() {
            VerificationState visit =
                    VerificationState.NEW.wanting(PAGE).with(FormToken.issue(PAGE.id(), null, Initiator.SELF));

            assertThat(visit.pending(Initiator.SELF))
                    .hasValueSatisfying(errand -> assertThat(errand.stage()).isEqualTo(Stage.SHOWN));
        }

        @Test
        void is_never_one_that_was_passed() {
            assertThat(VerificationState.NEW.wanting(PAGE).passed(PAGE.id()).pending(Initiator.SELF))
                    .isEmpty();
        }

        @Test
        void is_nothing_that_another_site_had_asked_for() {
            VerificationState visit = VerificationState.NEW.wanting(PAGE).wanting(PLANTED);

            assertThat(visit.pending(Initiator.SELF)).contains(PAGE);
            assertThat(visit.pending(Initiator.OTHER_SITE)).contains(PLANTED);
            assertThat(VerificationState.NEW.wanting(PLANTED).pending(Initiator.SELF))
                    .isEmpty();
        }
    }

    @Nested
    class An_errand {
        @Test
        void is_dropped_when_there_are_many_newer_ones() {
            VerificationState visit = VerificationState.NEW.wanting(PAGE);
            for (int i = 0; i < 7; i++) {
                visit = visit.wanting(errand("/app/" + i, Initiator.SELF));
            }
            assertThat(visit.errand(PAGE.id())).isPresent();

            visit = visit.wanting(OTHER);

            assertThat(visit.errands()).hasSize(8);
            assertThat(visit.errand(PAGE.id())).isEmpty();
        }

        @Test
        void outlasts_all_that_another_site_asks_for() {
            VerificationState visit = VerificationState.NEW.wanting(FORM);
            for (int i = 0; i < 100; i++) {
                visit = visit.wanting(errand("/app/planted" + i, Initiator.OTHER_SITE));
            }

            assertThat(visit.errand(FORM.id())).isPresent();
            assertThat(visit.errands()).hasSize(9);
        }

        @Test
        void with_a_form_waits_from_the_pass_until_it_is_resumed() {
            VerificationState asked = VerificationState.NEW.wanting(FORM);
            assertThat(asked.resumable("/app/form")).isEmpty();

            VerificationState passed = asked.passed(FORM.id());
            assertThat(passed.isResuming()).isTrue();
            assertThat(passed.resumable("/app/other")).isEmpty();

            VerificationState resumed =
                    passed.resumed(passed.resumable("/app/form").orElseThrow());
            assertThat(resumed.isResuming()).isFalse();
            assertThat(resumed.resumable("/app/form")).isEmpty();
            assertThat(resumed.errand(FORM.id()).map(errand -> errand.wanted().target()))
                    .contains("/app/form");
        }

        @Test
        void that_is_passed_leaves_the_others_as_they_are() {
            VerificationState visit =
                    VerificationState.NEW.wanting(FORM).wanting(PAGE).passed(PAGE.id());

            assertThat(visit.pending(Initiator.SELF)).contains(FORM);
            assertThat(visit.isResuming()).isFalse();
            assertThat(visit.rule()).isNull();
        }

        @Test
        void shows_nothing_of_where_it_leads() {
            assertThat(VerificationState.NEW.wanting(PAGE).toString() + PAGE).doesNotContain("/app");
        }
    }
}
