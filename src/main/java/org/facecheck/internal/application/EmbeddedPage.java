package org.facecheck.internal.application;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** Makes the model of the capture for a page of the application's own; the composition lays it into the servlet context. */
@FunctionalInterface
public interface EmbeddedPage {
    /** The request's model: the same as often as a page asks. */
    Map<?, ?> of(HttpServletRequest request);

    /** Puts it where expressions find it. */
    default void open(ServletContext context) {
        context.setAttribute(EmbeddedPage.class.getName(), this);
    }

    /** Empty where Facecheck does not run. */
    static Optional<EmbeddedPage> in(ServletContext context) {
        return context.getAttribute(EmbeddedPage.class.getName()) instanceof EmbeddedPage page
                ? Optional.of(page)
                : Optional.empty();
    }
}
