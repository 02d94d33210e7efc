package org.facecheck.internal.selfcheck.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.facecheck.internal.selfcheck.ObservedResponse;
import org.facecheck.internal.selfcheck.Site;

/**
 * Sends requests as octets, each on a connection of its own, as no HTTP client would. Certificates have to be ones that the
 * JVM trusts, for the very host.
 *
 * @param patience how long to wait for a connection, and for more of an answer
 */
public record RawHttpClient(Site site, Duration patience) {
    private static final int MOST = 1 << 20;
    private static final int BUFFER = 8192;

    /** The answer, empty where none came. */
    public Optional<ObservedResponse> ask(RequestVariant disguise) {
        return ask(disguise, "text/html");
    }

    /** The same from a client that asks for other things than pages. */
    public Optional<ObservedResponse> ask(RequestVariant disguise, String accept) {
        String head = disguise.method() + ' ' + disguise.target() + " HTTP/1.1\r\nHost: " + site.authority()
                + "\r\nAccept: " + accept + "\r\n"
                + (disguise.isHandshake() ? "" : "Connection: close\r\n")
                + (disguise.method().equals("POST") ? "Content-Length: 0\r\n" : "");
        String headers = String.join("\r\n", disguise.headers());
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write((head + headers + (headers.isEmpty() ? "\r\n" : "\r\n\r\n"))
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return ObservedResponse.parse(read(socket.getInputStream(), disguise.isHandshake()));
        } catch (IOException failed) {
            return Optional.empty();
        }
    }

    private Socket connect() throws IOException {
        Socket plain = new Socket();
        try {
            int millis = Math.toIntExact(patience.toMillis());
            plain.setSoTimeout(millis);
            plain.setTcpNoDelay(true); // else each handshake waits for the other side's delayed acknowledgement
            plain.connect(new InetSocketAddress(site.socketHost(), site.port()), millis);
            return site.tls() ? encrypted(plain) : plain;
        } catch (IOException | RuntimeException failed) {
            plain.close();
            throw failed;
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, site.socketHost(), site.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Until the end, until nothing more comes, or {@value #MOST} octets; of a handshake, which has no end, the first part. */
    private static byte[] read(InputStream in, boolean handshake) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try {
            int read = in.read(buffer);
            while (read >= 0) {
                answer.write(buffer, 0, read);
                read = handshake || answer.size() >= MOST ? -1 : in.read(buffer);
            }
        } catch (SocketTimeoutException silent) {
            return answer.toByteArray();
        }
        return answer.toByteArray();
    }
}
