package org.facecheck.internal.bootstrap;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.List;
import org.facecheck.internal.config.FaceCheckConfig.Position;
import org.facecheck.internal.faces.ViewGuard;

/**
 * What can be done only when all initializers and listeners have run, the application's and Faces' own. No listener comes
 * late enough, and one that an initializer adds may not ask for registrations; so it is a servlet that is loaded at start-up
 * and mapped to no path.
 *
 * <p>It must not be relied on to stop a deployment: a server may start an application all the same when such a servlet fails
 * (Servlet 6.0, §2.3.2.1).
 */
final class StartupCompletedServlet extends GenericServlet {
    private static final long serialVersionUID = 1L;

    private final transient ViewGuard viewGuard;
    private final transient Position position;
    private final transient DeploymentDescriptor webXml;

    StartupCompletedServlet(ViewGuard viewGuard, Position position, DeploymentDescriptor webXml) {
        this.viewGuard = viewGuard;
        this.position = position;
        this.webXml = webXml;
    }

    @Override
    public void init() {
        ServletContext context = getServletContext();
        viewGuard.start(context);
        List<EarlierFilter> earlier = EarlierFilter.before(position, context, webXml);
        if (!earlier.isEmpty()) {
            System.getLogger("org.facecheck")
                    .log(
                            System.Logger.Level.WARNING,
                            "Filters that may run before Facecheck''s rules of {0}, so that what they answer by"
                                    + " themselves is not checked: {1}",
                            context.getContextPath().isEmpty() ? "/" : context.getContextPath(),
                            earlier);
        }
    }

    /** No mapping leads here, and no application knows the name. */
    @Override
    public void service(ServletRequest request, ServletResponse response) {
        throw new UnsupportedOperationException();
    }
}
