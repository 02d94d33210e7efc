package org.facecheck.internal.concurrent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step under another context class loader than the current thread's.
 *
 * <p>A new thread inherits the context class loader of the thread that starts it (java.lang.Thread, getContextClassLoader).
 * Where a server or the JDK starts a long-lived thread inside a call of ours, that thread would keep the application's classes
 * in memory long after the application has been undeployed. Such calls are made under a loader that outlives the application.
 */
public final class ContextClassLoader {
    private ContextClassLoader() {}

    /**
     * Calls the step, and gives the thread its own loader back whatever comes of it.
     *
     * @param loader for the time of the step; {@code null} stands for the bootstrap loader, as in {@link Thread}
     * @param step must not be asynchronous: the loader is exchanged for the current thread only
     */
    public static <T extends @Nullable Object> T callWith(@Nullable ClassLoader loader, Supplier<T> step) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return step.get();
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    /** As {@link #callWith}, for a step without a result. */
    public static void runWith(@Nullable ClassLoader loader, Runnable step) {
        callWith(loader, () -> {
            step.run();
            return true;
        });
    }
}
