package org.facecheck.example.sandbox;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.facecheck.testkit.sandbox.Answer;
import org.facecheck.testkit.sandbox.Reply;
import org.facecheck.testkit.sandbox.Sandbox;

/** Sends the API's answers, late ones without a thread that waits for their time. */
abstract class AnsweringServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String LATE = AnsweringServlet.class.getName();
    private static final long GRACE_MILLIS = 30_000;

    final Sandbox sandbox() {
        return SandboxLifecycle.sandboxOf(getServletContext());
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            send((Answer) request.getAttribute(LATE), response);
        } else {
            super.service(request, response);
        }
    }

    final void send(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (reply.delay().isZero()) {
            send(reply.answer(), response);
            return;
        }
        request.setAttribute(LATE, reply.answer());
        AsyncContext async = request.startAsync();
        async.setTimeout(reply.delay().toMillis() + GRACE_MILLIS);
        sandbox().timer().schedule(() -> async.dispatch(), reply.delay().toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * There is nothing in Servlet to end a connection with; announcing more than is sent, and that the connection won't be used
     * again, makes both Undertow and Grizzly close it with the rest missing.
     */
    private static void send(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.mediaType());
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(answer.bytes().length);
        if (answer.cut()) {
            response.setHeader("Connection", "close");
        }
        response.getOutputStream().write(answer.sentBytes());
        response.flushBuffer();
    }
}
