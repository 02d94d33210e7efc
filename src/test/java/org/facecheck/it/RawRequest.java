package org.facecheck.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Requests that no client library would send, as bytes on a socket. */
final class RawRequest {
    private static final int PATIENCE_MILLIS = 5_000;

    private RawRequest() {}

    /** The whole answer, head and body. A header may name another host than the application's. */
    static String to(URI application, String requestLine, String... headers) {
        return to(application, requestLine, new byte[0], headers);
    }

    /** The whole answer to a request with a body, whose length the headers say. */
    static String to(URI application, String requestLine, byte[] body, String... headers) {
        StringBuilder request = new StringBuilder(requestLine).append("\r\n");
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: ").append(application.getAuthority()).append("\r\n");
        }
        boolean upgrades = false;
        for (String header : headers) {
            upgrades |= header.startsWith("Connection:");
            request.append(header).append("\r\n");
        }
        request.append(upgrades ? "\r\n" : "Connection: close\r\n\r\n");
        try (Socket socket = new Socket(application.getHost(), application.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            byte[] answer = upgrades ? head(socket) : all(socket);
            return new String(answer, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What came until the end, or until nothing more comes: some servers wait for the rest of what they take for a request. */
    private static byte[] all(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException silent) {
            return answer.toByteArray();
        }
        return answer.toByteArray();
    }

    private static byte[] head(Socket socket) throws IOException {
        byte[] buffer = new byte[4096];
        int read = socket.getInputStream().read(buffer);
        return Arrays.copyOf(buffer, Math.max(0, read));
    }
}
