package org.facecheck.load.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** The rest of the application: a page that takes a thread for a moment. It also tells how much memory is in use. */
@WebServlet(
        urlPatterns = {"/page", "/memory", "/view"},
        asyncSupported = true)
public final class OtherPage extends HttpServlet {
    /** What the page says. */
    public static final String TEXT = "a page";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        switch (request.getServletPath()) {
            case "/memory" -> {
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
