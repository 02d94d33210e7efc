package org.facecheck.gate;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the client asked for in the first place, as a path to come back to, whatever the request has been dispatched to
 * since.
 */
final class Target {
    private static final int MAX_LENGTH = 8_192;
    private static final String[] PATHS = {
        RequestDispatcher.FORWARD_REQUEST_URI, RequestDispatcher.ERROR_REQUEST_URI, AsyncContext.ASYNC_REQUEST_URI
    };
    private static final String[] QUERIES = {RequestDispatcher.FORWARD_QUERY_STRING, AsyncContext.ASYNC_QUERY_STRING};

    private Target() {}

    /** Path and query; empty where they could lead out of the application, or are too long to keep. */
    static Optional<String> of(HttpServletRequest request) {
        String path = original(request, PATHS);
        String query = path == null ? request.getQueryString() : original(request, QUERIES);
        path = path == null ? request.getRequestURI() : path;
        String target = query == null ? path : path + '?' + query;
        return path.startsWith(request.getContextPath() + "/")
                        && !TargetGuard.isSuspicious(path)
                        && target.length() <= MAX_LENGTH
                        && target.chars().allMatch(c -> c > ' ' && c != 0x7f)
                ? Optional.of(target)
                : Optional.empty();
    }

    private static @Nullable String original(HttpServletRequest request, String... attributes) {
        for (String name : attributes) {
            if (request.getAttribute(name) instanceof String value) {
                return value;
            }
        }
        return null;
    }
}
