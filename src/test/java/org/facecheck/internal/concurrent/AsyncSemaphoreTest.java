package org.facecheck.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.facecheck.internal.concurrent.AsyncSemaphore.Slot;
import org.junit.jupiter.api.Test;

class AsyncSemaphoreTest {
    private final AsyncSemaphore semaphore = new AsyncSemaphore(2);
    private final List<String> started = new ArrayList<>();

    private Slot requested(String name) {
        Slot slot = semaphore.slot(() -> started.add(name));
        slot.request();
        return slot;
    }

    @Test
    void as_many_start_at_once_as_it_is_large() {
        requested("first");
        requested("second");
        requested("third");

        assertThat(started).containsExactly("first", "second");
    }

    @Test
    void the_slot_that_waits_longest_starts_next() {
        Slot first = requested("first");
        Slot second = requested("second");
        requested("third");
        requested("fourth");

        second.close();
        assertThat(started).containsExactly("first", "second", "third");
        first.close();
        assertThat(started).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void a_slot_that_is_closed_before_any_waits_is_there_for_the_next() {
        requested("first").close();
        requested("second");
        requested("third");
        requested("fourth");

        assertThat(started).containsExactly("first", "second", "third");
    }

    @Test
    void a_slot_that_is_closed_while_it_waits_never_starts() {
        Slot first = requested("first");
        requested("second");
        requested("third").close();
        requested("fourth");

        first.close();

        assertThat(started).containsExactly("first", "second", "fourth");
    }

    @Test
    void a_slot_that_was_never_requested_makes_no_room() {
        requested("first");
        requested("second");
        semaphore.slot(() -> started.add("none")).close();

        requested("third");

        assertThat(started).containsExactly("first", "second");
    }

    @Test
    void a_slot_closed_twice_makes_room_once() {
        Slot first = requested("first");
        requested("second");
        requested("third");
        requested("fourth");

        first.close();
        first.close();

        assertThat(started).containsExactly("first", "second", "third");
    }

    @Test
    void a_slot_requested_twice_starts_once() {
        Slot first = requested("first");

        first.request();
        first.close();
        first.request();

        assertThat(started).containsExactly("first");
    }
}
