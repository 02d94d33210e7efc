package org.facecheck.it.app;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** Creates, shows and drops the register. */
@WebServlet("/open/register")
public class RegisterServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Register register;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String action = request.getParameter("do");
        response.setContentType("text/plain;charset=UTF-8");
        try {
            if ("create".equals(action)) {
                register.drop();
                register.create();
            } else if ("drop".equals(action)) {
                register.drop();
            } else {
                response.getWriter().println(String.join("\n", register.entries()));
            }
        } catch (SQLException failed) {
            throw new ServletException(failed);
        }
    }
}
