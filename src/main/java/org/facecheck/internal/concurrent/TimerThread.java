package org.facecheck.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for all tasks, there only while tasks are pending. The JDK's own timer ({@code CompletableFuture}) is not used:
 * its thread lasts as long as the JVM, and would keep the application's classes in memory that happens to use it first.
 */
public final class TimerThread implements Timer, AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;

    public TimerThread() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "facecheck-timer");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(10, TimeUnit.MILLISECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public Pending after(Duration delay, Runnable task) {
        try {
            ScheduledFuture<?> pending = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> pending.cancel(false);
        } catch (RejectedExecutionException closed) { // the application has ended: its requests end with it
            return () -> {};
        }
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    /** Forgets all tasks. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
