package org.facecheck.internal.faces;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.guard.RuleProbe;

/**
 * Which rules ask for a Faces view, under whatever address it is shown. A view has several: its own path, and one for each
 * mapping of the Faces servlet. A rule that matches any of them protects the view under all. The container is asked once for
 * each view, since its mappings stay as they are.
 */
final class ViewRules {
    private static final String FACES_SERVLET = "jakarta.faces.webapp.FacesServlet";
    /** Views are files of the application's, so there are no more than these; if there are, they are asked for each time. */
    private static final int MAX_KEPT = 4096;

    private final Map<String, Set<RuleName>> known = new ConcurrentHashMap<>();

    static boolean hasFaces(ServletContext context) {
        return context.getServletRegistrations().values().stream().anyMatch(ViewRules::isFaces);
    }

    Set<RuleName> of(String viewId, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Set<RuleName> rules = known.get(viewId);
        if (rules == null) {
            rules = RuleProbe.rulesOf(addresses(viewId, request.getServletContext()), request, response);
            if (known.size() < MAX_KEPT) {
                known.put(viewId, rules);
            }
        }
        return rules;
    }

    private static Set<String> addresses(String viewId, ServletContext context) {
        Set<String> addresses = new LinkedHashSet<>();
        addresses.add(viewId);
        context.getServletRegistrations().values().stream()
                .filter(ViewRules::isFaces)
                .map(ServletRegistration::getMappings)
                .flatMap(Collection::stream)
                .forEach(mapping -> addAddress(viewId, mapping, addresses));
        return addresses;
    }

    /** As the Faces servlet makes view ids of addresses (Jakarta Faces 4.0, §7.6.2), the other way round. */
    static void addAddress(String viewId, String mapping, Collection<String> addresses) {
        int dot = viewId.lastIndexOf('.');
        String stem = dot > viewId.lastIndexOf('/') ? viewId.substring(0, dot) : viewId;
        if (mapping.startsWith("*.")) {
            addresses.add(stem + mapping.substring(1));
        } else if (mapping.endsWith("/*")) {
            addresses.add(mapping.substring(0, mapping.length() - 2) + viewId);
        } else if (mapping.equals(stem)) {
            addresses.add(stem);
        }
    }

    private static boolean isFaces(ServletRegistration servlet) {
        return Objects.equals(servlet.getClassName(), FACES_SERVLET);
    }
}
