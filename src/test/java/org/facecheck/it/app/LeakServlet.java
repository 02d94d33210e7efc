package org.facecheck.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sees what an application leaves behind: in one application it remembers the class loader, in another it looks for it. */
@WebServlet("/open/leak")
public class LeakServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String LOADER = "org.facecheck.it.loader";
    private static final long BUSY_MILLIS = 250;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("busy".equals(request.getQueryString())) {
            // For so long that other requests come to other threads.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS));
            return;
        }
        if ("remember".equals(request.getQueryString())) {
            System.getProperties().put(LOADER, new WeakReference<>(LeakServlet.class.getClassLoader()));
            return;
        }
        System.gc();
        List<String> threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("facecheck"))
                .sorted()
                .toList();
        boolean gone = ((WeakReference<?>) System.getProperties().get(LOADER)).get() == null;
        response.getWriter().println("threads=" + threads + " loader=" + (gone ? "gone" : "there"));
    }
}
