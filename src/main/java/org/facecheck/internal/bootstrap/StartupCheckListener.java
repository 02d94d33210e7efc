package org.facecheck.internal.bootstrap;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.facecheck.internal.deployment.DeploymentDescriptor;

/**
 * Stops a deployment in which nothing of Facecheck runs although its jar is there, so that everything would be open in
 * silence: an {@code <absolute-ordering>} without the jar's name keeps servers from running its initializer and its fragment
 * (Servlet 6.0, §8.2.2, §8.2.4). The listeners of tag libraries run all the same, on WildFly and on Payara, with JSP pages
 * in the application or without; so the jar's tag library names this one.
 *
 * <p>It can't do the initializer's work itself: a listener from a tag library is not allowed to register anything, nor to ask
 * for registrations (Servlet 6.0, §4.4), and both servers throw {@code UnsupportedOperationException}. A listener that {@code
 * web.xml} declares may; where that is {@code org.facecheck.web.FaceCheckListener}, this one leaves everything to it. Both
 * servers call the listeners of {@code web.xml} first, so that it has run by now; but an application must not rely on the order
 * of a tag library's listeners (Jakarta Pages 3.1, §7.1.9), and this one looks into {@code web.xml} instead.
 */
public final class StartupCheckListener implements ServletContextListener {
    private static final String REMEDY =
            "Facecheck's jar is in this application, but the server did not run it, so that"
                    + " nothing would be protected; the deployment is stopped. The cause is an <absolute-ordering> in web.xml that"
                    + " does not name it: write <name>facecheck</name> (or <others/>) into it, or declare the listener"
                    + " org.facecheck.web.FaceCheckListener in web.xml, see special-cases.md in the documents.";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        if (!ApplicationStartup.hasBegun(context)
                && !DeploymentDescriptor.webXmlOf(context).declaresFaceCheckListener()) {
            System.getLogger("org.facecheck").log(System.Logger.Level.ERROR, REMEDY);
            throw new IllegalStateException(REMEDY);
        }
    }
}
