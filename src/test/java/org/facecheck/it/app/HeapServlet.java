package org.facecheck.it.app;

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
@WebServlet("/open/heap")
public class HeapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long BUSY_MILLIS = 500;

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

    /** Reads all that is sent, and keeps its thread for so long that the next ones come to others. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int length = request.getInputStream().readAllBytes().length;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS));
        response.getWriter().println(length);
    }
}
