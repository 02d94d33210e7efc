package org.facecheck.it.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;

/** An application's login of its own: a cookie says who it is, and the request is wrapped. It answers {@code /status} itself. */
public class OldLogin implements Filter {

    /** As old applications have them. */
    public static class Employee implements Principal {
        private final String name;

        Employee(String name) {
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        public Map<String, Object> getAttributes() {
            return Map.of("badges", List.of("badge of nobody", name + " of staff"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (http.getRequestURI().endsWith("/status")) {
            response.getWriter().println("ANSWERED BY ITSELF");
            return;
        }
        chain.doFilter(wrapped(http), response);
    }

    private static HttpServletRequest wrapped(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals("employee")) {
                return new HttpServletRequestWrapper(request) {
                    @Override
                    public Principal getUserPrincipal() {
                        return new Employee(cookie.getValue());
                    }
                };
            }
        }
        return request;
    }
}
