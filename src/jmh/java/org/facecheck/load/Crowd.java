package org.facecheck.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Many who send a picture at once, all of them in one thread that does no more than it must: they share the machine with the
 * server, and what they take of it the server does not have.
 */
final class Crowd {
    /** In how many pieces a slow uplink sends. */
    private static final int PIECES = 12;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final InetSocketAddress server;
    private final ByteBuffer picture;
    private final int pieces;
    private final long betweenPieces;

    /** With an uplink of no length, each picture is sent as fast as it is taken. */
    Crowd(InetSocketAddress server, byte[] picture, Duration uplink) {
        this.server = server;
        this.picture = ByteBuffer.allocateDirect(picture.length).put(picture).flip();
        this.pieces = uplink.isZero() ? 1 : PIECES;
        this.betweenPieces = uplink.toNanos() / pieces;
    }

    private record Turn(long due, Sender sender) {}

    /** What each was answered; zero where there was no answer. */
    List<Integer> statuses(List<byte[]> heads) throws IOException {
        try (Selector selector = Selector.open()) {
            long begin = System.nanoTime();
            List<Sender> senders = new ArrayList<>();
            Queue<Turn> turns = new ArrayDeque<>();
            for (byte[] head : heads) {
                Sender sender = new Sender(selector, server, head, picture, pieces);
                turns.add(new Turn(begin + betweenPieces * senders.size() / heads.size(), sender));
                senders.add(sender);
            }
            while (selector.keys().stream().anyMatch(key -> key.isValid())
                    && System.nanoTime() - begin < PATIENCE_NANOS) {
                take(turns);
                selector.select(key -> ((Sender) key.attachment()).go(), turns.isEmpty() ? 100 : 1);
            }
            senders.forEach(Sender::leave);
            return senders.stream().map(Sender::status).toList();
        }
    }

    /** Those whose time has come send one piece more; they come by turns, since no two uplinks beat alike. */
    private void take(Queue<Turn> turns) {
        while (!turns.isEmpty() && turns.peek().due() - System.nanoTime() <= 0) {
            Turn turn = turns.remove();
            if (turn.sender().onePieceMore()) {
                turns.add(new Turn(turn.due() + betweenPieces, turn.sender()));
            }
        }
    }
}
