package org.facecheck.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** A free port of this machine, where each connection is served in a thread of its own. */
public final class Listener implements AutoCloseable {
    private static final int TLS_HANDSHAKE = 22;

    private final ServerSocket socket;
    private final Service service;

    /** What is done with a connection; it is closed afterwards, and nobody minds if it breaks off. */
    @FunctionalInterface
    public interface Service {
        void serve(Socket client) throws IOException;
    }

    /** @param sockets may speak TLS */
    public Listener(ServerSocketFactory sockets, Service service) {
        this.service = service;
        try {
            socket = sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        start(this::accept);
    }

    /** Does something beside the test, for as long as that lasts. */
    public static void start(Runnable work) {
        Thread thread = new Thread(work, "listener");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                start(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            service.serve(client);
        } catch (IOException gone) {
            // the client, or what was behind it
        }
    }

    /** The head of a request; of what is no HTTP, the first octet. */
    public static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
            if (head.charAt(0) == TLS_HANDSHAKE) {
                break;
            }
        }
        return head.toString();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port());
    }

    public boolean speaksTls() {
        return socket instanceof SSLServerSocket;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
