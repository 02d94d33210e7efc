package org.facecheck.it.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.ObjectName;

/** Shows what is in the server's memory, and gives its threads something else to do. */
@WebServlet(urlPatterns = "/open/heap", asyncSupported = true)
public class HeapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long BUSY_MILLIS = 250;
    private static final String LENGTH = "length";

    /** Writes what is left of the heap after a collection into the file that is asked for. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            // By its name, since WildFly does not show the JDK's own classes to an application.
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                            "dumpHeap",
                            new Object[] {request.getParameter("file"), true},
                            new String[] {String.class.getName(), boolean.class.getName()});
        } catch (JMException refused) {
            throw new ServletException(refused);
        }
        response.getWriter().println("DUMPED");
    }

    /**
     * Reads all that is sent, and keeps a thread of each kind for so long that others come to other threads: the one that a
     * request comes to, and the one that an asynchronous dispatch comes to.
     */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS));
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            request.setAttribute(LENGTH, request.getInputStream().readAllBytes().length);
            request.startAsync().dispatch();
        } else {
            response.getWriter().println(request.getAttribute(LENGTH));
        }
    }
}
