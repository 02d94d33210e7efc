package org.facecheck.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.facecheck.load.client.Burst;
import org.facecheck.load.client.ClientProcess;
import org.facecheck.load.server.Server;

/** Measures quick clients alone, and beside many that begin an upload and send a byte every few seconds. */
record SlowSenders(Server server, ClientProcess clients, Report report, boolean full) {
    /** Quick clients give up after this; a person with a phone has given up before. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Between two bursts, so that the server has noticed the closed connections of the one before. */
    private static final int SETTLE_MILLIS = 3000;

    /** The bursts alone and beside slow ones by turns, so that other work on the machine meets both. */
    void measure() throws IOException {
        int quick = full ? 200 : 5;
        int slow = full ? 2000 : 20;
        if (full) {
            for (int i = 0; i < 5; i++) {
                burst(quick); // for the JIT compiler
            }
        }
        List<Burst> alone = new ArrayList<>();
        List<SlowSendersFigure.Beside> beside = new ArrayList<>();
        for (int i = 0; i < (full ? 3 : 1); i++) {
            alone.add(burst(quick));
            Load.pause(full ? SETTLE_MILLIS : 20);
            beside.add(beside(quick, slow));
            Load.pause(full ? SETTLE_MILLIS : 20);
        }
        report.add(new SlowSendersFigure(server.name(), quick, slow, alone, beside));
    }

    /** The quick ones alone. */
    private Burst burst(int quick) throws IOException {
        clients.prepare(server.url(), "facecheck", quick, Duration.ZERO, PATIENCE);
        clients.start();
        return clients.result();
    }

    /** All pages are opened before the slow ones start: what is measured is the upload. */
    private SlowSendersFigure.Beside beside(int quick, int slow) throws IOException {
        clients.prepare(server.url(), "facecheck", quick, Duration.ZERO, PATIENCE);
        clients.prepareSlow(server.url(), slow);
        int started = clients.startSlow();
        clients.start();
        Burst burst = clients.result();
        return new SlowSendersFigure.Beside(burst, started, clients.stopSlow());
    }
}
