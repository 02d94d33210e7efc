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
 * Asks for another page every ten milliseconds, whether the last answer is there or not, and so sees the waiting times that
 * users see ("coordinated omission" is avoided). Each request has a thread and a connection of its own, so that what is
 * measured is the server's time.
 */
final class ResponseTimeProbe implements AutoCloseable {
    private static final int EVERY_MILLIS = 10;
    private static final int PATIENCE_MILLIS = 120_000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Socket> idle = new ConcurrentLinkedDeque<>();
    private final URI url;
    private final byte[] request;

    ResponseTimeProbe(String url) {
        this.url = URI.create(url);
        this.request = "GET %s/page HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(this.url.getPath(), this.url.getAuthority())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The response times in milliseconds, counted from when the request was due; infinite where no answer came. */
    record ResponseTimes(List<Double> sorted) {
        static ResponseTimes allOf(List<ResponseTimes> parts) {
            return new ResponseTimes(parts.stream()
                    .flatMap(part -> part.sorted().stream())
                    .sorted()
                    .toList());
        }

        /** A percentile; 0.99 is the 99th. Not a number where nothing was measured. */
        double at(double share) {
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
        }
    }

    /** Asks as long as the work takes, and returns when every answer is there. */
    ResponseTimes during(Runnable work) {
        List<Future<Double>> requests = Collections.synchronizedList(new ArrayList<>());
        long begin = System.nanoTime();
        ScheduledFuture<?> asking = timer.scheduleAtFixedRate(
                () -> {
                    long due = begin + requests.size() * TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
                    requests.add(threads.submit(() -> ask(due)));
                },
                0,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
        work.run();
        asking.cancel(false);
        return new ResponseTimes(List.copyOf(requests).stream()
                .map(ResponseTimeProbe::result)
                .sorted()
                .toList());
    }

    private double ask(long due) throws IOException {
        Socket socket = idle.pollFirst();
        // The server closes connections that were not used for a minute; that is no answer, so the next one is tried.
        while (socket != null && !fetchPage(socket)) {
            socket.close();
            socket = idle.pollFirst();
        }
        if (socket == null) {
            socket = new Socket(url.getHost(), url.getPort());
            if (!fetchPage(socket)) {
                socket.close();
                throw new IOException("the server did not answer with the page");
            }
        }
        double millis = (System.nanoTime() - due) / 1e6;
        idle.addFirst(socket);
        return millis;
    }

    /** Sends one request, and returns whether the page came; the connection is of no more use where it did not. */
    private boolean fetchPage(Socket socket) {
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
        } catch (IOException disconnected) {
            return false;
        }
    }

    private static double result(Future<Double> request) {
        try {
            return request.get();
        } catch (Exception failure) {
            return Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        threads.shutdownNow();
        for (Socket socket : idle) {
            socket.close();
        }
    }
}
