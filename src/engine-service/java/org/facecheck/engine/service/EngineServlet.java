package org.facecheck.engine.service;

import jakarta.json.Json;
import jakarta.json.JsonWriterFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.facecheck.engine.service.api.ApiRequest;
import org.facecheck.engine.service.dialect.Answer;
import org.facecheck.engine.service.dialect.ResponseCode;

/**
 * The service behind a servlet container. It stands at {@code /*}, and is started with the application. It keeps the
 * container's thread until the answer is there: the endpoints see to it that few threads are kept.
 */
public final class EngineServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger("org.facecheck.engine");

    /** One for all: each call to {@code Json} would look for the implementation anew. */
    private final transient JsonWriterFactory writers = Json.createWriterFactory(Map.of());

    private EngineService service() {
        if (getServletContext().getAttribute(EngineListener.SERVICE) instanceof EngineService service) {
            return service;
        }
        throw new IllegalStateException("the engine did not start");
    }

    /** All methods come here, since the API's own table says which of them there are. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EngineService service = service();
        RequestBody body = new RequestBody(request, service.arrivals());
        String path = request.getPathInfo();
        ApiRequest asked = new ApiRequest(
                request.getMethod(),
                path == null ? request.getServletPath() : path,
                request::getParameter, // asked for by GET only, so that no body is read for it
                request.getHeader("Authorization"),
                request.getContentType(),
                body.stream());
        Answer answer;
        try {
            answer = service.api().answer(asked);
        } catch (TimelyStream.LateException late) {
            response.setHeader("Connection", "close");
            send(new Answer(408, ResponseCode.INTERNAL_SYSTEM_ERROR.json()), response); // RFC 9110 §15.5.9
            return;
        } catch (RuntimeException failed) {
            // A fault of ours, or a database that is down: the client hears nothing of it but that it is not its own.
            LOG.log(System.Logger.Level.ERROR, "a request failed", failed);
            answer = new Answer(500, ResponseCode.INTERNAL_SYSTEM_ERROR.json());
        }
        body.finish(response);
        send(answer, response);
    }

    /** JSON, whatever came of it: clients of the API read the body of each status. */
    private void send(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store"); // a token, or a person (RFC 6749 §5.1)
        Duration wait = answer.retryAfter();
        if (wait != null) {
            response.setHeader("Retry-After", Long.toString(wait.toSeconds()));
        }
        writers.createWriter(response.getOutputStream(), StandardCharsets.UTF_8).writeObject(answer.body());
    }
}
