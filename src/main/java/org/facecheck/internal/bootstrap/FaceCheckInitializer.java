package org.facecheck.internal.bootstrap;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts Facecheck when the application starts, before its own filters are there. An initializer rather than a fragment or
 * annotations, since a server runs it in applications with {@code metadata-complete} descriptors, too (Servlet 6.0, §8.2.4).
 */
public final class FaceCheckInitializer implements ServletContainerInitializer {

    /** Stops the deployment where the configuration is wrong. */
    @Override
    public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) throws ServletException {
        ServletContainerInitializer ofApplication = inLoaderOf(context);
        if (ofApplication.getClass() == FaceCheckInitializer.class) {
            ApplicationStartup.begin(context).ifPresent(context::addListener); // which takes the second step
        } else {
            ofApplication.onStartup(none, context);
        }
    }

    /**
     * Payara loads the initializers of an application with an absolute ordering by a class loader of their own; what it
     * registered from there would put passes into the session that the application's {@code KycIdentity} can't read.
     */
    private static ServletContainerInitializer inLoaderOf(ServletContext context) throws ServletException {
        try {
            return Class.forName(FaceCheckInitializer.class.getName(), true, context.getClassLoader())
                    .asSubclass(ServletContainerInitializer.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new ServletException(
                    "the application's class loader lacks Facecheck's jar; put it into WEB-INF/lib", missing);
        }
    }
}
