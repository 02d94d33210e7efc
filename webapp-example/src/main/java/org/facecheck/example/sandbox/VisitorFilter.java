package org.facecheck.example.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets in who sits at this very machine. Whoever can reach the sandbox decides whose face is whose, so it must not be on a
 * network by accident; {@value #OPEN}{@code =true}, a context parameter or a system property, puts it there on purpose.
 */
@WebFilter(urlPatterns = "/sandbox/*", asyncSupported = true)
public final class VisitorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String OPEN = "sandbox.open";
    private static final String POLICY = "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (!isOpen() && !isLocal(request)) {
            refuse(
                    response,
                    "The sandbox answers only to this machine itself. To open it to others, set the context"
                            + " parameter or the system property " + OPEN + " to true.");
        } else if (isDrivenFromElsewhere(request)) {
            refuse(response, "Another site's page may not change anything here.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOpen() {
        return Stream.of(getServletContext().getInitParameter(OPEN), System.getProperty(OPEN))
                .anyMatch("true"::equals);
    }

    /** A proxy on this machine is local itself, but comes for somebody else. */
    private static boolean isLocal(HttpServletRequest request) {
        boolean forwarded = request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null;
        try {
            return !forwarded && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    /** Only browsers say where a request comes from; what is no browser may do as it likes. */
    private static boolean isDrivenFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OWN_PAGES.contains(site) && !READING.contains(request.getMethod());
    }

    private static void refuse(HttpServletResponse response, String why) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(why);
    }
}
