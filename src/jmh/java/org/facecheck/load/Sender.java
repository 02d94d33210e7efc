package org.facecheck.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One of a crowd: sends a picture over a connection of its own and waits for the first line of the answer. */
final class Sender {
    private static final int STATUS_LINE = "HTTP/1.1 200".length();
    private static final int STATUS = "HTTP/1.1 ".length();

    private final SocketChannel channel = SocketChannel.open();
    private final ByteBuffer head;
    private final ByteBuffer picture;
    private final int pieces;
    private final ByteBuffer answer = ByteBuffer.allocate(1024);
    private final SelectionKey key;
    private int permitted;
    private int status;

    Sender(Selector selector, InetSocketAddress server, byte[] head, ByteBuffer picture, int pieces)
            throws IOException {
        this.head = ByteBuffer.wrap(head);
        this.picture = picture.duplicate().limit(0);
        this.pieces = pieces;
        channel.configureBlocking(false);
        key = channel.register(selector, 0, this);
        key.interestOps(channel.connect(server) ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT);
    }

    /** Lets the next piece go; whether there is another one behind it. */
    boolean onePieceMore() {
        permitted++;
        picture.limit((int) ((long) picture.capacity() * permitted / pieces));
        if (key.isValid() && channel.isConnected()) {
            key.interestOpsOr(SelectionKey.OP_WRITE);
        }
        return permitted < pieces;
    }

    /** Does what the connection is ready for. */
    void go() {
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_WRITE);
            } else if (key.isReadable()) {
                receive();
            } else {
                send();
            }
        } catch (IOException gone) {
            leave();
        }
    }

    private void send() throws IOException {
        channel.write(head);
        if (!head.hasRemaining()) {
            channel.write(picture);
            key.interestOps(
                    picture.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    private void receive() throws IOException {
        if (channel.read(answer) < 0) {
            leave();
        } else if (answer.position() >= STATUS_LINE) {
            status = Integer.parseInt(
                    new String(answer.array(), STATUS, STATUS_LINE - STATUS, StandardCharsets.US_ASCII));
            leave();
        }
    }

    void leave() {
        try {
            channel.close();
        } catch (IOException failure) {
            status = 0; // as if nothing had been answered
        }
    }

    /** Zero as long as nothing was answered. */
    int status() {
        return status;
    }
}
