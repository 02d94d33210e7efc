package org.facecheck.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimerThreadTest {
    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void a_task_runs_in_a_thread_that_does_not_keep_the_server_from_stopping() throws Exception {
        try (TimerThread timer = new TimerThread()) {
            CompletableFuture<Thread> ran = new CompletableFuture<>();

            timer.after(Duration.ofMillis(1), () -> ran.complete(Thread.currentThread()));

            assertThat(ran.get(10, TimeUnit.SECONDS)).satisfies(thread -> {
                assertThat(thread.isDaemon()).isTrue();
                assertThat(thread.getName()).isEqualTo("facecheck-timer");
            });
        }
    }

    @Test
    void one_that_is_cancelled_does_not_run_and_the_others_do() throws Exception {
        try (TimerThread timer = new TimerThread()) {
            CompletableFuture<String> first = new CompletableFuture<>();
            // Late enough that a busy machine cancels it before.
            timer.after(Duration.ofMillis(300), () -> first.complete("cancelled"))
                    .cancel();

            timer.after(Duration.ofMillis(301), () -> first.complete("other"));

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("other");
        }
    }

    @Test
    void the_thread_ends_when_nothing_is_pending() throws Exception {
        try (TimerThread timer = new TimerThread()) {
            CompletableFuture<Thread> ran = new CompletableFuture<>();
            timer.after(NEVER, () -> {}).cancel();
            timer.after(Duration.ofMillis(1), () -> ran.complete(Thread.currentThread()));

            Thread thread = ran.get(10, TimeUnit.SECONDS);
            thread.join(TimeUnit.SECONDS.toMillis(10));

            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void a_closed_timer_forgets_what_is_pending_and_takes_no_more() throws Exception {
        TimerThread timer = new TimerThread();
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        timer.after(Duration.ofMillis(1), () -> ran.complete(Thread.currentThread()));
        Thread thread = ran.get(10, TimeUnit.SECONDS);
        timer.after(NEVER, () -> {});

        timer.close();
        timer.after(Duration.ZERO, () -> {}).cancel();

        thread.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void its_time_goes_on() {
        try (TimerThread timer = new TimerThread()) {
            long before = timer.nanoTime();

            assertThat(timer.nanoTime() - before).isNotNegative();
        }
    }
}
