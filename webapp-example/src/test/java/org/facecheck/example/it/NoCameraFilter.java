package org.facecheck.example.it;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** An operator's filter that keeps the camera off where a test asks for it. */
@WebFilter(urlPatterns = "/facecheck", asyncSupported = true)
public final class NoCameraFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean off = "no-camera".equals(request.getQueryString());
        chain.doFilter(
                request,
                !off
                        ? response
                        : new HttpServletResponseWrapper(response) {
                            @Override
                            public void setHeader(String name, String value) {
                                super.setHeader(name, name.equals("Permissions-Policy") ? "camera=()" : value);
                            }
                        });
    }
}
