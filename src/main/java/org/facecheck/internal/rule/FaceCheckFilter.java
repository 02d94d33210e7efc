package org.facecheck.internal.rule;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The filter in front of the protected routes: one instance for each rule. Its mappings in the container are what it
 * protects; it looks at no path itself.
 */
public final class FaceCheckFilter implements Filter {
    private final RuleGuard guard;

    public FaceCheckFilter(RuleGuard guard) {
        this.guard = guard;
    }

    /** The casts hold: both servers dispatch nothing but HTTP, and a wrapper of the application's has to be of that type. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        guard.pass((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }
}
