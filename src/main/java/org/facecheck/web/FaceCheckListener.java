package org.facecheck.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import org.facecheck.internal.bootstrap.ApplicationStartup;
import org.jspecify.annotations.Nullable;

/**
 * Starts Facecheck in an application whose {@code web.xml} keeps servers from running the jar's initializer, which is what an
 * {@code <absolute-ordering>} without the jar's name does (Servlet 6.0, §8.2.4):
 *
 * <pre>{@code
 * <listener>
 *   <listener-class>org.facecheck.web.FaceCheckListener</listener-class>
 * </listener>
 * }</pre>
 *
 * <p>It does all that the initializer does, which a listener may that is declared in {@code web.xml} (Servlet 6.0, §4.4): it
 * reads the configuration, registers filters, servlets and listeners, and stops the deployment where something is wrong. The
 * rules and everything else are configured as ever, by keys. Where the initializer has run as well, it does nothing.
 *
 * <p>Its filters are before all that descriptors and annotations declare. A filter that another listener has put there in
 * code before is not one of those; the log names it as one that may run earlier.
 *
 * <p>It works from {@code web.xml} alone: a listener from a tag library, or one that was added in code, may not register
 * anything, and a {@code web-fragment.xml} is left out by the same ordering as the jar.
 *
 * <p>For the server's start-up thread alone, as any {@code ServletContextListener}; the server gives it its events, never {@code null}, and
 * keeps it until the application ends.
 */
public final class FaceCheckListener implements ServletContextListener {
    /** Not there where the initializer has started everything. */
    private @Nullable ApplicationStartup startup;

    /** For the server, which makes listeners by their names. */
    public FaceCheckListener() {}

    /**
     * Starts Facecheck unless it has been started.
     *
     * @throws IllegalStateException where the configuration is wrong, or the server does not take a filter: the message says
     *     everything that has to be mended
     */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            startup = ApplicationStartup.begin(event.getServletContext()).orElse(null);
        } catch (ServletException wrong) {
            throw new IllegalStateException(wrong.getMessage(), wrong);
        }
        if (startup != null) {
            startup.contextInitialized(event);
        }
    }

    /** Ends checks that are under way, and all threads, if it was this listener that started Facecheck. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (startup != null) {
            startup.contextDestroyed(event);
        }
    }
}
