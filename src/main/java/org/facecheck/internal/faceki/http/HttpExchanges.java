package org.facecheck.internal.faceki.http;

import jakarta.json.JsonValue;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.internal.config.ServiceConfig;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and reads the answers, without making a thread wait. Thread-safe.
 *
 * <p>Redirects are never followed: they would take the token and the picture to somebody else. The JDK's client tries a
 * failed connect once more by itself, and repeats no {@code POST} that may have arrived.
 */
public final class HttpExchanges implements AutoCloseable {

    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final long CLOSE_SECONDS = 2;

    /** Empty once closed: before Java 21 the client's own thread ends only when nothing refers to the client. */
    private final AtomicReference<@Nullable HttpClient> client;

    private final ClientThreads threads;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    public HttpExchanges(ServiceConfig config, ClientThreads threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
        this.client = new AtomicReference<>(connectingAs(config, threads));
    }

    private static HttpClient connectingAs(ServiceConfig config, ClientThreads threads) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1) // one exchange a connection: giving one up never disturbs another
                .followRedirects(Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                .executor(threads);
        if (config.proxy() != null) {
            builder.proxy(ProxySelector.of(config.proxy()));
        }
        // The client's thread takes over the context class loader, and may outlive the application by a little.
        Thread thread = Thread.currentThread();
        ClassLoader application = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return builder.build();
        } finally {
            thread.setContextClassLoader(application);
        }
    }

    /**
     * Sends a request, unless its result is no longer wanted.
     *
     * @param call what is asked, in words for the operator
     * @param result what the answer is for: as soon as that is complete, for whatever reason, the exchange is cancelled
     */
    public CompletionStage<HttpAnswer> send(String call, HttpRequest request, CompletableFuture<?> result) {
        HttpClient open = client.get();
        if (result.isDone() || open == null) {
            return CompletableFuture.failedStage(new CheckFailedException(Cause.UNAVAILABLE, call + ": given up"));
        }
        CompletableFuture<Received> received = new CompletableFuture<>();
        CompletableFuture<HttpResponse<@Nullable Void>> exchange = start(open, request, received);
        listen(exchange, received);
        // Else the JDK starts a thread just to say that it is through, on a machine with two processors or fewer.
        end(exchange, received, CompletableFuture.anyOf(received, result));
        // On threads of our own, and not on the one that has the connection.
        return received.handleAsync(
                (whole, failure) -> {
                    if (failure != null) {
                        throw CheckFailedException.from(call, failure);
                    }
                    ResponseStatus codes =
                            json.read(whole.text(), ResponseStatus.class).orElse(null);
                    return new HttpAnswer(
                            call, whole.status(), whole.text(), codes, RetryAfter.of(whole.headers(), clock.instant()));
                },
                threads);
    }

    /** What a response brought, with an empty text where that was too long. */
    private record Received(int status, HttpHeaders headers, String text) {}

    /** Hears of a failure; and of a response without any body, which is what the JDK makes of a proxy's word on CONNECT. */
    private static void listen(
            CompletionStage<HttpResponse<@Nullable Void>> exchange, CompletableFuture<Received> received) {
        exchange.whenComplete((response, failure) -> {
            if (failure != null) {
                received.completeExceptionally(failure);
            } else {
                received.complete(new Received(response.statusCode(), response.headers(), ""));
            }
        });
    }

    /** Breaks off what is under way; once the answer is whole, its connection may be another request's already. */
    private static void end(Future<?> exchange, Future<Received> received, CompletionStage<?> onceDone) {
        onceDone.whenComplete((value, failure) -> exchange.cancel(!received.isDone()));
    }

    private static CompletableFuture<HttpResponse<@Nullable Void>> start(
            HttpClient open, HttpRequest request, CompletableFuture<Received> received) {
        try {
            return open.sendAsync(
                    request,
                    head -> new LimitedBodyHandler(
                            MAX_BODY_BYTES,
                            text -> received.complete(new Received(head.statusCode(), head.headers(), text))));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** The whole of an answer of which the codes are known already. */
    public <T extends Record> T body(HttpAnswer answer, Class<T> type) {
        return json.read(answer.text(), type)
                .orElseThrow(() -> new CheckFailedException(answer.trouble(Cause.PROTOCOL)));
    }

    /** One of several parts of an answer that was read. */
    public <T extends Record> T part(HttpAnswer answer, JsonValue part, Class<T> type) {
        return json.read(part.toString(), type)
                .orElseThrow(() -> new CheckFailedException(answer.trouble(Cause.PROTOCOL)));
    }

    /** Closes the client, waiting shortly for exchanges that have been cancelled. */
    @Override
    public void close() {
        // From Java 21 on, a client can be closed; that waits for its exchanges, so somebody else must do it.
        if (client.getAndSet(null) instanceof AutoCloseable open) {
            FutureTask<@Nullable Void> closing = new FutureTask<>(() -> {
                open.close();
                return null;
            });
            threads.execute(closing);
            try {
                closing.get(CLOSE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException unfinished) {
                closing.cancel(true); // interrupts, whereupon the client drops what is left
            }
        }
    }
}
