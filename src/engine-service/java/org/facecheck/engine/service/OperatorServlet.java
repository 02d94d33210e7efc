package org.facecheck.engine.service;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.facecheck.engine.service.html.PageAnswer;
import org.facecheck.engine.service.html.PageRequest;

/** The operator's pages behind a servlet container, at {@code /operator/*}. */
public class OperatorServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    /** Nothing of the request is believed here: what it says of itself is handed on, and judged by the pages. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(getServletContext().getAttribute(EngineListener.SERVICE) instanceof EngineService service)) {
            throw new IllegalStateException("the engine did not start");
        }
        RequestBody body = new RequestBody(request, service.arrivals());
        String path = request.getPathInfo();
        Principal caller = request.getUserPrincipal();
        PageRequest asked = new PageRequest(
                request.getMethod(),
                path == null ? "" : path,
                request.getContextPath() + request.getServletPath(),
                caller == null ? null : caller.getName(),
                request.isSecure(),
                request.getHeader("Cookie"),
                request.getHeader("Sec-Fetch-Site"),
                request.getContentType(),
                body.stream());
        try {
            PageAnswer answer = answer(service, asked);
            body.finish(response);
            send(answer, response);
        } catch (TimelyStream.LateException late) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT, late.getMessage()); // RFC 9110 §15.5.9
        }
    }

    /** Which of the pages it is. */
    PageAnswer answer(EngineService service, PageRequest asked) throws IOException {
        return service.pages().answer(asked);
    }

    /** With its length, so that a page that breaks off is not taken for a whole one. */
    private static void send(PageAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
