package org.facecheck.internal.selfcheck;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;
import org.facecheck.fake.Listener;

/** A server on this machine that answers what it is told to, one request on each connection. */
final class PlayedServer implements AutoCloseable {
    private final Listener listener;
    private volatile UnaryOperator<String> answers = request -> "404 Not Found";

    PlayedServer() {
        this(ServerSocketFactory.getDefault());
    }

    PlayedServer(ServerSocketFactory sockets) {
        listener = new Listener(sockets, this::serve);
    }

    int port() {
        return listener.port();
    }

    /** By the request line: status and headers, and perhaps an empty line and a body; nothing where it is empty. */
    PlayedServer answers(UnaryOperator<String> byLine) {
        return answersWhole(request -> byLine.apply(request.substring(0, request.indexOf("\r\n"))));
    }

    /** By the whole head of the request. */
    PlayedServer answersWhole(UnaryOperator<String> byHead) {
        answers = byHead;
        return this;
    }

    private void serve(Socket client) throws IOException {
        String answer = answers.apply(Listener.head(client.getInputStream()));
        if (!answer.isEmpty()) {
            String whole = "HTTP/1.1 " + answer + (answer.contains("\r\n\r\n") ? "" : "\r\n\r\n");
            client.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
