package org.example.tapestry.pages.secure;

import java.util.Objects;
import org.apache.tapestry5.http.services.Request;
import org.apache.tapestry5.ioc.annotations.Inject;

/** Shows what a form or a link has sent. */
public class Page {

    @Inject
    private Request request;

    public String getName() {
        return "name=[" + Objects.toString(request.getParameter("name"), "") + "]";
    }
}
