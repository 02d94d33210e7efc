package org.facecheck.internal.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses suspicious targets with 400, for every kind of dispatch and, unless the deployer narrows that, on every path:
 * whichever path they would reach, the rules' mappings can't be relied on for them.
 */
public final class TargetGuardFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isSuspicious((HttpServletRequest) request)) {
            if (RuleProbe.in(request) != null) {
                return; // the probe's response is the application's own; that it was not ended tells enough
            }
            refuse((HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /**
     * Whether the target of this dispatch is suspicious. In an include, {@code getRequestURI} is still the outer request's,
     * and the target is an attribute (Servlet 6.0, §9.3.1); in all others it is the path of the dispatch (§9.4, §9.7.2).
     */
    public static boolean isSuspicious(HttpServletRequest request) {
        return TargetGuard.isSuspicious(
                request.getDispatcherType() == DispatcherType.INCLUDE ? included(request) : request.getRequestURI());
    }

    /**
     * Answers with 400, which no cache may keep. Where the answer has begun already nothing is added, and an include, which
     * can set neither status nor headers (Servlet 6.0, §9.3), has no effect on it: what matters is that the chain ends.
     */
    public static void refuse(HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println("400: this address can be read in more than one way and is refused.");
        }
    }

    /** A named dispatch has no target of its own: what led to it has been looked at. */
    private static String included(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) instanceof String target ? target : "/";
    }
}
