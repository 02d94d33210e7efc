package org.example.spring;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Requests for all that lies below a folder. */
record PathPrefix(String prefix) implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        return request.getServletPath().startsWith(prefix);
    }
}
