package org.facecheck.login;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.management.ManagementFactory;
import java.util.Set;
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
                        .flatMap(WildFlyDomain::problem)
                        .ifPresent(Check::stop);
            }
        }

        /** Logged here, too: a server may bury an exception's message in its own stack traces. */
        private static void stop(String why) {
            LOG.log(System.Logger.Level.ERROR, why);
            throw new IllegalStateException(why);
        }
    }
}
