package org.facecheck.it.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An old front controller: goes wherever its parameters say. */
@WebServlet(
        urlPatterns = {"/open/dispatch", "/secure/public/dispatch"},
        asyncSupported = true)
public class DispatchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String to = request.getParameter("to");
        switch (request.getParameter("how")) {
            case "forward" -> request.getRequestDispatcher(to).forward(request, response);
            case "include" -> {
                response.getWriter().println("before");
                request.getRequestDispatcher(to).include(request, response);
                response.getWriter().println("after");
            }
            case "named-forward" -> getServletContext().getNamedDispatcher(to).forward(request, response);
            case "named-include" -> getServletContext().getNamedDispatcher(to).include(request, response);
            case "async" -> request.startAsync().dispatch(to);
            case "logout" -> request.logout();
            case "renew" -> request.changeSessionId();
            case "end" -> request.getSession().invalidate();
            default -> response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
