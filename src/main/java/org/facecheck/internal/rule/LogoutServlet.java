package org.facecheck.internal.rule;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.session.FaceCheckSession;

/**
 * Ends login and session, and goes to the application's front page. By POST alone: what a browser fetches ahead, and a picture in
 * another site's page, are GETs; and not for a form of another site, whose only harm would be the lost work.
 */
public final class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /**
     * The container's own login ends first: it may keep its part of the session under the session's id. Without one, a container may
     * throw, as Jetty does.
     */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        if (Initiator.of(request) == Initiator.OTHER_SITE) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (request.getUserPrincipal() != null) {
            request.logout();
        }
        FaceCheckSession.existing(request).ifPresent(FaceCheckSession::end);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/");
    }
}
