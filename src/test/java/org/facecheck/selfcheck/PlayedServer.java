package org.facecheck.selfcheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;

/** A server on this machine that answers what it is told to, one request on each connection. */
final class PlayedServer implements AutoCloseable {
    private static final int BACKLOG = 50;
    private final ServerSocket listening;
    private volatile UnaryOperator<String> answers = request -> "404 Not Found";

    PlayedServer() {
        this(ServerSocketFactory.getDefault());
    }

    PlayedServer(ServerSocketFactory sockets) {
        try {
            listening = sockets.createServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread thread = new Thread(this::serve, "played-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
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

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                socket.setTcpNoDelay(true);
                String answer = answers.apply(head(socket.getInputStream()));
                if (!answer.isEmpty()) {
                    String whole = "HTTP/1.1 " + answer + (answer.contains("\r\n\r\n") ? "" : "\r\n\r\n");
                    socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
                }
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
