package org.facecheck.internal.bootstrap;

import java.util.Set;
import javax.servlet.ServletContainerInitializer;
import javax.servlet.ServletContext;
import javax.servlet.ServletException;
import org.jspecify.annotations.Nullable;

/**
 * Stops the deployment on a server of the other kind, which looks for this interface, and has none of those that the rest of
 * the jar implements. In the jar for {@code javax}, both names are the other way round: {@code src/javax/rename.xml} does that.
 *
 * <p>Only a server for which the jar is the wrong one makes an instance. The constructor logs the message, since such a server
 * may stop at a class that it can't link before it calls {@link #onStartup}.
 */
public final class WrongServerInitializer implements ServletContainerInitializer {
    private static final String OF_JAR = "jakarta.servlet";
    private static final String OF_SERVER = "javax.servlet";
    private final String message;

    /** For the server. */
    public WrongServerInitializer() {
        String version = WrongServerInitializer.class.getPackage().getImplementationVersion();
        message = "Facecheck can't start: this is its jar for servers with " + OF_JAR + ", and this server has "
                + OF_SERVER
                + ". In its place, take facecheck-" + (version == null ? "<version>" : version)
                + (OF_SERVER.startsWith("javax") ? "-javax.jar" : ".jar");
        System.getLogger("org.facecheck").log(System.Logger.Level.ERROR, message);
    }

    @Override
    public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) throws ServletException {
        throw new ServletException(message);
    }
}
