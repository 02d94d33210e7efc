package org.facecheck.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.facecheck.internal.concurrent.Bulkhead.Permit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private static Permit acquired(Bulkhead bulkhead) {
        return bulkhead.tryAcquire(0).orElseThrow();
    }

    @Test
    void there_are_as_many_permits_as_are_allowed() {
        Bulkhead bulkhead = new Bulkhead(2, 0);

        assertThat(bulkhead.tryAcquire(0)).isPresent();
        assertThat(bulkhead.tryAcquire(0)).isPresent();
        assertThat(bulkhead.tryAcquire(0)).isEmpty();
    }

    @Test
    void a_closed_permit_is_free_again() {
        Bulkhead bulkhead = new Bulkhead(1, 0);
        Permit permit = acquired(bulkhead);

        permit.close();

        assertThat(bulkhead.tryAcquire(0)).isPresent();
    }

    @Test
    void a_permit_that_is_closed_twice_is_free_once() {
        Bulkhead bulkhead = new Bulkhead(1, 0);
        Permit permit = acquired(bulkhead);

        permit.close();
        permit.close();

        assertThat(bulkhead.tryAcquire(0)).isPresent();
        assertThat(bulkhead.tryAcquire(0)).isEmpty();
    }

    @Test
    void a_permit_closed_late_does_not_close_another() {
        Bulkhead bulkhead = new Bulkhead(1, 0);
        Permit first = acquired(bulkhead);
        first.close();
        acquired(bulkhead);

        first.close();

        assertThat(bulkhead.tryAcquire(0)).isEmpty();
    }

    @Test
    void many_threads_together_take_no_more_and_give_all_back() throws Exception {
        int max = 3;
        int threads = 8;
        Bulkhead bulkhead = new Bulkhead(max, 0);
        AtomicInteger underWay = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(threads);
        Callable<Integer> worker = () -> {
            together.await();
            int most = 0;
            for (int i = 0; i < 5_000; i++) {
                Optional<Permit> permit = bulkhead.tryAcquire(0);
                if (permit.isPresent()) {
                    most = Math.max(most, underWay.incrementAndGet());
                    underWay.decrementAndGet();
                    permit.get().close();
                    permit.get().close();
                }
            }
            return most;
        };
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(executor.submit(worker));
            }
            for (Future<Integer> one : workers) {
                assertThat(one.get()).isLessThanOrEqualTo(max);
            }
        } finally {
            executor.shutdownNow();
        }

        for (int i = 0; i < max; i++) {
            assertThat(bulkhead.tryAcquire(0)).isPresent();
        }
        assertThat(bulkhead.tryAcquire(0)).isEmpty();
    }

    @Test
    void there_is_room_for_so_many_bytes_and_no_more() {
        Bulkhead bulkhead = new Bulkhead(10, 100);
        Bulkhead.Permit sixty = bulkhead.tryAcquire(60).orElseThrow();

        assertThat(bulkhead.tryAcquire(41)).isEmpty();
        assertThat(bulkhead.tryAcquire(40)).isPresent();
        sixty.close();
        sixty.close();
        assertThat(bulkhead.tryAcquire(61)).isEmpty();
        assertThat(bulkhead.tryAcquire(60)).isPresent();
    }

    @Test
    void a_refusal_for_want_of_bytes_keeps_no_permit() {
        Bulkhead bulkhead = new Bulkhead(1, 100);

        assertThat(bulkhead.tryAcquire(101)).isEmpty();
        assertThat(bulkhead.tryAcquire(100)).isPresent();
    }

    @Nested
    class A_permit_with_an_end {
        private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
        private final Bulkhead bulkhead = new Bulkhead(1, 100, now::get);
        private final Permit permit = bulkhead.tryAcquire(60).orElseThrow();

        @Test
        void is_held_until_then() {
            permit.expireAfter(Duration.ofNanos(10));
            now.addAndGet(9);

            assertThat(bulkhead.tryAcquire(0)).isEmpty();
        }

        @Test
        void is_free_from_then_on_with_its_bytes() {
            permit.expireAfter(Duration.ofNanos(10));
            now.addAndGet(10);

            assertThat(bulkhead.tryAcquire(100)).isPresent();
        }

        @Test
        void is_not_free_twice_where_it_is_closed_after_its_end() {
            permit.expireAfter(Duration.ofNanos(10));
            now.addAndGet(10);
            acquired(bulkhead);

            permit.close();

            assertThat(bulkhead.tryAcquire(0)).isEmpty();
        }

        @Test
        void is_not_free_twice_where_it_was_closed_before_its_end() {
            permit.close();
            permit.expireAfter(Duration.ofNanos(10));
            acquired(bulkhead);
            now.addAndGet(10);

            assertThat(bulkhead.tryAcquire(0)).isEmpty();
        }

        @Test
        void ends_also_where_only_bytes_are_wanting() {
            Bulkhead two = new Bulkhead(2, 100, now::get);
            two.tryAcquire(60).orElseThrow().expireAfter(Duration.ofNanos(10));
            now.addAndGet(10);

            assertThat(two.tryAcquire(41)).isPresent();
        }
    }
}
