package org.facecheck.example.sandbox;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Opens the sandbox with the application, and leaves no thread behind. */
@WebListener
public final class SandboxLifecycle implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sandbox-timer");
            thread.setDaemon(true);
            return thread;
        });
        Sandbox.open(Clock.systemUTC(), timer).putInto(event.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Sandbox opened = Sandbox.in(event.getServletContext());
        if (opened != null) { // unless opening it failed
            opened.close();
        }
    }
}
