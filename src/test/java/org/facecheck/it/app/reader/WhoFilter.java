package org.facecheck.it.app.reader;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.KycIdentity;

/** A filter reads the identity from the request. */
@WebFilter(urlPatterns = "/secure/*", asyncSupported = true)
public class WhoFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(
                "Who", KycIdentity.of(request).flatMap(KycIdentity::fullName).orElse("nobody"));
        chain.doFilter(request, response);
    }
}
