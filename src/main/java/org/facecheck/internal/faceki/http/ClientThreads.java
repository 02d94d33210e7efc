package org.facecheck.internal.faceki.http;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one client: workers, which continue with what an answer brought, and timers, which give up what takes
 * too long, even while all workers are busy. Thread-safe.
 *
 * <p>There are a few of each and no more, so that a thousand answers at once are no thousand threads: those would take the
 * processors from the server's own, and with them from the application's other pages.
 *
 * <p>They are its own because the JDK's shared ones (the common pool, the timer behind {@code orTimeout}) outlive the web
 * application and would hold on to its class loader. All of them are daemons that carry the context class loader of the
 * thread that built this object, since the application's own code continues on them, and end with {@link #close}.
 */
public final class ClientThreads implements Executor, AutoCloseable {

    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor timer;

    /** @param number how many workers at most, and how many timers */
    public ClientThreads(int number) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        workers = new ThreadPoolExecutor(
                number,
                number,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                named("facecheck-http-", application));
        workers.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(number, named("facecheck-http-timer-", application));
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Two for each processor, since the application's own code may have to wait on them for a moment. */
    public static ClientThreads forThisMachine() {
        return new ClientThreads(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
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
    public void runUnlessDone(CompletionStage<?> result, Duration after, Runnable late) {
        Future<?> alarm = timer.schedule(late, after.toNanos(), TimeUnit.NANOSECONDS);
        result.whenComplete((value, failure) -> alarm.cancel(false));
    }

    /** Runs something short after this long, or at once when closed. */
    public void runAfter(Duration delay, Runnable work) {
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
