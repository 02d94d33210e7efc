package org.facecheck.internal.faceki.http;

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
import org.facecheck.internal.concurrent.ContextClassLoader;
import org.facecheck.internal.config.ServiceConfig;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and reads the answers, without making a thread wait. Thread-safe.
 *
 * <p>Redirects (RFC 9110 §15.4) are never followed: they would take the token and the picture to another server. The JDK's
 * client tries a failed connect once more by itself, and repeats no {@code POST} that may have arrived (RFC 9110 §9.2.2).
 */
public final class HttpExchanges implements AutoCloseable {

    /** A hundred times what a match with several records takes. */
    private static final int MAX_BODY_BYTES = 1 << 20;

    /** An undeployment must not hang because of a service that does. */
    private static final long CLOSE_SECONDS = 2;

    /** Empty once closed: before Java 21 the client's own thread ends only when nothing refers to the client. */
    private final AtomicReference<@Nullable HttpClient> client;

    private final ClientThreads threads;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    /**
     * Sends nothing yet.
     *
     * @param clock tells what a date in {@code Retry-After} is from now on
     */
    public HttpExchanges(ServiceConfig config, ClientThreads threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
        this.client = new AtomicReference<>(client(config, threads));
    }

    private static HttpClient client(ServiceConfig config, ClientThreads threads) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1) // one exchange a connection: giving one up never disturbs another
                .followRedirects(Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                .executor(threads);
        if (config.proxy() != null) {
            builder.proxy(ProxySelector.of(config.proxy()));
        }
        // The client's own thread inherits the context class loader, and may outlive the application by a little.
        return ContextClassLoader.callWith(ClassLoader.getSystemClassLoader(), builder::build);
    }

    /**
     * Sends a request, unless its result is no longer wanted.
     *
     * @param call what is asked, in words for the operator
     * @param result what the answer is for: as soon as that is complete, however that comes, the exchange is cancelled
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

    /** What a response brought, without a text where there was none or it was too long. */
    private record Received(
            int status, HttpHeaders headers, @Nullable String text) {}

    /** Completes with a failure; or with a response without any body, which is what a refused CONNECT is to the JDK. */
    private static void listen(
            CompletionStage<HttpResponse<@Nullable Void>> exchange, CompletableFuture<Received> received) {
        exchange.whenComplete((response, failure) -> {
            if (failure != null) {
                received.completeExceptionally(failure);
            } else {
                received.complete(new Received(response.statusCode(), response.headers(), null));
            }
        });
    }

    /** Breaks off what is under way; once the answer is whole, its connection may be another request's already. */
    private static void end(Future<?> exchange, Future<Received> received, CompletionStage<?> onceDone) {
        onceDone.whenComplete((value, failure) -> exchange.cancel(!received.isDone()));
    }

    /** A client may throw instead of failing its future, for a URL that it does not like; both are a failed exchange here. */
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

    /** What reads the answers' text. */
    public JsonMapper json() {
        return json;
    }

    /** Closes the client, waiting shortly for exchanges that have been cancelled. */
    @Override
    public void close() {
        // From Java 21 on, a client can be closed; that waits for its exchanges, so another thread must do it.
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
