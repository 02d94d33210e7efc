package org.facecheck.login;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.internal.config.FaceCheckConfig;
import org.jspecify.annotations.Nullable;

/**
 * Has the server looked at while the application starts, so that what an administrator has to set is told by the deployment, and
 * not by the first person who can't log in. An initializer rather than a fragment: a server runs it in applications with {@code
 * metadata-complete} descriptors, too (Servlet 6.0, §8.2.4).
 */
public final class FaceLoginInitializer implements ServletContainerInitializer {
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    /** For the container, which finds the name in the jar. */
    public FaceLoginInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
        context.addListener(new Check());
    }

    /** When all initializers have run, and Facecheck has read its configuration. */
    private static final class Check implements ServletContextListener {

        @Override
        public void contextInitialized(ServletContextEvent event) {
            ServletContext context = event.getServletContext();
            if (context.getAttribute(FaceCheckConfig.class.getName()) instanceof FaceCheckConfig config
                    && config.capture().login().isOfContainer()) {
                WildFlyDomain.of(context, ManagementFactory.getPlatformMBeanServer())
                        .ifPresent(Check::look);
            }
        }

        /** Without the domain nobody is logged in; without the handler, an application that asks no SecurityContext works. */
        private static void look(WildFlyDomain domain) {
            Optional<String> handler = SubjectHandler.problem();
            Optional<String> login = domain.problem();
            if (login.isPresent()) {
                stop(Stream.concat(login.stream(), handler.stream()).collect(Collectors.joining("\n")));
            }
            handler.ifPresent(why -> LOG.log(System.Logger.Level.WARNING, why));
        }

        /** Logged here, too: a server may bury an exception's message in its own stack traces. */
        private static void stop(String why) {
            LOG.log(System.Logger.Level.ERROR, why);
            throw new IllegalStateException(why);
        }
    }
}
