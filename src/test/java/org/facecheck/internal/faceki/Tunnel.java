package org.facecheck.internal.faceki;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import org.facecheck.fake.Listener;

/** An HTTP proxy that takes {@code CONNECT} for whatever host, and leads to one port of this machine. */
final class Tunnel implements AutoCloseable {

    private final int port;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Listener listener = new Listener(ServerSocketFactory.getDefault(), this::lead);

    Tunnel(int port) {
        this.port = port;
    }

    private void lead(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            heads.add(Listener.head(client.getInputStream()));
            client.getOutputStream().write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(ISO_8859_1));
            Listener.start(() -> copy(server, client));
            copy(client, server);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException gone) {
            // so has the other side
        }
    }

    /** What the proxy was asked, with all headers. */
    List<String> heads() {
        return heads;
    }

    InetSocketAddress address() {
        return listener.address();
    }

    @Override
    public void close() {
        listener.close();
    }
}
