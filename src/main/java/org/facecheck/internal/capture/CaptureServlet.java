package org.facecheck.internal.capture;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Shows the capture page and takes what it sends; mapped to the configured path, and to all below it for the page's script
 * and style sheet. Registered in code, so that it gets its handler by constructor. It answers where {@link CaptureFilter} has
 * not done so: behind the application's filters, and where the application forwards to the page.
 */
public final class CaptureServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient CaptureHandler handler;

    public CaptureServlet(CaptureHandler handler) {
        this.handler = handler;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        handler.handle(request, response);
    }
}
