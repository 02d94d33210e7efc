package org.facecheck.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket that a page in a browser opens, with that browser's session. */
final class Socket implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final WebSocket socket;
    private final BlockingQueue<String> messages;

    private Socket(WebSocket socket, BlockingQueue<String> messages) {
        this.socket = socket;
        this.messages = messages;
    }

    /** @throws java.util.concurrent.CompletionException where the handshake is refused */
    static Socket open(Browser browser, URI application, String path) {
        BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        WebSocket opened = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", "JSESSIONID=" + browser.sessionId())
                .buildAsync(
                        URI.create("ws" + application.resolve(path).toString().substring("http".length())),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                messages.add(text.toString());
                                from.request(1);
                                return null;
                            }
                        })
                .join();
        return new Socket(opened, messages);
    }

    /** The next message of the server's. */
    String next() {
        try {
            String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the server sends nothing");
            }
            return message;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Sends a message, and waits for the next one. */
    String ask(String text) {
        socket.sendText(text, true).join();
        return next();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
