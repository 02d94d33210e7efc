package org.facecheck.load.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Many uploads at once, all in one thread that does as little as it can: the clients share the machine with the server, and
 * the CPU time that they take is missing there.
 */
final class ConcurrentUploads {
    /** In how many pieces a slow uplink sends a picture. */
    private static final int PIECES = 12;

    private final InetSocketAddress server;
    private final ByteBuffer picture;
    private final int pieces;
    private final long betweenPieces;
    private final long patience;

    /**
     * @param uplink how long a picture takes to send; zero sends it as fast as the server takes it
     * @param patience after which clients give up
     */
    ConcurrentUploads(InetSocketAddress server, byte[] picture, Duration uplink, Duration patience) {
        this.server = server;
        // Direct and shared: the JDK would copy a heap buffer once for each write.
        this.picture = ByteBuffer.allocateDirect(picture.length).put(picture).flip();
        this.pieces = uplink.isZero() ? 1 : PIECES;
        this.betweenPieces = uplink.toNanos() / pieces;
        this.patience = patience.toNanos();
    }

    /** When an upload may send its next piece; all are ordered by time, since each takes the same time between two. */
    private record Piece(long due, Upload upload) {}

    /** Sends one request for each head, and returns when all are answered or patience has ended. */
    Burst run(List<byte[]> heads) throws IOException {
        try (Selector selector = Selector.open()) {
            long begin = System.nanoTime();
            List<Upload> uploads = new ArrayList<>();
            Queue<Piece> pending = new ArrayDeque<>();
            for (byte[] head : heads) {
                Upload upload = new Upload(selector, server, head, picture, pieces);
                // Spread over the time between two pieces, since the pieces of two phones don't arrive in step.
                pending.add(new Piece(begin + betweenPieces * uploads.size() / heads.size(), upload));
                uploads.add(upload);
            }
            while (selector.keys().stream().anyMatch(SelectionKey::isValid) && System.nanoTime() - begin < patience) {
                releaseDue(pending);
                selector.select(key -> ((Upload) key.attachment()).proceed(), pending.isEmpty() ? 100 : 1);
            }
            uploads.forEach(Upload::close);
            return Burst.of(uploads.stream().map(Upload::result).toList(), (System.nanoTime() - begin) / 1e9);
        }
    }

    /** Gives every upload whose time has come its next piece, and puts it at the end of the queue. */
    private void releaseDue(Queue<Piece> pending) {
        while (!pending.isEmpty() && pending.peek().due() - System.nanoTime() <= 0) {
            Piece piece = pending.remove();
            if (piece.upload().releasePiece()) {
                pending.add(new Piece(piece.due() + betweenPieces, piece.upload()));
            }
        }
    }
}
