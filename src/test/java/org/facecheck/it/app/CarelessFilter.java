package org.facecheck.it.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Takes addresses however they are written, for users who came from a server that did: sends the file by itself. */
public class CarelessFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) request).getServletPath();
        String lower = path.toLowerCase(Locale.ROOT);
        try (InputStream file =
                path.equals(lower) ? null : request.getServletContext().getResourceAsStream(lower)) {
            if (file == null) {
                chain.doFilter(request, response);
            } else {
                response.setContentType("text/plain");
                file.transferTo(response.getOutputStream());
            }
        }
    }
}
