package org.facecheck.internal.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedCounterStoreTest {
    private static final int SLOT = 7;

    private final Contended map = new Contended();
    private final CounterStore slots = new SharedCounterStore(map, "here ");

    /** A map in which, so many times, another server is faster. */
    private static final class Contended extends ConcurrentHashMap<String, String> {
        private static final long serialVersionUID = 1L;
        private int others;

        private boolean isTaken() {
            return others > 0 && others-- > 0;
        }

        @Override
        public String putIfAbsent(String key, String value) {
            if (isTaken()) {
                put(key, "1 5");
            }
            return super.putIfAbsent(key, value);
        }

        @Override
        public boolean replace(String key, String known, String value) {
            if (isTaken()) {
                put(key, AttemptCount.parse(get(key)).count() + 1 + " 5");
            }
            return super.replace(key, known, value);
        }
    }

    private static AttemptCount one(AttemptCount known) {
        return new AttemptCount(known.count() + 1, 5);
    }

    @Test
    void an_empty_slot_has_no_attempts() throws Exception {
        assertThat(slots.at(SLOT)).isEqualTo(AttemptCount.NONE);
        assertThat(map).isEmpty();
    }

    @Test
    void what_one_changes_the_other_finds_as_plain_text() throws Exception {
        slots.change(SLOT, SharedCounterStoreTest::one);
        slots.change(SLOT, SharedCounterStoreTest::one);

        assertThat(new SharedCounterStore(map, "here ").at(SLOT)).isEqualTo(new AttemptCount(2, 5));
        assertThat(new SharedCounterStore(map, "there ").at(SLOT)).isEqualTo(AttemptCount.NONE);
        assertThat(map).containsExactly(java.util.Map.entry("here 7", "2 5"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void nobodys_attempt_is_lost_when_others_are_faster(int times) throws Exception {
        map.others = times;

        slots.change(SLOT, SharedCounterStoreTest::one);

        assertThat(slots.at(SLOT).count()).isEqualTo(times + 1);
    }

    @Test
    void who_is_never_fast_enough_is_not_counted_and_told_so() {
        map.others = Integer.MAX_VALUE;

        assertThatThrownBy(() -> slots.change(SLOT, SharedCounterStoreTest::one))
                .isInstanceOf(AttemptsUnavailableException.class)
                .hasMessageContaining("others were faster");
    }

    @Test
    void many_at_once_are_all_counted() throws Exception {
        IntStream.range(0, 400).parallel().forEach(i -> {
            try {
                slots.change(SLOT, SharedCounterStoreTest::one);
            } catch (AttemptsUnavailableException lost) {
                throw new AssertionError(lost);
            }
        });

        assertThat(slots.at(SLOT).count()).isEqualTo(400);
    }

    @Test
    void there_are_never_more_entries_than_slots() throws Exception {
        KeyedNameHash hash = KeyedNameHash.of("s3cret");
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < 300_000; i++) {
            int slot = hash.slot("stranger " + i);
            used.add(slot);
            slots.change(slot, SharedCounterStoreTest::one);
        }

        assertThat(map).hasSameSizeAs(used).hasSizeLessThanOrEqualTo(CounterStore.SLOTS);
        assertThat(used).allMatch(slot -> slot >= 0 && slot < CounterStore.SLOTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "three 5", "-3 5", "3 5 7", "99999999999 5"})
    void what_makes_no_sense_is_no_count(String text) {
        map.put("here 7", text);

        assertThatThrownBy(() -> slots.at(SLOT)).isInstanceOf(AttemptsUnavailableException.class);
        assertThatThrownBy(() -> slots.change(SLOT, SharedCounterStoreTest::one))
                .isInstanceOf(AttemptsUnavailableException.class);
        assertThat(map.get("here 7")).isEqualTo(text);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void nor_is_what_another_program_has_put_there() {
        ((ConcurrentMap) map).put("here 7", 3L);

        assertThatThrownBy(() -> slots.at(SLOT)).isInstanceOf(AttemptsUnavailableException.class);
        assertThatThrownBy(() -> slots.change(SLOT, SharedCounterStoreTest::one))
                .isInstanceOf(AttemptsUnavailableException.class);
    }

    /** A map that gives no answer until it is let go. */
    private static final class Hanging extends ConcurrentHashMap<String, String> {
        private static final long serialVersionUID = 1L;
        private final transient CountDownLatch asked = new CountDownLatch(2);
        private final transient CountDownLatch end = new CountDownLatch(1);

        @Override
        public String get(Object key) {
            asked.countDown();
            try {
                end.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return super.get(key);
        }
    }

    @Test
    void where_the_map_hangs_a_few_threads_do_and_the_next_are_told() throws Exception {
        Hanging hanging = new Hanging();
        CounterStore shared = new SharedCounterStore(hanging, "here ", new Semaphore(2), Duration.ofMillis(10));
        List<CompletableFuture<AttemptCount>> held = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return shared.at(SLOT);
                            } catch (AttemptsUnavailableException refused) {
                                throw new AssertionError(refused);
                            }
                        },
                        task -> new Thread(task).start()))
                .limit(2)
                .toList();
        hanging.asked.await();

        assertThatThrownBy(() -> shared.at(SLOT)).isInstanceOf(AttemptsUnavailableException.class);
        assertThatThrownBy(() -> shared.change(SLOT, SharedCounterStoreTest::one))
                .hasMessageContaining("too long");

        hanging.end.countDown();
        assertThat(held).extracting(CompletableFuture::join).containsOnly(AttemptCount.NONE);
        shared.change(SLOT, SharedCounterStoreTest::one);
        assertThat(shared.at(SLOT).count()).isEqualTo(1);
    }

    @Test
    void whatever_fails_leaves_its_door_to_the_next() throws Exception {
        CounterStore shared = new SharedCounterStore(map, "here ", new Semaphore(1), Duration.ZERO);
        map.put("here 7", "nonsense");
        assertThatThrownBy(() -> shared.at(SLOT)).isInstanceOf(AttemptsUnavailableException.class);
        map.others = Integer.MAX_VALUE;
        assertThatThrownBy(() -> shared.change(SLOT + 1, SharedCounterStoreTest::one))
                .isInstanceOf(AttemptsUnavailableException.class);

        assertThat(shared.at(SLOT + 2)).isEqualTo(AttemptCount.NONE);
    }

    @Test
    void who_is_interrupted_while_waiting_is_not_counted_and_stays_interrupted() {
        CounterStore shared = new SharedCounterStore(map, "here ", new Semaphore(0), Duration.ofMinutes(1));

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> shared.at(SLOT)).isInstanceOf(AttemptsUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
