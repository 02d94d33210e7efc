package org.facecheck.internal.capture;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;
import org.facecheck.internal.attempts.AttemptsUnavailableException;
import org.facecheck.internal.page.Assets;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.upload.AsyncUpload;
import org.jspecify.annotations.Nullable;

/**
 * Shows the capture page and takes what it sends; mapped to the configured path, and to all below it for the page's script
 * and style sheet. The jar's initializer registers it; declared by hand it needs {@code async-supported}, see the
 * README.
 */
public final class CaptureServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Rooms rooms;

    /** What the servlet hands requests on to. */
    private record Rooms(
            UploadHandler submission,
            VerdictHandler conclusion,
            PostCheckRedirect onward,
            Assets assets,
            Supplier<Closeable> requestScope) {
        static Rooms of(CaptureServices desk) {
            CapturePage page = new CapturePage(desk.config().capture(), Assets.OF_THE_JAR);
            VerdictHandler conclusion = new VerdictHandler(desk, page);
            PostCheckRedirect onward = new PostCheckRedirect(desk);
            return new Rooms(
                    new UploadHandler(desk, page, conclusion, onward),
                    conclusion,
                    onward,
                    Assets.OF_THE_JAR,
                    desk.requestScope());
        }
    }

    @Override
    public void init() throws ServletException {
        rooms = Rooms.of(CaptureServices.in(getServletContext())
                .orElseThrow(
                        () -> new UnavailableException("Facecheck is not set up: where CaptureServlet is declared in"
                                + " web.xml, FaceCheckFilter has to be declared there, too")));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Rooms open = rooms;
        if (open == null) {
            throw new UnavailableException("CaptureServlet was not initialized");
        }
        String asset = request.getPathInfo();
        if (asset != null) {
            open.assets().send(asset, request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        Closeable scope = open.requestScope().get();
        try {
            answer(open, request, response);
        } finally {
            scope.close();
        }
    }

    private static void answer(Rooms open, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                comeBack(open, request, response);
            } else {
                take(open, request, response);
            }
        } catch (AttemptsUnavailableException failed) {
            open.conclusion().uncounted(failed, request, response);
        }
    }

    private static void comeBack(Rooms open, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, AttemptsUnavailableException {
        if (request.getAttribute(AsyncUpload.ATTRIBUTE) instanceof AsyncUpload arrival) {
            open.submission().arrived(arrival, request, response);
        } else {
            open.conclusion().conclude(request, response);
        }
    }

    private static void take(Rooms open, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, AttemptsUnavailableException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                if (!open.onward().leads(request, response)) {
                    open.conclusion().invite(request, response);
                }
            }
            case "POST" -> open.submission().take(request, response);
            default -> {
                response.setHeader("Allow", "GET, HEAD, POST");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }
}
