package org.facecheck.testkit.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.facecheck.testkit.sandbox.Answer;
import org.facecheck.testkit.sandbox.Dialect;
import org.facecheck.testkit.sandbox.Reply;
import org.facecheck.testkit.sandbox.Sandbox;
import org.facecheck.testkit.sandbox.V2;
import org.facecheck.testkit.sandbox.V3;

/** The sandbox behind the JDK's own HTTP server, at the addresses of the real API. */
public final class ApiServer implements AutoCloseable {
    private static final int MAX_REQUEST = 16 << 20;

    private final Sandbox sandbox;
    private final HttpServer http;
    private final ExecutorService threads;

    private ApiServer(Sandbox sandbox, HttpServer http, ExecutorService threads) {
        this.sandbox = sandbox;
        this.http = http;
        this.threads = threads;
    }

    /** What the API says to one request. */
    @FunctionalInterface
    private interface Handler {
        Reply handle(HttpExchange exchange) throws IOException;
    }

    /**
     * Starts a server.
     *
     * @throws IOException where the address can't be listened at
     */
    public static ApiServer start(Sandbox sandbox, InetSocketAddress address) throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "played-service");
            thread.setDaemon(true);
            return thread;
        });
        ApiServer server = new ApiServer(sandbox, HttpServer.create(address, 0), threads);
        server.http.setExecutor(threads);
        server.on("/auth/api/access-token", server::tokenByQuery);
        server.on("/auth/api/generate-token", server::tokenByJson);
        server.on("/facelink/api/face-check", exchange -> server.check(new V2(), exchange));
        server.on("/api/v3/kyc_verification/search-by-face", exchange -> server.check(new V3(), exchange));
        server.http.start();
        return server;
    }

    /** Where it answers. */
    public URI address() {
        InetSocketAddress bound = http.getAddress();
        return URI.create("http://127.0.0.1:" + bound.getPort());
    }

    private void on(String path, Handler handler) {
        http.createContext(path, exchange -> {
            try (exchange) {
                send(handler.handle(exchange), exchange);
            }
        });
    }

    private Reply tokenByQuery(HttpExchange exchange) {
        QueryParameters query = QueryParameters.of(exchange.getRequestURI());
        return sandbox.tokenDesk().ask(query.value("clientId"), query.value("clientSecret"));
    }

    private Reply tokenByJson(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readNBytes(MAX_REQUEST), StandardCharsets.UTF_8);
        JsonObject sent;
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            sent = reader.readObject();
        } catch (JsonException unreadable) {
            sent = JsonValue.EMPTY_JSON_OBJECT;
        }
        return sandbox.tokenDesk().ask(sent.getString("clientId", ""), sent.getString("clientSecret", ""));
    }

    private Reply check(Dialect dialect, HttpExchange exchange) throws IOException {
        FileParts parts = FileParts.of(
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestBody().readNBytes(MAX_REQUEST));
        return sandbox.checkDesk()
                .ask(dialect, exchange.getRequestHeaders().getFirst("Authorization"), parts.file(dialect.partName()));
    }

    private static void send(Reply reply, HttpExchange exchange) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(reply.delay().toMillis()); // one of as many threads as there are requests
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return;
        }
        Answer answer = reply.answer();
        byte[] whole = answer.bytes();
        exchange.getResponseHeaders().set("Content-Type", answer.mediaType() + ";charset=UTF-8");
        exchange.sendResponseHeaders(answer.status(), whole.length == 0 ? -1 : whole.length);
        // Less than was announced ends the connection in the middle, where that is what was ordered.
        exchange.getResponseBody().write(answer.sentBytes());
    }

    /** Ends it at once; a second call does nothing. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
