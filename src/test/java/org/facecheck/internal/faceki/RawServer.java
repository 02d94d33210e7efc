package org.facecheck.internal.faceki;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import org.facecheck.fake.Listener;

/**
 * A server that says the same to whoever has sent a request, whatever that is, until it is told to say something else. It
 * keeps the connection open until the client lets go of it, unless it is in the manner of what it says to leave. To what is
 * no HTTP, such as TLS where it speaks none, it says it at once.
 */
final class RawServer implements AutoCloseable {

    private static final long DRIP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final List<String> requestLines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private final Listener listener;
    private volatile Manner manner;

    /** How something is said. */
    @FunctionalInterface
    interface Manner {

        /** Says it, and whether to stay. */
        boolean speak(OutputStream out) throws IOException;

        static Manner sends(String text) {
            return out -> {
                out.write(text.getBytes(ISO_8859_1));
                return true;
            };
        }

        static Manner sendsAndLeaves(String text) {
            return out -> {
                out.write(text.getBytes(ISO_8859_1));
                return false;
            };
        }

        /** One byte at a time, so that there is always something to read and never an end. */
        static Manner drips(String text) {
            return out -> {
                for (byte drop : text.getBytes(ISO_8859_1)) {
                    out.write(drop);
                    out.flush();
                    LockSupport.parkNanos(DRIP_NANOS);
                }
                return true;
            };
        }
    }

    RawServer(String answer) {
        this(Manner.sends(answer), ServerSocketFactory.getDefault());
    }

    /** @param sockets may speak TLS */
    RawServer(Manner first, ServerSocketFactory sockets) {
        manner = first;
        listener = new Listener(sockets, this::serve);
    }

    static RawServer silent() {
        return new RawServer("");
    }

    private void serve(Socket client) throws IOException {
        try {
            InputStream in = new BufferedInputStream(client.getInputStream());
            requestLines.add(Listener.head(in).lines().findFirst().orElse(""));
            boolean stays = manner.speak(client.getOutputStream());
            client.getOutputStream().flush();
            asked.complete(null);
            if (stays) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        } finally {
            client.close();
            left.complete(null);
        }
    }

    void says(Manner next) {
        manner = next;
    }

    URI uri() {
        return URI.create((listener.speaksTls() ? "https" : "http") + "://127.0.0.1:" + port());
    }

    int port() {
        return listener.port();
    }

    InetSocketAddress address() {
        return listener.address();
    }

    List<String> requestLines() {
        return requestLines;
    }

    void awaitRequest() {
        asked.orTimeout(30, TimeUnit.SECONDS).join();
    }

    void awaitClientLeaving() {
        left.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        listener.close();
    }
}
