package org.facecheck.internal.bootstrap;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;

/**
 * Stops a deployment in which nothing of Facecheck runs although its jar is there, and everything would be open in silence:
 * an {@code <absolute-ordering>} without the jar's name keeps servers from running its initializer and its fragment. The
 * listeners of tag libraries run all the same, on WildFly and on Payara, with JSP pages in the application or without; so
 * the jar has a tag library that holds nothing but this one.
 *
 * <p>Warns, besides, where there is a login and no word on how faces belong to it, and ends what was begun when the application
 * goes: a filter that no request has come to is never told on WildFly.
 */
public final class StartupCheckListener implements ServletContextListener {
    private static final String REMEDY =
            "Facecheck's jar is in this application, but the server did not run it, so that"
                    + " nothing would be protected; the deployment is stopped. The cause is an <absolute-ordering> in web.xml that"
                    + " does not name it: write <name>facecheck</name> (or <others/>) into it, or declare FaceCheckFilter in"
                    + " web.xml by hand, see the README.";

    private static final String UNBOUND =
            "This application has a login, but nothing binds a face to whoever is logged in:"
                    + " anybody with a good KYC record passes. Write facecheck.binding=the field of the KYC document that is the"
                    + " login name, give the application an IdentityBinding bean, or write facecheck.binding=first-use if it is"
                    + " meant to be so.";
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Object composition = context.getAttribute(CompositionRoot.class.getName());
        if (composition == null) {
            composition = declaredByHand(context);
        }
        if (composition instanceof CompositionRoot made
                && descriptor(context, DeploymentDescriptor::declaresLogin)
                && !made.hasBinding()) {
            LOG.log(System.Logger.Level.WARNING, UNBOUND);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (event.getServletContext().getAttribute(CompositionRoot.class.getName()) instanceof CompositionRoot made) {
            made.close();
        }
    }

    /** Made now, since WildFly makes filters when the first request comes, and a wrong configuration has to stop it here. */
    private static CompositionRoot declaredByHand(ServletContext context) {
        if (!descriptor(context, DeploymentDescriptor::declaresFaceCheckFilter)) {
            LOG.log(System.Logger.Level.ERROR, REMEDY);
            throw new IllegalStateException(REMEDY);
        }
        try {
            return CompositionRoot.of(context);
        } catch (ServletException wrong) {
            throw new IllegalStateException(wrong.getMessage(), wrong);
        }
    }

    /** Registrations can't be asked here: a tag library's listener is not allowed to, on either server. */
    private static boolean descriptor(ServletContext context, Predicate<DeploymentDescriptor> question) {
        try (InputStream descriptor = context.getResourceAsStream("/WEB-INF/web.xml")) {
            return descriptor != null && question.test(new DeploymentDescriptor(descriptor));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
