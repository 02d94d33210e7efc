package org.facecheck.faceki;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one client: workers, which carry on with whatever an answer brought, and one timer, which does
 * nothing that takes time. Thread-safe.
 *
 * <p>They are its own because the JDK's shared ones (the common pool, the timer behind {@code orTimeout}) outlive the web
 * application and would hold on to its class loader. All of them are daemons that carry the context class loader of the
 * thread that built this object, since the application's own code continues on them, and end with {@link #close}.
 */
final class CallThreads implements Executor, AutoCloseable {

    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor timer;

    CallThreads() {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        workers = Executors.newCachedThreadPool(named("facecheck-http-", application));
        timer = new ScheduledThreadPoolExecutor(1, named("facecheck-http-timer-", application));
        timer.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory named(String prefix, ClassLoader application) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(application);
            return thread;
        };
    }

    @Override
    public void execute(Runnable work) {
        workers.execute(work);
    }

    /** Runs something after this long, unless the result is there before. */
    void unlessDone(CompletionStage<?> result, Duration after, Runnable late) {
        Future<?> alarm = timer.schedule(() -> workers.execute(late), after.toNanos(), TimeUnit.NANOSECONDS);
        result.whenComplete((value, failure) -> alarm.cancel(false));
    }

    /** Runs something short after this long, or at once when closed. */
    void after(Duration delay, Runnable work) {
        try {
            Future<?> unused = timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            work.run();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
