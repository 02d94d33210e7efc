package org.facecheck.example.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.facecheck.testkit.sandbox.Reply;

/** The token call with the credentials in JSON. */
@WebServlet(urlPatterns = "/sandbox/auth/api/generate-token", asyncSupported = true)
public final class GenerateTokenServlet extends AnsweringServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonObject sent = body(request);
        Reply reply = sandbox().tokenDesk().ask(sent.getString("clientId", ""), sent.getString("clientSecret", ""));
        send(reply, request, response);
    }

    /** What can't be read has nothing in it. */
    private static JsonObject body(HttpServletRequest request) throws IOException {
        try (JsonReader reader = Json.createReader(request.getInputStream())) {
            return reader.readObject();
        } catch (JsonException unreadable) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }
}
