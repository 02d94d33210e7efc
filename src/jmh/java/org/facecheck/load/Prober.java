package org.facecheck.load;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.facecheck.load.app.OtherPage;

/**
 * Somebody who asks for another page every ten milliseconds, whether the last answer is there or not, and so waits as long as
 * anybody would. Each waits in a thread and on a connection of their own, so that it is the server's time that is taken.
 */
final class Prober implements AutoCloseable {
    private static final int EVERY_MILLIS = 10;
    private static final int PATIENCE_MILLIS = 120_000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService askers = Executors.newCachedThreadPool();
    private final Deque<Socket> idle = new ConcurrentLinkedDeque<>();
    private final URI url;
    private final byte[] request;

    Prober(String url) {
        this.url = URI.create(url);
        this.request = "GET %s/page HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(this.url.getPath(), this.url.getAuthority())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What the page took, from when it should have been asked for, in milliseconds. */
    record Waits(List<Double> sorted) {
        static Waits allOf(List<Waits> some) {
            return new Waits(some.stream()
                    .flatMap(waits -> waits.sorted().stream())
                    .sorted()
                    .toList());
        }

        double at(double share) {
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
        }
    }

    /** Asks while the work goes on. */
    Waits during(Runnable work) {
        List<Future<Double>> asked = Collections.synchronizedList(new ArrayList<>());
        long begin = System.nanoTime();
        ScheduledFuture<?> asking = timer.scheduleAtFixedRate(
                () -> {
                    long due = begin + asked.size() * TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
                    asked.add(askers.submit(() -> ask(due)));
                },
                0,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        work.run();
        asking.cancel(false);
        return new Waits(
                List.copyOf(asked).stream().map(Prober::outcome).sorted().toList());
    }

    private double ask(long due) throws IOException {
        Socket socket = idle.pollFirst();
        while (socket != null && !answers(socket)) { // the server closes what is not used for a minute
            socket.close();
            socket = idle.pollFirst();
        }
        if (socket == null) {
            socket = new Socket(url.getHost(), url.getPort());
            if (!answers(socket)) {
                socket.close();
                throw new IOException("not the page");
            }
        }
        double millis = (System.nanoTime() - due) / 1e6;
        idle.addFirst(socket);
        return millis;
    }

    private boolean answers(Socket socket) {
        byte[] answer = new byte[1024];
        int length = 0;
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            while (!new String(answer, 0, length, StandardCharsets.US_ASCII).contains(OtherPage.TEXT)) {
                int more = socket.getInputStream().read(answer, length, answer.length - length);
                if (more <= 0) {
                    return false;
                }
                length += more;
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static double outcome(Future<Double> asked) {
        try {
            return asked.get();
        } catch (Exception failure) {
            return Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        askers.shutdownNow();
        for (Socket socket : idle) {
            socket.close();
        }
    }
}
