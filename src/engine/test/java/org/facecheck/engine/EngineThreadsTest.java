package org.facecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EngineThreadsTest {

    @Test
    void a_few_tasks_wait_and_more_are_refused() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (EngineThreads threads = new EngineThreads(1)) {
            threads.execute(() -> {
                running.countDown();
                try {
                    end.await();
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
            });
            running.await();
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> {});
            }

            assertThatThrownBy(() -> threads.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);

            end.countDown();
        }
    }

    @Test
    void the_threads_are_daemons_that_name_what_they_are_for() throws InterruptedException {
        AtomicBoolean right = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(1);
        try (EngineThreads threads = new EngineThreads(1)) {
            threads.execute(() -> {
                Thread current = Thread.currentThread();
                right.set(current.isDaemon() && current.getName().startsWith("facecheck-engine-"));
                done.countDown();
            });
            done.await();
        }

        assertThat(right).isTrue();
    }
}
