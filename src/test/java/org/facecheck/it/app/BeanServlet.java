package org.facecheck.it.app;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.KycIdentity;

/** Has the identity injected. */
@WebServlet("/open/bean")
public class BeanServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Instance<KycIdentity> identity;

    @Inject
    private transient Observer observer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        KycIdentity verified = identity.get();
        response.getWriter()
                .println("injected="
                        + (verified == null ? "nobody" : verified.fullName().orElse("nameless")));
        response.getWriter().println("events=" + observer.outcomes());
    }
}
