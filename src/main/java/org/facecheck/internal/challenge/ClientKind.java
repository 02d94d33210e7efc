package org.facecheck.internal.challenge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * What kind of client asks, by what browsers say of a request (Fetch Metadata), and by older signs where they say nothing,
 * as on plain HTTP. In doubt it is a script: nothing of a script's is remembered.
 */
enum ClientKind {
    /** Somebody goes to a page. */
    NAVIGATION,
    /** Somebody sends a form and goes to the page that answers. */
    FORM,
    /** A Faces page asks for a part of itself. */
    FACES_PARTIAL,
    /** A script, or a client that is no browser. */
    SCRIPT,
    /** A handshake that would leave HTTP. */
    WEBSOCKET;

    static ClientKind of(HttpServletRequest request) {
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                || "websocket".equals(request.getHeader("Sec-Fetch-Mode"))) {
            return WEBSOCKET;
        } else if (request.getHeader("Faces-Request") != null) {
            return FACES_PARTIAL;
        } else if (!isNavigation(request)) {
            return SCRIPT;
        }
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> NAVIGATION;
            case "POST" -> FORM;
            default -> SCRIPT;
        };
    }

    /** A web view in an app sends X-Requested-With with every navigation, so that the header counts only without a mode. */
    private static boolean isNavigation(HttpServletRequest request) {
        String purpose = request.getHeader("Sec-Purpose");
        if (purpose != null && purpose.startsWith("prefetch")) {
            return false;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null
                ? mode.equals("navigate")
                : request.getHeader("X-Requested-With") == null && accepts(request, "text/html");
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains(type);
    }
}
