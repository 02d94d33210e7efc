package org.facecheck.internal.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.internal.faces.ViewGuard;

/**
 * Refuses suspicious targets with 400, for every kind of dispatch and, unless the deployer narrows that, on every path:
 * whichever path they would reach, the rules' mappings can't be relied on for them.
 */
public final class TargetGuardFilter implements Filter {

    /** Where it is declared by hand, this is early enough, and late enough, to begin to guard views. */
    @Override
    public void init(FilterConfig config) {
        ViewGuard.startIn(config.getServletContext());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (refuses((HttpServletRequest) request)) {
            if (RuleProbe.in(request) != null) {
                return;
            }
            refuse((HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    public static boolean refuses(HttpServletRequest request) {
        return TargetGuard.isSuspicious(
                request.getDispatcherType() == DispatcherType.INCLUDE ? included(request) : request.getRequestURI());
    }

    /** Says so to whoever can still be told; an include, whose status nobody sees, is left out. */
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
