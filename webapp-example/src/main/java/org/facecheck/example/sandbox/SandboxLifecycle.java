package org.facecheck.example.sandbox;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.facecheck.testkit.sandbox.Sandbox;

/** Opens the sandbox with the application, and leaves no thread behind. */
@WebListener
public final class SandboxLifecycle implements ServletContextListener {
    private static final String ATTRIBUTE = Sandbox.class.getName();

    /** The application's sandbox, which plays the service. */
    static Sandbox sandboxOf(ServletContext context) {
        return (Sandbox) context.getAttribute(ATTRIBUTE);
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sandbox-timer");
            thread.setDaemon(true);
            return thread;
        });
        event.getServletContext().setAttribute(ATTRIBUTE, Sandbox.open(Clock.systemUTC(), timer));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Sandbox opened = sandboxOf(event.getServletContext());
        if (opened != null) { // unless opening it failed
            opened.close();
        }
    }
}
