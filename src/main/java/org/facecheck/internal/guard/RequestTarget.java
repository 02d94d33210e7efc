package org.facecheck.internal.guard;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What the client asked for in the first place, as a path to come back to, whatever the request has been dispatched to
 * since.
 */
public final class RequestTarget {
    private static final int MAX_LENGTH = 8_192;
    /** The attributes that keep path and query over a dispatch; the query of an error is known since Servlet 6.1 only. */
    private static final String[][] ORIGINALS = {
        {RequestDispatcher.FORWARD_REQUEST_URI, RequestDispatcher.FORWARD_QUERY_STRING},
        {RequestDispatcher.ERROR_REQUEST_URI, "jakarta.servlet.error.query_string"},
        {AsyncContext.ASYNC_REQUEST_URI, AsyncContext.ASYNC_QUERY_STRING}
    };

    private RequestTarget() {}

    /** Path and query; empty where they could lead out of the application, or are too long to keep. */
    public static Optional<String> of(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        for (String[] original : ORIGINALS) {
            if (request.getAttribute(original[0]) instanceof String outer) {
                path = outer;
                query = request.getAttribute(original[1]) instanceof String text ? text : null;
                break;
            }
        }
        return checked(path, query == null ? path : path + '?' + query, request);
    }

    /** An address that the application names, under the same conditions. */
    public static Optional<String> at(String address, HttpServletRequest request) {
        return checked(address.split("\\?", 2)[0], address, request);
    }

    /** A header takes one octet a character: of a larger one, some servers send the lower octet alone, a line feed perhaps. */
    private static Optional<String> checked(String path, String target, HttpServletRequest request) {
        return path.startsWith(request.getContextPath() + "/")
                        && !TargetGuard.isSuspicious(path)
                        && target.length() <= MAX_LENGTH
                        && target.chars().allMatch(RequestTarget::isPlain)
                ? Optional.of(target)
                : Optional.empty();
    }

    /** Whether it is neither space nor control, of ASCII or of Latin 1. */
    private static boolean isPlain(int c) {
        return c > ' ' && c <= 0xff && (c < 0x7f || c > 0x9f);
    }
}
