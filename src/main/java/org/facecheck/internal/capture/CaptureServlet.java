package org.facecheck.internal.capture;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.internal.page.Assets;

/**
 * Shows the capture page and takes what it sends; mapped to the configured path, and to all below it for the page's script
 * and style sheet. Registered in code, so that it gets its handler by constructor.
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
        String asset = request.getPathInfo();
        if (asset != null) {
            Assets.OF_THE_JAR.send(asset, request, response);
            return;
        }
        // Each page has a token of its own, and a redirect must be asked for anew.
        response.setHeader("Cache-Control", "no-store");
        handler.handle(request, response);
    }
}
