package org.facecheck.internal.bootstrap;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.List;
import org.facecheck.internal.config.FaceCheckConfig.Position;
import org.facecheck.internal.faces.ViewGuard;

/**
 * What can be done only when all initializers and listeners have run, the application's and Faces' own: loaded at start-up,
 * mapped to nothing. A listener would be early, and may not ask for registrations.
 */
final class StartupCompletedServlet extends GenericServlet {
    private static final long serialVersionUID = 1L;

    private final Position position;

    StartupCompletedServlet(Position position) {
        this.position = position;
    }

    @Override
    public void init() {
        ServletContext context = getServletContext();
        ViewGuard.startIn(context);
        List<EarlierFilter> early = EarlierFilter.before(position, context);
        if (!early.isEmpty()) {
            System.getLogger("org.facecheck")
                    .log(
                            System.Logger.Level.WARNING,
                            "Filters that may run before Facecheck''s rules of {0}, so that what they answer by"
                                    + " themselves is not checked: {1}",
                            context.getContextPath().isEmpty() ? "/" : context.getContextPath(),
                            early);
        }
    }

    /** Nothing leads here. */
    @Override
    public void service(ServletRequest request, ServletResponse response) {
        throw new UnsupportedOperationException();
    }
}
