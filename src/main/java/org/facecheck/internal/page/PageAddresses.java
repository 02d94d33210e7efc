package org.facecheck.internal.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Addresses within the application as they stand on one page: relative to the address that the browser asked for. A proxy may
 * publish the application below another path than its context path, which the application does not learn; an address that
 * begins with the context path would then lead outside of it, a relative one does not.
 *
 * @param contextPath as in the request's URI
 * @param up {@code ../} as often as the page lies below the context path's directory
 */
record PageAddresses(String contextPath, String up) {
    private static final String SAME_DIRECTORY = "./";

    /**
     * For the page that this request asked for. After a dispatch the request tells the address of what it was dispatched to,
     * and by an attribute the one that the browser knows (Servlet 6.0 section 9.4.2 for forwards, 9.7.2 for asynchronous
     * dispatches, 10.9.1 for error pages). A forward comes first: it keeps the very first address.
     */
    static PageAddresses on(HttpServletRequest request) {
        String asked = Stream.of(
                        RequestDispatcher.FORWARD_REQUEST_URI,
                        AsyncContext.ASYNC_REQUEST_URI,
                        RequestDispatcher.ERROR_REQUEST_URI)
                .map(request::getAttribute)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElseGet(request::getRequestURI);
        String contextPath = request.getContextPath();
        // By the number of slashes, as a browser counts them: the context path may be spelt in another way in the URI.
        int directories = slashes(asked) - slashes(contextPath) - 1;
        return directories < 0
                ? new PageAddresses(contextPath, contextPath.substring(contextPath.lastIndexOf('/') + 1) + '/')
                : new PageAddresses(contextPath, "../".repeat(directories));
    }

    /** The address of a path below the context path. */
    String of(String path) {
        String below = path.startsWith("/") ? path.substring(1) : path;
        return up.isEmpty() && needsDirectory(below) ? SAME_DIRECTORY + below : up + below;
    }

    /** The address of a path that begins with the context path, as requests have it; one outside of it stays as it is. */
    String ofTarget(String target) {
        return target.startsWith(contextPath + '/') ? of(target.substring(contextPath.length())) : target;
    }

    /**
     * Whether what has no directory before it would be read as something else than a path: as this very page if it is empty, as
     * a path of the host or the name of another host if it begins with slashes, as a scheme if it has a colon in its first
     * segment (RFC 3986 section 4.2).
     */
    private static boolean needsDirectory(String below) {
        int slash = below.indexOf('/');
        return below.isEmpty()
                || slash == 0
                || below.charAt(0) == '?'
                || (slash < 0 ? below : below.substring(0, slash)).indexOf(':') >= 0;
    }

    private static int slashes(String path) {
        return (int) path.chars().filter(letter -> letter == '/').count();
    }
}
