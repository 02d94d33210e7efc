package org.facecheck.internal.faces;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RuleProbe;

/**
 * Which rules ask for a Faces view, under whatever address it is shown. A view has several: its own path, and one for each
 * mapping of the Faces servlet. A rule that matches any of them protects the view under all. The container is asked once for
 * each view, since its mappings stay as they are.
 */
final class ViewRules {
    /** Views are files of the application's, so there are no more than these; if there are, they are asked for each time. */
    private static final int MAX_KEPT = 4096;

    private final Map<String, Set<Rule>> known = new ConcurrentHashMap<>();

    /** The rules that protect this view; asks the container where it has not been asked before. */
    Set<Rule> of(String viewId, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Set<Rule> rules = known.get(viewId);
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
        FacesServlets.mappings(context).forEach(mapping -> addAddress(viewId, mapping, addresses));
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
}
