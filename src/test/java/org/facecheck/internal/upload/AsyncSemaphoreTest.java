package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.facecheck.internal.upload.AsyncSemaphore.Turn;
import org.junit.jupiter.api.Test;

class AsyncSemaphoreTest {
    private final AsyncSemaphore turnstile = new AsyncSemaphore(2);
    private final List<String> came = new ArrayList<>();

    private Turn asked(String name) {
        Turn turn = turnstile.turn(() -> came.add(name));
        turn.ask();
        return turn;
    }

    @Test
    void as_many_come_at_once_as_it_is_wide() {
        asked("first");
        asked("second");
        asked("third");

        assertThat(came).containsExactly("first", "second");
    }

    @Test
    void whoever_waits_longest_comes_next() {
        Turn first = asked("first");
        Turn second = asked("second");
        asked("third");
        asked("fourth");

        second.close();
        assertThat(came).containsExactly("first", "second", "third");
        first.close();
        assertThat(came).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void a_turn_that_nobody_waits_for_is_there_for_the_next_who_comes() {
        asked("first").close();
        asked("second");
        asked("third");
        asked("fourth");

        assertThat(came).containsExactly("first", "second", "third");
    }

    @Test
    void whoever_gives_up_waiting_takes_no_turn() {
        Turn first = asked("first");
        asked("second");
        asked("third").close();
        asked("fourth");

        first.close();

        assertThat(came).containsExactly("first", "second", "fourth");
    }

    @Test
    void whoever_never_asked_gives_none_back() {
        asked("first");
        asked("second");
        turnstile.turn(() -> came.add("none")).close();

        asked("third");

        assertThat(came).containsExactly("first", "second");
    }

    @Test
    void a_turn_that_is_over_ends_once() {
        Turn first = asked("first");
        asked("second");
        asked("third");
        asked("fourth");

        first.close();
        first.close();

        assertThat(came).containsExactly("first", "second", "third");
    }

    @Test
    void asked_for_twice_it_comes_once() {
        Turn first = asked("first");

        first.ask();
        first.close();
        first.ask();

        assertThat(came).containsExactly("first");
    }
}
