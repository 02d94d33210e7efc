package org.facecheck.it.app.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import org.facecheck.KycIdentity;

/** Wrong: there is one servlet. */
@WebServlet("/open/wrong")
public class WrongServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient KycIdentity identity;

    public String name() {
        return Names.of(identity);
    }
}
