package org.example.tapestry.pages.secure;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tapestry5.ioc.annotations.Inject;
import org.example.tapestry.pages.Start;

/** Ends the session. */
public class Logout {

    @Inject
    private HttpServletRequest request;

    Object onActivate() {
        request.getSession().invalidate();
        return Start.class;
    }
}
