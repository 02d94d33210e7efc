package org.facecheck.testkit.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.util.Arrays;

/**
 * What goes back to a caller of the API.
 *
 * @param gist what the console says of it: no personal data
 * @param cut whether the connection ends in the middle of it
 */
public record Answer(int status, String mediaType, String body, String gist, boolean cut) {

    public static Answer json(int status, JsonObject body, String gist) {
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

    /** The body as it is sent, if all of it is. */
    public byte[] bytes() {
        return body.getBytes(UTF_8);
    }

    /** What is sent of the body: half of it where the connection ends in the middle. */
    public byte[] sentBytes() {
        byte[] bytes = bytes();
        return cut ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
    }

    @Override
    public String toString() {
        return "Answer[%d %s]".formatted(status, gist);
    }
}
