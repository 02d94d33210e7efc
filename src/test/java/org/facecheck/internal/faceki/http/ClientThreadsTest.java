package org.facecheck.internal.faceki.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientThreadsTest {
    private final ClientThreads threads = new ClientThreads(3);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Set<Thread> used = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        end.countDown();
        threads.close();
    }

    private void work() {
        used.add(Thread.currentThread());
        try {
            end.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void beginMuch() {
        for (int i = 0; i < 500; i++) {
            threads.execute(this::work);
        }
    }

    @Test
    void are_few_however_much_there_is_to_do_at_once() {
        beginMuch();
        end.countDown();
        CompletableFuture.runAsync(() -> {}, threads).join(); // comes last

        assertThat(used).hasSizeBetween(1, 3);
    }

    @Test
    void give_up_in_time_what_takes_too_long_though_all_of_them_are_busy() {
        beginMuch();
        CompletableFuture<String> result = new CompletableFuture<>();

        threads.runUnlessDone(result, Duration.ofMillis(1), () -> result.complete("late"));

        assertThat(result.join()).isEqualTo("late");
    }

    @Test
    void do_at_once_when_they_are_closed_what_was_to_be_done_later() {
        threads.close();
        CompletableFuture<String> done = new CompletableFuture<>();

        threads.runAfter(Duration.ofHours(1), () -> done.complete("done"));

        assertThat(done).isCompletedWithValue("done");
    }
}
