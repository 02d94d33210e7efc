package org.facecheck.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void nothing_is_made_before_it_is_asked_for() {
        new Lazy<>(made::incrementAndGet);

        assertThat(made).hasValue(0);
    }

    @Test
    void one_value_is_made_and_kept() {
        Lazy<Object> once = new Lazy<>(() -> {
            made.incrementAndGet();
            return new Object();
        });

        assertThat(once.get()).isSameAs(once.get());
        assertThat(made).hasValue(1);
    }

    @Test
    void a_failure_is_not_kept() {
        Lazy<Integer> once = new Lazy<>(() -> {
            if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("too early");
            }
            return made.get();
        });

        assertThatThrownBy(once::get).hasMessage("too early");
        assertThat(once.get()).isEqualTo(2);
    }

    @Test
    void many_threads_at_once_get_one_value() throws Exception {
        int threads = 8;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 200; round++) {
                Lazy<Object> once = new Lazy<>(() -> {
                    made.incrementAndGet();
                    Thread.yield();
                    return new Object();
                });
                CyclicBarrier together = new CyclicBarrier(threads);
                List<Future<Object>> got = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    got.add(executor.submit(() -> {
                        together.await();
                        return once.get();
                    }));
                }
                for (Future<Object> one : got) {
                    assertThat(one.get()).isSameAs(once.get());
                }
                assertThat(made).hasValue(round + 1);
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
