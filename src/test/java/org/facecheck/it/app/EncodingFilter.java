package org.facecheck.it.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Reads forms as UTF-8, as so many applications' filters do: only where the browser named no encoding, or with {@code force} always. */
public class EncodingFilter implements Filter {
    private boolean force;

    @Override
    public void init(FilterConfig config) {
        force = Boolean.parseBoolean(config.getInitParameter("force"));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (force || request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        chain.doFilter(request, response);
    }
}
