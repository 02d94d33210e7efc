package org.facecheck.internal.capture;

import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.internal.page.Assets;
import org.jspecify.annotations.Nullable;

/**
 * Shows the capture page and takes what it sends; mapped to the configured path, and to all below it for the page's script
 * and style sheet. The jar's initializer registers it; declared by hand it needs {@code async-supported}, see the
 * README.
 */
public final class CaptureServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private transient @Nullable CaptureHandler handler;

    @Override
    public void init() throws ServletException {
        handler = CaptureHandler.of(getServletContext())
                .orElseThrow(
                        () -> new UnavailableException("Facecheck is not set up: where CaptureServlet is declared in"
                                + " web.xml, FaceCheckFilter has to be declared there, too"));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        CaptureHandler initialized = handler;
        if (initialized == null) {
            throw new UnavailableException("CaptureServlet was not initialized");
        }
        String asset = request.getPathInfo();
        if (asset != null) {
            Assets.OF_THE_JAR.send(asset, request, response);
            return;
        }
        // Each page has a token of its own, and a redirect must be asked for anew.
        response.setHeader("Cache-Control", "no-store");
        initialized.handle(request, response);
    }
}
