package org.facecheck.it.app.reader;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.KycIdentity;

/** A servlet reads the identity from the request, and asks a session bean, which reads it by CDI. */
@WebServlet("/secure/servlet")
public class WhoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient WhoBean bean;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .println("servlet="
                        + KycIdentity.of(request).flatMap(KycIdentity::fullName).orElse("nobody"));
        response.getWriter().println("ejb=" + bean.name());
    }
}
