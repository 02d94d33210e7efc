package org.facecheck.it;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A picture sent as a request's body, octet by octet as the test likes. */
final class SlowUpload implements Closeable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    private SlowUpload(Socket socket) {
        this.socket = socket;
    }

    /** Sends the head only. */
    static SlowUpload begin(Browser browser, URI application, String... headers) {
        return beginFrom("127.0.0.1", browser, application, headers);
    }

    /** Sends the head only, from one of the addresses of the loopback network. */
    static SlowUpload beginFrom(String source, Browser browser, URI application, String... headers) {
        try {
            Socket socket = new Socket(application.getHost(), application.getPort(), InetAddress.getByName(source), 0);
            socket.setSoTimeout(PATIENCE_MILLIS);
            StringBuilder head = new StringBuilder("POST ")
                    .append(browser.path("facecheck"))
                    .append(" HTTP/1.1\r\nHost: ")
                    .append(application.getAuthority())
                    .append("\r\nCookie: JSESSIONID=")
                    .append(browser.sessionId())
                    .append("\r\nConnection: close\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            SlowUpload upload = new SlowUpload(socket);
            upload.send(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            return upload;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    SlowUpload send(byte[] bytes, int from, int to) {
        return send(Arrays.copyOfRange(bytes, from, to));
    }

    /** A server that has refused the rest may have closed meanwhile; the answer shows it. */
    SlowUpload send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends no more, but listens. */
    SlowUpload breakOff() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What has come back when it holds all of this, or when nothing more comes. */
    String answer(String... expected) {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            InputStream input = socket.getInputStream();
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                if (holds(answer, expected)) {
                    break;
                }
            }
        } catch (SocketException | SocketTimeoutException over) {
            // what has come is the answer
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return answer.toString();
    }

    /** What has come back by now. */
    String answered() {
        try {
            InputStream input = socket.getInputStream();
            return new String(input.readNBytes(input.available()), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean holds(StringBuilder answer, String... expected) {
        return expected.length > 0 && Arrays.stream(expected).allMatch(part -> answer.indexOf(part) >= 0);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
