package org.facecheck.engine.service;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.nio.file.Path;
import org.facecheck.engine.service.settings.ServiceSettings;
import org.jspecify.annotations.Nullable;

/**
 * Starts the service with the application, and stops the deployment where something is missing. Where the settings are, is said by
 * the system property {@code org.facecheck.engine.settings}, or the environment's {@code ORG_FACECHECK_ENGINE_SETTINGS}.
 */
public final class EngineListener implements ServletContextListener {
    static final String SERVICE = EngineService.class.getName();
    static final String PROPERTY = "org.facecheck.engine.settings";
    private static final String VARIABLE = "ORG_FACECHECK_ENGINE_SETTINGS";

    private @Nullable EngineService service;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        // Not in the archive: it is the same for everybody, and the settings are not.
        String file = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (file == null) {
            throw stop(
                    "say where engine.properties is, by the system property " + PROPERTY + " or by " + VARIABLE, null);
        }
        try {
            service = EngineService.open(ServiceSettings.read(Path.of(file)));
            event.getServletContext().setAttribute(SERVICE, service);
        } catch (IOException | RuntimeException wrong) {
            throw stop(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** Logged here, too: a server may bury an exception's message in its own stack traces. */
    private static IllegalStateException stop(String why, @Nullable Exception cause) {
        System.getLogger("org.facecheck.engine").log(System.Logger.Level.ERROR, "the engine does not start: " + why);
        return new IllegalStateException(why, cause);
    }

    /** Also after a start that failed half-way: then there is nothing to close. */
    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (service != null) {
            service.close();
        }
    }
}
