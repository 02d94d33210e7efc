package org.facecheck.internal.bootstrap;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.List;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.FaceCheckConfig.Position;
import org.facecheck.internal.deployment.DeploymentDescriptor;
import org.facecheck.internal.deployment.EarlierFilter;
import org.facecheck.internal.faces.ViewGuard;
import org.facecheck.internal.session.SessionLimits;

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

    private static final System.Logger LOG = System.getLogger("org.facecheck");

    private final transient ViewGuard viewGuard;
    private final transient FaceCheckConfig config;
    private final transient DeploymentDescriptor webXml;

    StartupCompletedServlet(ViewGuard viewGuard, FaceCheckConfig config, DeploymentDescriptor webXml) {
        this.viewGuard = viewGuard;
        this.config = config;
        this.webXml = webXml;
    }

    @Override
    public void init() {
        ServletContext context = getServletContext();
        viewGuard.start(context);
        List<EarlierFilter> earlier = EarlierFilter.before(config.position(), context, webXml);
        String application = ApplicationName.of(context).text();
        if (!earlier.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Filters that may run before Facecheck''s rules of {0}, so that what they answer by"
                            + " themselves is not checked: {1}",
                    application,
                    earlier.toString());
        }
        if (config.position() == Position.LAST) {
            logBeforePage(application, earlier);
        }
    }

    /** The page is answered by a servlet then, behind all that the application maps to it. */
    private void logBeforePage(String application, List<EarlierFilter> earlier) {
        String page = config.capture().path();
        List<EarlierFilter> before =
                earlier.stream().filter(filter -> filter.isMappedTo(page)).toList();
        if (before.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No filter of {0} is mapped to Facecheck''s capture page {1}, although facecheck.position is last. Map"
                            + " the one that logs people in to {1} and {1}/*, too, or a pass belongs to no user.",
                    application,
                    page);
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Filters of {0} that run before Facecheck''s capture page {1}, since facecheck.position is last: {2}."
                            + " None of them may answer by itself there, or read the body. Each needs"
                            + " <async-supported>true</async-supported>, or each check holds a thread. One that tells by the"
                            + " thread who is logged in, as that of Spring Security does, has to be mapped to"
                            + " <dispatcher>ASYNC</dispatcher> beside REQUEST, or each check ends as SESSION_CHANGED.",
                    application,
                    page,
                    before.toString());
        }
    }

    /**
     * Servers destroy servlets before they end an application's sessions, and call listeners after that. Its sessions may end with it,
     * and may come back with it: nobody has logged out by that, and whoever would be told is going.
     */
    @Override
    public void destroy() {
        getServletContext().removeAttribute(SessionLimits.class.getName());
    }

    /** No mapping leads here, and no application knows the name. */
    @Override
    public void service(ServletRequest request, ServletResponse response) {
        throw new UnsupportedOperationException();
    }
}
