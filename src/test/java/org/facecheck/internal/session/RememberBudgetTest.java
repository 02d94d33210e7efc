package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Test;

class RememberBudgetTest {
    private final RememberBudget budget = new RememberBudget(100_000);

    private static PendingRequest form(int bytes) {
        return PendingRequest.to(
                new RememberedRequest("/app/form", "protect", null, new Form("text/plain", new byte[bytes])),
                Initiator.SELF);
    }

    @Test
    void there_is_room_until_it_is_used_up() {
        PendingRequest first = form(50_000);
        PendingRequest second = form(40_000);

        assertThat(budget.take(first)).isTrue();
        assertThat(budget.take(form(50_000))).isFalse();
        assertThat(budget.take(second)).isTrue();
    }

    @Test
    void the_last_byte_can_be_used_and_no_more() {
        PendingRequest errand = form(1000);

        assertThat(new RememberBudget(errand.bytes()).take(errand)).isTrue();
        assertThat(new RememberBudget(errand.bytes() - 1).take(errand)).isFalse();
    }

    @Test
    void what_is_held_already_takes_no_more_room() {
        PendingRequest first = form(30_000);
        PendingRequest second = form(30_000);
        RememberBudget room = new RememberBudget(first.bytes() + second.bytes());
        VerificationState visit = VerificationState.NEW.wanting(first);
        room.take(first);

        room.settle(visit, visit);
        room.settle(visit, visit);

        assertThat(room.take(second)).isTrue();
        assertThat(room.take(form(1))).isFalse();
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void a_target_alone_takes_room_too() {
        List<PendingRequest> kept = new ArrayList<>();
        RememberedRequest page = new RememberedRequest("/app/page?" + "x".repeat(8000), "protect", null, null);
        PendingRequest next = PendingRequest.to(page, Initiator.SELF);
        while (budget.take(next)) {
            kept.add(next);
            next = PendingRequest.to(page, Initiator.SELF);
        }

        assertThat(kept).hasSize(11);
    }

    @Test
    void what_a_session_gives_up_is_given_back_at_once() {
        PendingRequest errand = form(90_000);
        budget.take(errand);

        budget.settle(VerificationState.NEW.wanting(errand), VerificationState.NEW);

        assertThat(budget.take(form(90_000))).isTrue();
    }

    @Test
    void a_form_that_was_resumed_leaves_little_behind() {
        PendingRequest errand = form(90_000);
        budget.take(errand);
        VerificationState passed = VerificationState.NEW.wanting(errand).passed(errand.id());

        VerificationState resumed = passed.resumed(passed.errands().get(0));
        budget.settle(passed, resumed);

        assertThat(budget.take(form(90_000))).isTrue();
        assertThat(resumed.errands()).hasSize(1);
    }

    @Test
    void what_comes_from_another_server_counts_from_its_first_change_on() {
        VerificationState brought = VerificationState.NEW.wanting(form(90_000));

        budget.settle(brought, brought);

        assertThat(budget.take(form(90_000))).isFalse();
    }

    @Test
    void to_give_back_twice_gives_back_once() {
        PendingRequest gone = form(40_000);
        PendingRequest stays = form(50_000);
        budget.take(gone);
        budget.take(stays);

        budget.settle(VerificationState.NEW.wanting(gone), VerificationState.NEW);
        budget.settle(VerificationState.NEW.wanting(gone), VerificationState.NEW);

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
