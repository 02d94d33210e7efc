package org.facecheck.example.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Commands and their results, one at a time; events are of no interest. */
final class BidiConnection implements WebSocket.Listener {
    private static final int SECONDS = 60;

    private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    private final StringBuilder begun = new StringBuilder();
    private final WebSocket socket;
    private int id;

    /** The browser can't do what was asked: the page has just been left, for instance. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    BidiConnection(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        begun.append(text);
        if (last) {
            try (JsonReader reader = Json.createReader(new StringReader(begun.toString()))) {
                answers.add(reader.readObject());
            }
            begun.setLength(0);
        }
        from.request(1);
        return null;
    }

    JsonObject call(String method, Map<String, Object> parameters) {
        return call(method, Json.createObjectBuilder(parameters).build());
    }

    JsonObject call(String method, JsonObject parameters) {
        id++;
        String command = Json.createObjectBuilder()
                .add("id", id)
                .add("method", method)
                .add("params", parameters)
                .build()
                .toString();
        socket.sendText(command, true).join();
        try {
            JsonObject answer = answers.poll(SECONDS, TimeUnit.SECONDS);
            while (answer != null && answer.getInt("id", 0) != id) {
                answer = answers.poll(SECONDS, TimeUnit.SECONDS);
            }
            if (answer == null) {
                throw new AssertionError("Firefox did not answer " + method);
            }
            if (!answer.getString("type").equals("success")) {
                throw new Refused(method + ": " + answer.getString("message"));
            }
            return answer.getJsonObject("result");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
