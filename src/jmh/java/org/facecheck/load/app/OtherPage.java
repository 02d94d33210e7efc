package org.facecheck.load.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * The rest of the application: a page that takes a thread for a moment ({@code /page}), the capture page's view ({@code /view}),
 * and how much memory is in use ({@code /memory}).
 */
@WebServlet(
        urlPatterns = {"/page", "/memory", "/view"},
        asyncSupported = true)
public final class OtherPage extends HttpServlet {
    /** The page's text, by which the load programme knows it. */
    public static final String TEXT = "a page";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        switch (request.getServletPath()) {
            case "/memory" -> {
                // Twice: what a cleaner or a finalizer lets go of in the first collection is freed by the second.
                System.gc();
                System.gc();
                response.getWriter()
                        .print(ManagementFactory.getMemoryMXBean()
                                        .getHeapMemoryUsage()
                                        .getUsed() + " "
                                + ManagementFactory.getThreadMXBean().getThreadCount());
            }
            // The capture page's view: nothing but the token.
            case "/view" ->
                response.getWriter().print(((java.util.Map<?, ?>) request.getAttribute("facecheckPage")).get("token"));
            default -> response.getWriter().print(TEXT);
        }
    }
}
