package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.facecheck.fake.Interrupted;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Test;

class RememberBudgetTest {
    private final RememberBudget budget = new RememberBudget(100_000);

    private static PendingRequest form(int bytes) {
        return PendingRequest.of(
                Interrupted.form("/app/form", "protect", new Form("text/plain", new byte[bytes])), Initiator.SELF);
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
        PendingRequest request = form(1000);

        assertThat(new RememberBudget(request.bytes()).take(request)).isTrue();
        assertThat(new RememberBudget(request.bytes() - 1).take(request)).isFalse();
    }

    @Test
    void what_is_held_already_takes_no_more_room() {
        PendingRequest first = form(30_000);
        PendingRequest second = form(30_000);
        RememberBudget room = new RememberBudget(first.bytes() + second.bytes());
        VerificationState state = VerificationState.NEW.interrupted(first);
        room.take(first);

        room.settle(state, state);
        room.settle(state, state);

        assertThat(room.take(second)).isTrue();
        assertThat(room.take(form(1))).isFalse();
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void a_target_alone_takes_room_too() {
        List<PendingRequest> kept = new ArrayList<>();
        RememberedRequest page = Interrupted.page("/app/page?" + "x".repeat(8000), "protect");
        PendingRequest next = PendingRequest.of(page, Initiator.SELF);
        while (budget.take(next)) {
            kept.add(next);
            next = PendingRequest.of(page, Initiator.SELF);
        }

        assertThat(kept).hasSize(11);
    }

    @Test
    void what_a_session_gives_up_is_given_back_at_once() {
        PendingRequest request = form(90_000);
        budget.take(request);

        budget.settle(VerificationState.NEW.interrupted(request), VerificationState.NEW);

        assertThat(budget.take(form(90_000))).isTrue();
    }

    @Test
    void a_form_that_was_resumed_leaves_little_behind() {
        PendingRequest request = form(90_000);
        budget.take(request);
        VerificationState passed = VerificationState.NEW.interrupted(request).passed(request);

        VerificationState resumed = passed.resumed(passed.requests().get(0));
        budget.settle(passed, resumed);

        assertThat(budget.take(form(90_000))).isTrue();
        assertThat(resumed.requests()).hasSize(1);
    }

    @Test
    void what_comes_from_another_server_counts_from_its_first_change_on() {
        VerificationState brought = VerificationState.NEW.interrupted(form(90_000));

        budget.settle(brought, brought);

        assertThat(budget.take(form(90_000))).isFalse();
    }

    @Test
    void to_give_back_twice_gives_back_once() {
        PendingRequest gone = form(40_000);
        PendingRequest stays = form(50_000);
        budget.take(gone);
        budget.take(stays);

        budget.settle(VerificationState.NEW.interrupted(gone), VerificationState.NEW);
        budget.settle(VerificationState.NEW.interrupted(gone), VerificationState.NEW);

        assertThat(budget.take(form(50_000))).isFalse();
        assertThat(stays.bytes()).isPositive();
    }

    /** However a session ends: the budget need not be told. */
    @Test
    void what_is_held_no_more_is_given_back() {
        boolean room = false;
        assertThat(budget.take(form(90_000))).isTrue();
        for (int i = 0; i < 100 && !room; i++) {
            System.gc();
            room = budget.take(form(90_000));
        }

        assertThat(room).isTrue();
    }
}
