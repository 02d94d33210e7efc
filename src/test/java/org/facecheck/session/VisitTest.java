package org.facecheck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.facecheck.session.Errand.Stage;
import org.facecheck.session.RememberedRequest.Form;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final Errand PAGE = errand("/app/page", Initiator.SELF);
    private static final Errand OTHER = errand("/app/other", Initiator.SELF);
    private static final Errand PLANTED = errand("/app/planted", Initiator.OTHER_SITE);
    private static final Errand FORM = Errand.to(
            new RememberedRequest(
                    "/app/form",
                    "protect",
                    null,
                    new Form("application/x-www-form-urlencoded", "a=1".getBytes(StandardCharsets.US_ASCII))),
            Initiator.SELF);

    private static Errand errand(String target, Initiator initiator) {
        return Errand.to(new RememberedRequest(target, "protect", null, null), initiator);
    }

    private static Ticket ticket(Initiator initiator) {
        return Ticket.issue(null, null, initiator);
    }

    @Nested
    class A_token {
        private final Ticket one = ticket(Initiator.SELF);
        private final Ticket two = ticket(Initiator.SELF);

        @Test
        void that_was_never_issued_is_not_known() {
            assertThat(Visit.NEW.with(one).ticket(two.token())).isEmpty();
            assertThat(Visit.NEW.ticket("")).isEmpty();
        }

        @Test
        void that_was_redeemed_is_used_and_no_other_is() {
            Visit visit = Visit.NEW.with(one).with(two).redeeming(one.token());

            assertThat(visit.ticket(one.token()))
                    .hasValueSatisfying(ticket -> assertThat(ticket.used()).isTrue());
            assertThat(visit.ticket(two.token())).contains(two);
        }

        @Test
        void of_a_page_is_dropped_when_there_are_many_newer_ones() {
            Visit visit = Visit.NEW.with(one);
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
            Visit visit = Visit.NEW.with(one);
            for (int i = 0; i < 100; i++) {
                visit = visit.with(ticket(Initiator.OTHER_SITE));
            }

            assertThat(visit.ticket(one.token())).isPresent();
            assertThat(visit.tickets()).hasSize(17);
        }

        @Test
        void is_long_and_never_the_same() {
            assertThat(OneTimeToken.next())
                    .hasSize(32)
                    .matches("[A-Za-z0-9_-]+")
                    .isNotEqualTo(OneTimeToken.next());
        }

        @Test
        void is_in_no_text_form() {
            assertThat(Visit.NEW.with(one).toString() + one).doesNotContain(one.token());
        }
    }

    @Nested
    class What_a_page_without_a_ticket_is_for {
        @Test
        void is_the_newest_errand() {
            assertThat(Visit.NEW.wanting(PAGE).wanting(OTHER).pending(Initiator.SELF))
                    .contains(OTHER);
        }

        @Test
        void is_an_errand_that_has_no_page_yet() {
            Visit visit = Visit.NEW.wanting(PAGE).wanting(OTHER).with(Ticket.issue(OTHER.id(), null, Initiator.SELF));

            assertThat(visit.pending(Initiator.SELF)).contains(PAGE);
        }

        @Test
        void is_one_that_has_a_page_where_none_is_without() {
            Visit visit = Visit.NEW.wanting(PAGE).with(Ticket.issue(PAGE.id(), null, Initiator.SELF));

            assertThat(visit.pending(Initiator.SELF))
                    .hasValueSatisfying(errand -> assertThat(errand.stage()).isEqualTo(Stage.SHOWN));
        }

        @Test
        void is_never_one_that_was_passed() {
            assertThat(Visit.NEW.wanting(PAGE).passed(PAGE.id()).pending(Initiator.SELF))
                    .isEmpty();
        }

        @Test
        void is_nothing_that_another_site_had_asked_for() {
            Visit visit = Visit.NEW.wanting(PAGE).wanting(PLANTED);

            assertThat(visit.pending(Initiator.SELF)).contains(PAGE);
            assertThat(visit.pending(Initiator.OTHER_SITE)).contains(PLANTED);
            assertThat(Visit.NEW.wanting(PLANTED).pending(Initiator.SELF)).isEmpty();
        }
    }

    @Nested
    class An_errand {
        @Test
        void is_dropped_when_there_are_many_newer_ones() {
            Visit visit = Visit.NEW.wanting(PAGE);
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
            Visit visit = Visit.NEW.wanting(FORM);
            for (int i = 0; i < 100; i++) {
                visit = visit.wanting(errand("/app/planted" + i, Initiator.OTHER_SITE));
            }

            assertThat(visit.errand(FORM.id())).isPresent();
            assertThat(visit.errands()).hasSize(9);
        }

        @Test
        void with_a_form_waits_from_the_pass_until_it_is_resumed() {
            Visit asked = Visit.NEW.wanting(FORM);
            assertThat(asked.resumable("/app/form")).isEmpty();

            Visit passed = asked.passed(FORM.id());
            assertThat(passed.isResuming()).isTrue();
            assertThat(passed.resumable("/app/other")).isEmpty();

            Visit resumed = passed.resumed(passed.resumable("/app/form").orElseThrow());
            assertThat(resumed.isResuming()).isFalse();
            assertThat(resumed.resumable("/app/form")).isEmpty();
            assertThat(resumed.errand(FORM.id()).map(errand -> errand.wanted().target()))
                    .contains("/app/form");
        }

        @Test
        void that_is_passed_leaves_the_others_as_they_are() {
            Visit visit = Visit.NEW.wanting(FORM).wanting(PAGE).passed(PAGE.id());

            assertThat(visit.pending(Initiator.SELF)).contains(FORM);
            assertThat(visit.isResuming()).isFalse();
            assertThat(visit.rule()).isNull();
        }

        @Test
        void shows_nothing_of_where_it_leads() {
            assertThat(Visit.NEW.wanting(PAGE).toString() + PAGE).doesNotContain("/app");
        }
    }
}
