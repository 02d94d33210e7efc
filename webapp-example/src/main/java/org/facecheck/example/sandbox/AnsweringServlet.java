package org.facecheck.example.sandbox;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Sends the API's answers, late ones without a thread that waits for their time. */
abstract class AnsweringServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String LATE = AnsweringServlet.class.getName();
    private static final long GRACE_MILLIS = 30_000;

    final Sandbox sandbox() {
        return Sandbox.in(getServletContext());
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            ((Answer) request.getAttribute(LATE)).send(response);
        } else {
            super.service(request, response);
        }
    }

    final void send(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (reply.delay().isZero()) {
            reply.answer().send(response);
            return;
        }
        request.setAttribute(LATE, reply.answer());
        AsyncContext async = request.startAsync();
        async.setTimeout(reply.delay().toMillis() + GRACE_MILLIS);
        sandbox().timer().schedule(() -> async.dispatch(), reply.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
}
