package org.facecheck.internal.capture;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.internal.guard.TargetGuardFilter;

/**
 * Answers all that is asked of the capture page in front of the application's own filters, and goes no further. A front
 * controller on {@code /*}, such as that of Struts, would take the page's address for one of its own; a filter that reads
 * parameters would consume the picture; and one that is not asynchronous would have the check hold a thread (Servlet 6.0,
 * §2.3.3.3).
 *
 * <p>A target that may be read in two ways is refused: the target guard may stand behind this filter, since Payara turns the
 * order round in which filters were added.
 */
public final class CaptureFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient CaptureHandler handler;

    public CaptureFilter(CaptureHandler handler) {
        this.handler = handler;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (TargetGuardFilter.isSuspicious(request)) {
            TargetGuardFilter.refuse(response);
        } else {
            handler.handle(request, response);
        }
    }
}
