package org.facecheck.internal.upload;

import jakarta.servlet.AsyncContext;

/**
 * Hands a request that has waited without a thread back to a servlet.
 *
 * @param path the servlet's, below the context path
 */
public record AsyncRedispatch(AsyncContext async, String path) {
    /**
     * Does so in the container's own name: a worker thread that a container starts for it inherits the context class loader,
     * and would keep the application in memory long after it has been undeployed.
     *
     * @throws IllegalStateException where the request has ended meanwhile
     */
    public void run() {
        Thread thread = Thread.currentThread();
        ClassLoader application = thread.getContextClassLoader();
        thread.setContextClassLoader(async.getClass().getClassLoader());
        try {
            async.dispatch(path);
        } finally {
            thread.setContextClassLoader(application);
        }
    }
}
