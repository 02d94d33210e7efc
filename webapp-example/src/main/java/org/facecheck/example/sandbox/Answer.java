package org.facecheck.example.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/**
 * What goes back to a caller of the API.
 *
 * @param gist what the console says of it: no personal data
 * @param cut whether the connection ends in the middle of it
 */
record Answer(int status, String mediaType, String body, String gist, boolean cut) {

    static Answer json(int status, JsonObject body, String gist) {
        return new Answer(status, "application/json", body.toString(), gist, false);
    }

    static Answer of(int status, String mediaType, String body, String gist) {
        return new Answer(status, mediaType, body, gist, false);
    }

    /** Says how long it is, and then isn't. */
    Answer cutOff() {
        return new Answer(status, mediaType, body, gist + ", cut off", true);
    }

    /** Complete as far as HTTP goes, but not as JSON. */
    Answer halved() {
        return new Answer(status, mediaType, body.substring(0, body.length() / 2), gist + ", half of it", cut);
    }

    /** Good JSON still, with this many blanks in it. */
    Answer blownUp(int blanks) {
        String huge = body.charAt(0) + " ".repeat(blanks) + body.substring(1);
        return new Answer(status, mediaType, huge, gist + ", huge", cut);
    }

    /**
     * Sends it. There is nothing in Servlet to end a connection with; announcing more than is sent, and that the connection
     * won't be used again, makes both Undertow and Grizzly close it with the rest missing.
     */
    void send(HttpServletResponse response) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(bytes.length);
        if (cut) {
            response.setHeader("Connection", "close");
        }
        response.getOutputStream().write(cut ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
        response.flushBuffer();
    }

    @Override
    public String toString() {
        return "Answer[%d %s]".formatted(status, gist);
    }
}
