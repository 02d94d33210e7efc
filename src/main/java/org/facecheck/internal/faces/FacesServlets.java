package org.facecheck.internal.faces;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Objects;
import java.util.stream.Stream;
import org.facecheck.internal.guard.Mappings;

/**
 * The servlets of an application that are Faces. There is one where a descriptor declares it, and where the implementation's
 * initializer finds Faces in use and adds it (Jakarta Faces 4.0, §11.1). Asked by name, so that nothing of Faces has to be
 * there; a servlet that a file path stands for, a JSP page, has no class name.
 */
final class FacesServlets {
    private static final String CLASS = "jakarta.faces.webapp.FacesServlet";

    private FacesServlets() {}

    /** Whether the application has Faces. */
    static boolean isThere(ServletContext context) {
        return servlets(context).findAny().isPresent();
    }

    /** All URL patterns of theirs. */
    static Stream<String> mappings(ServletContext context) {
        return servlets(context).flatMap(servlet -> Mappings.of(servlet.getMappings()).stream());
    }

    private static Stream<? extends ServletRegistration> servlets(ServletContext context) {
        return context.getServletRegistrations().values().stream()
                .filter(servlet -> Objects.equals(servlet.getClassName(), CLASS));
    }
}
