package org.facecheck.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyedLocksTest {
    private final KeyedLocks<Long> locks = new KeyedLocks<>();
    private final AtomicInteger inside = new AtomicInteger();

    private int step() {
        int most = inside.incrementAndGet();
        Thread.yield();
        inside.decrementAndGet();
        return most;
    }

    @Test
    void one_step_with_a_key_is_taken_at_a_time() {
        List<CompletableFuture<Integer>> steps = Stream.iterate(0, i -> i + 1)
                .limit(200)
                .map(i -> CompletableFuture.supplyAsync(() -> locks.alone(Long.parseLong("1000"), this::step)))
                .toList();

        assertThat(steps).extracting(CompletableFuture::join).containsOnly(1);
        assertThat(locks.size()).isZero();
    }

    @Test
    void a_step_with_another_key_does_not_wait() throws Exception {
        CountDownLatch otherIsDone = new CountDownLatch(1);
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> locks.alone(1L, () -> {
            try {
                return otherIsDone.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }));

        locks.<Integer>alone(2L, this::step);
        otherIsDone.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_step_that_fails_leaves_no_lock() {
        assertThatThrownBy(() -> locks.alone(1L, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(locks.size()).isZero();
        assertThat(locks.<Integer>alone(1L, this::step)).isEqualTo(1);
    }

    @Test
    void a_step_within_a_step_does_not_wait_for_it() {
        assertThat(locks.<Integer>alone(
                        1L,
                        () -> locks.alone(1L, () -> {
                            assertThat(locks.size()).isEqualTo(1);
                            return step();
                        })))
                .isEqualTo(1);
    }
}
