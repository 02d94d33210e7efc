package org.facecheck.internal.guard;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Where a client wanted to go: the path and the query that it sent, as an address to come back to. Checked when it is made,
 * so that it can stand in a {@code Location} header as it is: it names no other host, it can be read in one way only (Jakarta
 * Servlet 6.0, §3.5.2), and every character of it may stand in a header (RFC 9110, §5.5).
 *
 * @param text path and query, beginning with a slash; as sent, so that encoded characters stay encoded
 */
public record RequestTarget(String text) {
    private static final int MAX_LENGTH = 8_192;

    /** The attributes that keep path and query over a dispatch; the query of an error is known since Servlet 6.1 only. */
    private static final String[][] ORIGINALS = {
        {RequestDispatcher.FORWARD_REQUEST_URI, RequestDispatcher.FORWARD_QUERY_STRING},
        {RequestDispatcher.ERROR_REQUEST_URI, "jakarta.servlet.error.query_string"},
        {AsyncContext.ASYNC_REQUEST_URI, AsyncContext.ASYNC_QUERY_STRING}
    };

    /** Refuses what {@link #parse} finds unusable; the message does not repeat it, since a query may hold anything. */
    public RequestTarget {
        if (!isUsable(text)) {
            throw new IllegalArgumentException("not a request target to come back to");
        }
    }

    /** A target that was kept as text, in a session perhaps; empty where it could not be one. */
    public static Optional<RequestTarget> parse(String text) {
        return isUsable(text) ? Optional.of(new RequestTarget(text)) : Optional.empty();
    }

    /**
     * What the client asked for in the first place, whatever the request has been dispatched to since; empty where that could
     * lead out of the application, or is too long to keep.
     */
    public static Optional<RequestTarget> of(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        for (String[] original : ORIGINALS) {
            if (request.getAttribute(original[0]) instanceof String outer) {
                path = outer;
                query = request.getAttribute(original[1]) instanceof String text ? text : null;
                break;
            }
        }
        return at(query == null ? path : path + '?' + query, request);
    }

    /** An address that the application names, path and query; empty where it leads out of the application. */
    public static Optional<RequestTarget> at(String address, HttpServletRequest request) {
        return address.startsWith(request.getContextPath() + "/") ? parse(address) : Optional.empty();
    }

    /** The path alone, as sent: a query may hold anything. */
    public String path() {
        return pathOf(text);
    }

    private static String pathOf(String text) {
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    private static boolean isUsable(String text) {
        String path = pathOf(text);
        return path.startsWith("/")
                && !TargetGuard.isSuspicious(path)
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(RequestTarget::isPlain);
    }

    /**
     * Whether it is neither space nor control, of ASCII or of Latin 1. A header takes one octet a character: of a larger
     * character, some servers send the lower octet alone, which may be a line feed.
     */
    private static boolean isPlain(int c) {
        return c > ' ' && c <= 0xff && (c < 0x7f || c > 0x9f);
    }

    /** Without the text: a query may hold personal data. */
    @Override
    public String toString() {
        return "RequestTarget";
    }
}
