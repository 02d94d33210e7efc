package org.facecheck.internal.bootstrap;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletSecurityElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One servlet of the {@link RegistrationPlan}.
 *
 * @param name the servlet's name in the server
 * @param key of the path that it is mapped to, for messages
 * @param servlet the instance
 * @param patterns URL patterns; a servlet without any is reached by no request
 * @param atStartup whether the server initializes it when the application starts
 * @param constraint the servlet's own, in the place of one on more than its patterns (Servlet 6.0, §13.4); {@code null} for none
 */
record PlannedServlet(
        String name,
        String key,
        Servlet servlet,
        List<String> patterns,
        boolean atStartup,
        @Nullable ServletSecurityElement constraint) {

    void addTo(ServletContext context) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        if (registration == null) {
            throw new IllegalStateException("a servlet named " + name + " is there already; give it another name");
        }
        registration.setAsyncSupported(true);
        if (atStartup) {
            registration.setLoadOnStartup(1);
        }
        if (!patterns.isEmpty()
                && !registration.addMapping(patterns.toArray(String[]::new)).isEmpty()) {
            throw new IllegalStateException(key + " is " + patterns.get(0)
                    + ", which the application has given to another servlet; write a path that is free");
        }
        if (constraint != null && !registration.setServletSecurity(constraint).isEmpty()) {
            throw new IllegalStateException("a security-constraint of web.xml names " + patterns
                    + ", which people need to log in; take it out, or write another " + key);
        }
    }
}
