package org.facecheck.internal.page;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collection;
import java.util.Objects;

/**
 * The jar's own views. They lie below {@code WEB-INF}, where only a forward reaches them: as a Facelets page is sent out as
 * source where Faces is not active.
 */
enum JarView {
    JSP("/WEB-INF/facecheck/capture.jsp"),
    FACELETS("/WEB-INF/facecheck/capture.xhtml");

    private final String path;

    JarView(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Facelets where the Faces servlet takes {@code *.xhtml}, JSP everywhere else. */
    static JarView of(ServletContext context) {
        return context.getServletRegistrations().values().stream()
                        .filter(servlet -> Objects.equals(servlet.getClassName(), "jakarta.faces.webapp.FacesServlet"))
                        .map(ServletRegistration::getMappings)
                        .flatMap(Collection::stream)
                        .anyMatch("*.xhtml"::equals)
                ? FACELETS
                : JSP;
    }
}
