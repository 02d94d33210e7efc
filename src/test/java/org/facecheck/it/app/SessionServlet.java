package org.facecheck.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;

/** An application that does as it likes with its sessions. */
@WebServlet(urlPatterns = "/open/session")
public class SessionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(request.getParameter("begin") != null);
        if (session != null && request.getParameter("plant") != null) {
            String own = "//" + getServletContext().getVirtualServerName()
                    + getServletContext().getContextPath();
            List.of("org.facecheck.pass", "org.facecheck.verification" + own, "org.facecheck.attempts" + own)
                    .forEach(name -> session.setAttribute(name, request.getParameter("plant")));
        }
        if (session != null && request.getParameter("end") != null) {
            session.invalidate();
            return;
        }
        if (session != null && request.getParameter("forget") != null) {
            session.removeAttribute("org.facecheck.pass");
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(session == null ? "none" : "idle=" + session.getMaxInactiveInterval());
    }
}
