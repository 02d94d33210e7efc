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

/**
 * Sends requests byte for byte, each on a connection of its own. HTTP clients would not do: they refuse or correct targets
 * that are not as they should be. Certificates have to be ones that the JVM trusts, for the very host.
 *
 * @param timeout how long to wait for a connection, and for more of a response
 */
public record RawHttpClient(Site site, Duration timeout) {
    /** Enough to recognise what is shown; a download must not fill the memory. */
    private static final int MAX_BYTES = 1 << 20;

    private static final int BUFFER = 8192;

    /** Sends a request as a browser does. Returns the response, empty where none came. */
    public Optional<ObservedResponse> send(RequestVariant variant) {
        return send(variant, "text/html");
    }

    /** Sends a request as a client that accepts this type. Returns the response, empty where none came. */
    public Optional<ObservedResponse> send(RequestVariant variant, String accept) {
        // Only what HTTP/1.1 needs: the variant's own headers must not meet others of the same name.
        String head = variant.method() + ' ' + variant.target() + " HTTP/1.1\r\nHost: " + site.authority()
                + "\r\nAccept: " + accept + "\r\n"
                + (variant.isHandshake() ? "" : "Connection: close\r\n")
                + (variant.method().equals("POST") ? "Content-Length: 0\r\n" : "");
        String headers = String.join("\r\n", variant.headers());
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write((head + headers + (headers.isEmpty() ? "\r\n" : "\r\n\r\n"))
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return ObservedResponse.parse(read(socket.getInputStream(), variant.isHandshake()));
        } catch (IOException failed) {
            return Optional.empty(); // no response, so that nothing was shown
        }
    }

    private Socket connect() throws IOException {
        Socket plain = new Socket();
        try {
            int millis = Math.toIntExact(timeout.toMillis());
            plain.setSoTimeout(millis);
            plain.setTcpNoDelay(true); // else each handshake waits for the other side's delayed acknowledgement
            plain.connect(new InetSocketAddress(site.socketHost(), site.port()), millis);
            return site.tls() ? encrypted(plain) : plain;
        } catch (IOException | RuntimeException failed) {
            plain.close();
            throw failed;
        }
    }

    /** Java's sockets check the certificate, but its host only when told so. */
    private Socket encrypted(Socket plain) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, site.socketHost(), site.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Until the end, until nothing more comes, or {@value #MAX_BYTES} bytes; of a handshake, which has no end, the first part. */
    private static byte[] read(InputStream in, boolean handshake) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try {
            int read = in.read(buffer);
            while (read >= 0) {
                response.write(buffer, 0, read);
                read = handshake || response.size() >= MAX_BYTES ? -1 : in.read(buffer);
            }
        } catch (SocketTimeoutException silent) {
            return response.toByteArray();
        }
        return response.toByteArray();
    }
}
