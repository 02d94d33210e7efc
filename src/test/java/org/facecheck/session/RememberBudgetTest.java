package org.facecheck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.facecheck.session.RememberedRequest.Form;
import org.junit.jupiter.api.Test;

class RememberBudgetTest {
    private final RememberBudget budget = new RememberBudget(100_000);

    private static Errand form(int bytes) {
        return Errand.to(
                new RememberedRequest("/app/form", "protect", null, new Form("text/plain", new byte[bytes])),
                Initiator.SELF);
    }

    @Test
    void there_is_room_until_it_is_used_up() {
        Errand first = form(50_000);
        Errand second = form(40_000);

        assertThat(budget.take(first)).isTrue();
        assertThat(budget.take(form(50_000))).isFalse();
        assertThat(budget.take(second)).isTrue();
    }

    @Test
    void the_last_byte_can_be_used_and_no_more() {
        Errand errand = form(1000);

        assertThat(new RememberBudget(errand.bytes()).take(errand)).isTrue();
        assertThat(new RememberBudget(errand.bytes() - 1).take(errand)).isFalse();
    }

    @Test
    void what_is_held_already_takes_no_more_room() {
        Errand first = form(30_000);
        Errand second = form(30_000);
        RememberBudget room = new RememberBudget(first.bytes() + second.bytes());
        Visit visit = Visit.NEW.wanting(first);
        room.take(first);

        room.settle(visit, visit);
        room.settle(visit, visit);

        assertThat(room.take(second)).isTrue();
        assertThat(room.take(form(1))).isFalse();
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void a_target_alone_takes_room_too() {
        List<Errand> kept = new ArrayList<>();
        RememberedRequest page = new RememberedRequest("/app/page?" + "x".repeat(8000), "protect", null, null);
        Errand next = Errand.to(page, Initiator.SELF);
        while (budget.take(next)) {
            kept.add(next);
            next = Errand.to(page, Initiator.SELF);
        }

        assertThat(kept).hasSize(11);
    }

    @Test
    void what_a_session_gives_up_is_given_back_at_once() {
        Errand errand = form(90_000);
        budget.take(errand);

        budget.settle(Visit.NEW.wanting(errand), Visit.NEW);

        assertThat(budget.take(form(90_000))).isTrue();
    }

    @Test
    void a_form_that_was_resumed_leaves_little_behind() {
        Errand errand = form(90_000);
        budget.take(errand);
        Visit passed = Visit.NEW.wanting(errand).passed(errand.id());

        Visit resumed = passed.resumed(passed.errands().get(0));
        budget.settle(passed, resumed);

        assertThat(budget.take(form(90_000))).isTrue();
        assertThat(resumed.errands()).hasSize(1);
    }

    @Test
    void what_comes_from_another_server_counts_from_its_first_change_on() {
        Visit brought = Visit.NEW.wanting(form(90_000));

        budget.settle(brought, brought);

        assertThat(budget.take(form(90_000))).isFalse();
    }

    @Test
    void to_give_back_twice_gives_back_once() {
        Errand gone = form(40_000);
        Errand stays = form(50_000);
        budget.take(gone);
        budget.take(stays);

        budget.settle(Visit.NEW.wanting(gone), Visit.NEW);
        budget.settle(Visit.NEW.wanting(gone), Visit.NEW);

        assertThat(budget.take(form(50_000))).isFalse();
        assertThat(stays.bytes()).isPositive();
    }

    /** However a session ends: nobody has to say so. */
    @Test
    void what_nobody_holds_any_more_is_given_back() {
        boolean room = false;
        assertThat(budget.take(form(90_000))).isTrue();
        for (int i = 0; i < 100 && !room; i++) {
            System.gc();
            room = budget.take(form(90_000));
        }

        assertThat(room).isTrue();
    }
}
