package org.facecheck.load.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Many clients that begin an upload and then send a byte every few seconds, as an attacker does who wants to hold a server's
 * threads, places and memory with almost no traffic (Slowloris, CWE-400). Bounded: their number is the number of beginnings,
 * each opens {@value SlowUpload#CONNECTIONS} connections at most, and all end after two minutes whatever happens.
 */
final class SlowUploads implements AutoCloseable {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int TICK_MILLIS = 100;

    private final InetSocketAddress server;
    private final List<byte[]> beginnings;
    private final Thread thread = new Thread(this::run, "slow uploads");
    // Written by the thread, read by the commands.
    private volatile int started;
    private volatile int open;
    private volatile boolean closed;

    SlowUploads(InetSocketAddress server, List<byte[]> beginnings) {
        this.server = server;
        this.beginnings = beginnings;
        thread.setDaemon(true);
    }

    /** Starts them all, and returns when each has sent its beginning, or after 20 s, with how many have. */
    int start() throws InterruptedException {
        thread.start();
        long begin = System.nanoTime();
        while (started < beginnings.size() && thread.isAlive() && System.nanoTime() - begin < START_NANOS) {
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        }
        return started;
    }

    /** How many have a connection that the server has neither answered nor closed. */
    int open() {
        return open;
    }

    /** One thread for all, as in {@link ConcurrentUploads}. */
    private void run() {
        List<SlowUpload> uploads = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            beginnings.forEach(beginning -> uploads.add(new SlowUpload(selector, server, beginning)));
            long begin = System.nanoTime();
            while (!closed && System.nanoTime() - begin < LONGEST_NANOS) {
                long now = System.nanoTime();
                uploads.forEach(upload -> upload.tick(now));
                selector.select(key -> ((SlowUpload) key.attachment()).proceed(), TICK_MILLIS);
                started = (int) uploads.stream().filter(SlowUpload::hasStarted).count();
                open = (int) uploads.stream().filter(SlowUpload::isOpen).count();
            }
        } catch (IOException failure) {
            // The number of those that are open tells it: the measurement is refused without them.
            open = 0;
        } finally {
            uploads.forEach(SlowUpload::close);
        }
    }

    /** Ends all connections. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
