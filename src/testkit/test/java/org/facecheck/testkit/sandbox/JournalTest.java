package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JournalTest {

    private final Journal journal = new Journal(new MutableClock());

    @Test
    void keeps_the_last_twenty_answers_and_counts_them_all() {
        for (int i = 0; i < 25; i++) {
            journal.check(new V2(), new V2().code(8000 + i));
        }

        assertThat(journal.checks()).isEqualTo(25);
        assertThat(journal.last()).hasSize(20);
        assertThat(journal.last().get(0).gist()).isEqualTo("code 8024");
    }

    @Test
    void can_be_cleared() {
        journal.check(new V2(), new V2().nobody());
        journal.tokenCall(TokenBehaviour.unauthorized());

        journal.clear();

        assertThat(journal.checks()).isZero();
        assertThat(journal.tokenCalls()).isZero();
        assertThat(journal.last()).isEmpty();
    }
}
