package org.facecheck.it.app;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** Says by which classes a server shows who is logged in. */
@WebServlet("/open/who")
public class WhoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Principal principal = request.getUserPrincipal();
        response.getWriter()
                .println("principal="
                        + (principal == null ? "none" : principal.getClass().getName()));
        SecurityContext security = CDI.current().select(SecurityContext.class).get();
        for (Principal one : security.getPrincipalsByType(Principal.class)) {
            response.getWriter().println("by type=" + one.getClass().getName() + " " + one.getName());
        }
    }
}
