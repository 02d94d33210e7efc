package org.facecheck.example.sandbox;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.facecheck.testkit.sandbox.Reply;

/** The token call with the credentials in its query. */
@WebServlet(urlPatterns = "/sandbox/auth/api/access-token", asyncSupported = true)
public final class AccessTokenServlet extends AnsweringServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply = sandbox().tokenDesk().ask(parameter(request, "clientId"), parameter(request, "clientSecret"));
        send(reply, request, response);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
