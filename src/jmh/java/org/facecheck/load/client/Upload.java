package org.facecheck.load.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One client's upload: sends a picture over a connection of its own and waits for the answer's status line. */
final class Upload {
    private static final int STATUS_LINE = "HTTP/1.1 200".length();
    private static final int STATUS = "HTTP/1.1 ".length();

    private final SocketChannel channel = SocketChannel.open();
    private final ByteBuffer head;
    private final ByteBuffer picture;
    private final int pieces;
    private final ByteBuffer answer = ByteBuffer.allocate(1024);
    private final SelectionKey key;
    private final long begin = System.nanoTime();
    private int released;
    private Result result = new Result(0, Double.POSITIVE_INFINITY);

    Upload(Selector selector, InetSocketAddress server, byte[] head, ByteBuffer picture, int pieces)
            throws IOException {
        this.head = ByteBuffer.wrap(head);
        this.picture = picture.duplicate().limit(0);
        this.pieces = pieces;
        channel.configureBlocking(false);
        key = channel.register(selector, 0, this);
        key.interestOps(channel.connect(server) ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT);
    }

    /**
     * What the server answered.
     *
     * @param status of the answer; 0 where there was none
     * @param millis from the connection's beginning to the status line; infinite where there was none
     */
    record Result(int status, double millis) {}

    /** Lets the next piece of the picture go, and returns whether there is another one after it. */
    boolean releasePiece() {
        released++;
        picture.limit((int) ((long) picture.capacity() * released / pieces));
        if (key.isValid() && channel.isConnected()) {
            key.interestOpsOr(SelectionKey.OP_WRITE);
        }
        return released < pieces;
    }

    /** Connects, sends or receives, whichever the connection is ready for. */
    void proceed() {
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_WRITE);
            } else if (key.isReadable()) {
                receive();
            } else {
                send();
            }
        } catch (IOException disconnected) {
            close();
        }
    }

    /** Sends as much as the socket takes, the head first. */
    private void send() throws IOException {
        channel.write(head);
        if (!head.hasRemaining()) {
            channel.write(picture);
            // A server may answer before it has read everything, so the answer is listened for while there is more to
            // send.
            key.interestOps(
                    picture.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    /** The status line is all that is read of an answer (RFC 9112, section 4); the connection ends with it. */
    private void receive() throws IOException {
        if (channel.read(answer) < 0) {
            close();
        } else if (answer.position() >= STATUS_LINE) {
            String status = new String(answer.array(), STATUS, STATUS_LINE - STATUS, StandardCharsets.US_ASCII);
            result = new Result(Integer.parseInt(status), (System.nanoTime() - begin) / 1e6);
            close();
        }
    }

    /** Ends the connection; the result stays. */
    void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            // The connection is given up anyway, and what was received before is still true.
        }
    }

    Result result() {
        return result;
    }
}
