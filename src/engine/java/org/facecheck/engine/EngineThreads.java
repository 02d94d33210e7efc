package org.facecheck.engine;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that compute, as many as the machine has cores: more would only share them. They end when there is nothing to do
 * for a minute. A check that finds the queue full is refused, since it would be late when its turn came. Thread-safe.
 */
final class EngineThreads implements Executor, AutoCloseable {
    private static final int WAITING_FOR_EACH = 8;

    private final ThreadPoolExecutor pool;

    /** How many checks may be at it or wait, on this machine. */
    static int places() {
        return Runtime.getRuntime().availableProcessors() * (1 + WAITING_FOR_EACH);
    }

    EngineThreads() {
        this(Runtime.getRuntime().availableProcessors());
    }

    EngineThreads(int threads) {
        AtomicInteger number = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(threads * WAITING_FOR_EACH), task -> {
                    Thread thread = new Thread(task, "facecheck-engine-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
