package org.facecheck.load.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/** One slow client: sends the beginning of an upload, then a byte every five seconds; comes back where it is cut off. */
final class SlowUpload {
    /** How often it comes back, the first time included. */
    static final int CONNECTIONS = 4;

    /**
     * Where it comes from: a loopback address, but not that of the other clients, as an attacker's is not that of the people
     * whom he wants to keep out. Limits per address can tell the two apart.
     */
    private static final InetSocketAddress SOURCE = new InetSocketAddress("127.0.0.2", 0);

    private static final long BETWEEN_BYTES = TimeUnit.SECONDS.toNanos(5);
    private static final long BEFORE_RETURN = TimeUnit.SECONDS.toNanos(1);

    private final Selector selector;
    private final InetSocketAddress server;
    private final byte[] beginning;
    private SocketChannel channel;
    private long due = System.nanoTime();
    private int connections;
    /** Whether the beginning was sent on this connection. */
    private boolean sending;

    /** The same for any connection. */
    private boolean started;

    SlowUpload(Selector selector, InetSocketAddress server, byte[] beginning) {
        this.selector = selector;
        this.server = server;
        this.beginning = beginning;
    }

    /** Connects, or sends the next byte, where it is time to. */
    void tick(long now) {
        if (now - due < 0) {
            return;
        }
        // Also while the connection is being established, so that a server that does not accept is not asked more
        // often.
        due = now + BETWEEN_BYTES;
        try {
            if (isOpen()) {
                channel.write(ByteBuffer.allocate(1));
            } else if (channel == null && connections < CONNECTIONS) {
                connect();
            }
        } catch (IOException disconnected) {
            close();
        }
    }

    /** Opens the next connection; {@link #proceed} goes on when it is established. */
    private void connect() throws IOException {
        connections++;
        channel = SocketChannel.open();
        channel.bind(SOURCE);
        channel.configureBlocking(false);
        channel.connect(server);
        channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    /** Sends the beginning once it is connected. Whatever the server answers, this upload is refused: it was never whole. */
    void proceed() {
        try {
            SelectionKey key = channel.keyFor(selector);
            if (key.isConnectable()) {
                channel.finishConnect();
                channel.write(ByteBuffer.wrap(beginning)); // less than a socket's buffer, so it goes at once
                key.interestOps(SelectionKey.OP_READ);
                sending = true;
                started = true;
            } else if (key.isReadable()) {
                close();
            }
        } catch (IOException disconnected) {
            close();
        }
    }

    /** Whether it has ever sent its beginning. */
    boolean hasStarted() {
        return started;
    }

    /** Whether the server has neither answered nor closed the connection. */
    boolean isOpen() {
        return sending;
    }

    /** Ends the connection, and is due to come back a second later. */
    void close() {
        sending = false;
        due = System.nanoTime() + BEFORE_RETURN;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException failure) {
                // It is given up anyway.
            }
            channel = null;
        }
    }
}
