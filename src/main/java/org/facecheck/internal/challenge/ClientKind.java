package org.facecheck.internal.challenge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.facecheck.internal.caller.Initiator;

/**
 * What kind of client asks, by what browsers say of a request (W3C Fetch Metadata Request Headers), and by older signs where
 * they say nothing, as they do to an origin that is not trustworthy, such as one on plain HTTP. In doubt it is a script:
 * nothing of a script's is remembered.
 *
 * <p>A client may claim to be of any kind. It gains nothing by that: the kind decides how a refusal is written.
 */
enum ClientKind {
    /** A browser goes to a page. */
    NAVIGATION,
    /** A browser sends a form and goes to the page that answers. */
    FORM,
    /** A Faces page asks for a part of itself, and says so in a header (Jakarta Faces 4.0, §13). */
    FACES_PARTIAL,
    /** A script, or a client that is no browser. */
    SCRIPT,
    /** A handshake that would leave HTTP (RFC 6455, §4.1); its client shows no page. */
    WEBSOCKET;

    /** The handshake comes first: browsers send it without {@code Sec-Fetch-Mode} to an untrustworthy origin, too. */
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

    /**
     * Whether a page is to be shown. A prefetch is none, though its mode says so: what it remembered would be in the way of
     * the next page. A web view in an app sends X-Requested-With with every navigation, so that the header
     * counts only without a mode.
     */
    private static boolean isNavigation(HttpServletRequest request) {
        if (Initiator.isPrefetch(request)) {
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
