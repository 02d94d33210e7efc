package org.facecheck.gate;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What the client asked for in the first place, as a path to come back to, whatever the request has been dispatched to
 * since.
 */
final class Target {
    private static final int MAX_LENGTH = 8_192;
    /** The attributes that keep path and query over a dispatch; the query of an error is known since Servlet 6.1 only. */
    private static final String[][] ORIGINALS = {
        {RequestDispatcher.FORWARD_REQUEST_URI, RequestDispatcher.FORWARD_QUERY_STRING},
        {RequestDispatcher.ERROR_REQUEST_URI, "jakarta.servlet.error.query_string"},
        {AsyncContext.ASYNC_REQUEST_URI, AsyncContext.ASYNC_QUERY_STRING}
    };

    private Target() {}

    /** Path and query; empty where they could lead out of the application, or are too long to keep. */
    static Optional<String> of(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        for (String[] original : ORIGINALS) {
            if (request.getAttribute(original[0]) instanceof String outer) {
                path = outer;
                query = request.getAttribute(original[1]) instanceof String text ? text : null;
                break;
            }
        }
        String target = query == null ? path : path + '?' + query;
        return path.startsWith(request.getContextPath() + "/")
                        && !TargetGuard.isSuspicious(path)
                        && target.length() <= MAX_LENGTH
                        && target.chars().allMatch(c -> c > ' ' && c != 0x7f)
                ? Optional.of(target)
                : Optional.empty();
    }
}
