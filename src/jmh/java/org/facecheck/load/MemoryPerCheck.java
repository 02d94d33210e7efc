package org.facecheck.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.facecheck.load.client.Burst;
import org.facecheck.load.client.ClientProcess;
import org.facecheck.load.server.Server;
import org.facecheck.load.server.Server.Usage;

/**
 * Measures what a check holds while it waits for the Face Match API: the heap with a thousand waiting checks, minus the heap
 * without them.
 *
 * <p>Both have to be read at the same level. In each round the same thousand people have opened their pages before the first
 * reading, so their sessions are in both; the server closes unused connections to the service within seconds, so those of the
 * round before are in neither; and each reading waits until the heap does not shrink any more. The first round warms up.
 */
record MemoryPerCheck(Server server, ClientProcess clients, Report report) {
    private static final int CHECKS = 1000;
    private static final int WARM_UPS = 1;
    private static final int ROUNDS = 3;

    /** Long enough for all to arrive and for some collections of garbage. */
    private static final Duration ANSWER = Duration.ofSeconds(12);

    /** Connections close, and a picture is given up that was kept in case that its access token is refused (2 s). */
    private static final int SETTLE_MILLIS = 4000;

    /** Two readings count as equal within this: a tenth of a KiB for each check. */
    private static final long LEVEL_BYTES = CHECKS * 100L;

    private static final int MOST_READINGS = 12;

    /** Only the variants that hold no thread: a blocking check is bounded by the threads, a thousand can't wait. */
    void measure() throws IOException {
        for (String variant : List.of("facecheck", "async")) {
            List<MemoryFigure.Round> rounds = new ArrayList<>();
            for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
                MemoryFigure.Round round = round(variant);
                if (i >= WARM_UPS) {
                    rounds.add(round);
                }
            }
            report.add(new MemoryFigure(server.name(), variant, CHECKS, rounds));
        }
    }

    /** One round, with new people: a session that has passed is not checked again. */
    private MemoryFigure.Round round(String variant) throws IOException {
        clients.answerAfter(ANSWER);
        clients.prepare(server.url(), variant, CHECKS, Duration.ZERO, ClientProcess.PATIENCE);
        Load.pause(SETTLE_MILLIS);
        Usage before = levelUsage();
        clients.start();
        // Ten seconds at most; fewer are found out below, by the figure itself.
        for (int i = 0; i < 200 && clients.waiting() < CHECKS; i++) {
            Load.pause(50);
        }
        Load.pause(SETTLE_MILLIS);
        // One reading, not one at rest: the checks do not wait that long, and each reading collects twice.
        Usage during = server.usage();
        int waiting = clients.waiting(); // after the reading: who waits now has waited all the time
        Burst burst = clients.result();
        Load.pause(SETTLE_MILLIS);
        Usage after = levelUsage();
        return new MemoryFigure.Round(before.heapBytes(), during, waiting, after.heapBytes(), burst.checked());
    }

    /** Reads the heap until it does not shrink any more: some objects are freed only by a second or third collection. */
    private Usage levelUsage() throws IOException {
        Usage last = server.usage();
        for (int i = 0; i < MOST_READINGS; i++) {
            Load.pause(500);
            Usage next = server.usage();
            if (Math.abs(next.heapBytes() - last.heapBytes()) < LEVEL_BYTES) {
                return next;
            }
            last = next;
        }
        throw new ImplausibleFigureException(
                server.name() + ": the heap does not come to rest, so what checks hold can't be told from it");
    }
}
