package org.facecheck.example.sandbox;

import jakarta.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A face check over HTTP, in one of its two forms. Subclasses keep uploads in memory by their multipart configuration. */
abstract class CheckServlet extends AnsweringServlet {

    static final int MAX_PICTURE = 8 << 20;
    static final int MAX_REQUEST = 9 << 20;

    /** Above everything that is let in, so that no part is ever written to disk. */
    static final int MEMORY = 10 << 20;

    private static final long serialVersionUID = 1L;

    private final transient Dialect dialect;

    CheckServlet(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply;
        try {
            reply = sandbox().checkDesk().ask(dialect, request.getHeader("Authorization"), picture(request));
        } catch (IllegalStateException tooLarge) {
            reply = Reply.atOnce(Answer.json(
                    413,
                    Json.createObjectBuilder()
                            .add("message", "Payload Too Large")
                            .build(),
                    "too large"));
        }
        send(reply, request, response);
    }

    /** @throws IllegalStateException if it is larger than configured */
    private Optional<byte[]> picture(HttpServletRequest request) throws IOException {
        try {
            Part part = request.getPart(dialect.partName());
            if (part == null || part.getSubmittedFileName() == null) {
                return Optional.empty();
            }
            try (InputStream content = part.getInputStream()) {
                return Optional.of(content.readAllBytes());
            }
        } catch (ServletException noForm) {
            return Optional.empty();
        }
    }
}
