package org.facecheck.bench;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * The floor: the least that a developer would write by hand for one application. One session attribute and one comparison of
 * times, without rules, principals or one-time checks.
 */
final class HandWritten implements Filter {
    static final String ATTRIBUTE = "verified";
    private static final long MAX_AGE_MILLIS = 1_800_000;

    /** What the session holds after a check: who, and when in milliseconds since 1970. */
    record Verified(String name, long at) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = ((HttpServletRequest) request).getSession(false);
        if (session != null
                && session.getAttribute(ATTRIBUTE) instanceof Verified verified
                && System.currentTimeMillis() - verified.at() <= MAX_AGE_MILLIS) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).sendError(403);
        }
    }
}
