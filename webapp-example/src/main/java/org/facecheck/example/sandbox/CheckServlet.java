package org.facecheck.example.sandbox;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.testkit.sandbox.Answer;
import org.facecheck.testkit.sandbox.Dialect;
import org.facecheck.testkit.sandbox.Reply;

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
            reply = sandbox()
                    .checkDesk()
                    .ask(dialect, request.getHeader("Authorization"), PicturePart.read(dialect.partName(), request));
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
}
