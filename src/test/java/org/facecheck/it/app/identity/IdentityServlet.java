package org.facecheck.it.app.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.facecheck.KycIdentity;

/** Says what beans know of the identity. */
@WebServlet("/open/readers")
public class IdentityServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Far more than there are classes in a server: the first count itself holds a name for each. */
    private static final int OFTEN = 100_000;

    @Inject
    private transient Asking asking;

    @Inject
    private transient OfRequest ofRequest;

    @Inject
    private transient Observing observing;

    @Inject
    private transient Event<String> questions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        if (query.equals("left")) {
            response.getWriter().println("left=" + LiveObjects.count().of(KycIdentity.class));
        } else if (query.equals("often")) {
            LiveObjects before = LiveObjects.count();
            for (int i = 0; i < OFTEN; i++) {
                asking.names();
            }
            response.getWriter().println("grown=" + LiveObjects.count().grownBy(OFTEN / 2, before));
        } else if (query.equals("end")) {
            request.getSession().invalidate();
        } else {
            questions.fire("observed=");
            response.getWriter().println("asked=" + asking.names());
            response.getWriter().println("injected=" + ofRequest.name());
            response.getWriter().println(observing.last());
        }
    }
}
