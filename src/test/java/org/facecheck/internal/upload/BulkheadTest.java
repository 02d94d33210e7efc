package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.facecheck.internal.upload.Bulkhead.Permit;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private static Permit begun(Bulkhead flights) {
        return flights.begin().orElseThrow();
    }

    @Test
    void there_are_as_many_as_there_are_places() {
        Bulkhead flights = new Bulkhead(2);

        assertThat(flights.begin()).isPresent();
        assertThat(flights.begin()).isPresent();
        assertThat(flights.begin()).isEmpty();
    }

    @Test
    void a_place_that_is_given_back_is_free() {
        Bulkhead flights = new Bulkhead(1);
        Permit flight = begun(flights);

        flight.close();

        assertThat(flights.begin()).isPresent();
    }

    @Test
    void a_place_that_is_given_back_twice_is_free_once() {
        Bulkhead flights = new Bulkhead(1);
        Permit flight = begun(flights);

        flight.close();
        flight.close();

        assertThat(flights.begin()).isPresent();
        assertThat(flights.begin()).isEmpty();
    }

    @Test
    void a_place_given_back_late_is_not_somebody_elses() {
        Bulkhead flights = new Bulkhead(1);
        Permit first = begun(flights);
        first.close();
        begun(flights);

        first.close();

        assertThat(flights.begin()).isEmpty();
    }

    @Test
    void many_threads_together_take_no_more_and_give_all_back() throws Exception {
        int max = 3;
        int threads = 8;
        Bulkhead flights = new Bulkhead(max);
        AtomicInteger underWay = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(threads);
        Callable<Integer> traveller = () -> {
            together.await();
            int most = 0;
            for (int i = 0; i < 5_000; i++) {
                Optional<Permit> flight = flights.begin();
                if (flight.isPresent()) {
                    most = Math.max(most, underWay.incrementAndGet());
                    underWay.decrementAndGet();
                    flight.get().close();
                    flight.get().close();
                }
            }
            return most;
        };
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> travellers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                travellers.add(executor.submit(traveller));
            }
            for (Future<Integer> one : travellers) {
                assertThat(one.get()).isLessThanOrEqualTo(max);
            }
        } finally {
            executor.shutdownNow();
        }

        for (int i = 0; i < max; i++) {
            assertThat(flights.begin()).isPresent();
        }
        assertThat(flights.begin()).isEmpty();
    }

    @Test
    void there_is_room_for_so_many_bytes_and_no_more() {
        Bulkhead flights = new Bulkhead(10, 100);
        Bulkhead.Permit sixty = flights.begin(60).orElseThrow();

        assertThat(flights.begin(41)).isEmpty();
        assertThat(flights.begin(40)).isPresent();
        sixty.close();
        sixty.close();
        assertThat(flights.begin(61)).isEmpty();
        assertThat(flights.begin(60)).isPresent();
    }

    @Test
    void what_finds_no_room_takes_no_place() {
        Bulkhead flights = new Bulkhead(1, 100);

        assertThat(flights.begin(101)).isEmpty();
        assertThat(flights.begin(100)).isPresent();
    }
}
