package org.facecheck.load.client;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.Options;

/**
 * Stands in for the Face Match API: reads a whole picture, waits without holding a thread, and answers with a match. The wait
 * is a timer of the I/O thread, so that thousands of requests may wait at once.
 */
final class FaceMatchStub implements AutoCloseable {
    private static final String TOKEN =
            "{\"responseCode\":0,\"data\":{\"access_token\":\"t\",\"expires_in\":36000,\"token_type\":\"Bearer\"}}";

    private final AtomicInteger waiting = new AtomicInteger();
    private final String match = match();
    private final Undertow server;
    private volatile Duration delay = Duration.ofSeconds(1);

    FaceMatchStub() {
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(2)
                .setWorkerThreads(2)
                .setSocketOption(Options.BACKLOG, 4096)
                .setHandler(this::handle)
                .build();
        server.start();
    }

    String url() {
        return "http://127.0.0.1:"
                + ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    /** Sets how long an answer takes from now on. */
    void answerAfter(Duration delay) {
        this.delay = delay;
    }

    /** How many whole pictures have been received and not been answered. */
    int waiting() {
        return waiting.get();
    }

    private void handle(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        if (exchange.getRequestPath().startsWith("/auth/")) {
            exchange.getResponseSender().send(TOKEN);
            return;
        }
        exchange.getRequestReceiver().receivePartialBytes((upload, piece, last) -> {
            if (last) {
                waiting.incrementAndGet();
                upload.dispatch(
                        Runnable::run,
                        () -> upload.getIoThread()
                                .executeAfter(() -> answer(upload), delay.toMillis(), TimeUnit.MILLISECONDS));
            }
        });
    }

    private void answer(HttpServerExchange exchange) {
        waiting.decrementAndGet();
        exchange.getResponseSender().send(match);
    }

    /** The documented answer with a match; its document has to be valid today, so its expiry date is moved. */
    private static String match() {
        String expiry = LocalDate.now(ZoneOffset.UTC)
                .plusYears(1)
                .format(DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT));
        try (InputStream sample = FaceMatchStub.class.getResourceAsStream("/org/facecheck/bench/match.json")) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8).replace("2024/08/18", expiry);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
