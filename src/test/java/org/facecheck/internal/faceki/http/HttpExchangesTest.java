package org.facecheck.internal.faceki.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facecheck.fake.FakeService.json;
import static org.mockito.Mockito.mock;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.fake.FakeService;
import org.facecheck.fake.Listener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpExchangesTest {
    private final FakeService service = FakeService.v2();
    private final ClientThreads threads = new ClientThreads(2);
    private final HttpExchanges calls = new HttpExchanges(service.config(), threads, service.clock);
    private final CompletableFuture<Object> result = new CompletableFuture<>();

    @BeforeEach
    void answer() {
        service.checkAnswers(json(200, "{}"));
    }

    @AfterEach
    void close() {
        calls.close();
        threads.close();
        service.close();
    }

    private CompletableFuture<HttpAnswer> send(HttpRequest request) {
        return calls.send("face check", request, result).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create(service.config().baseUrl() + FakeService.V2_PATH))
                .POST(BodyPublishers.noBody())
                .build();
    }

    private static void endsAs(CompletableFuture<HttpAnswer> sent, Cause cause, String detail) {
        assertThatThrownBy(sent::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(CheckFailedException.class))
                .extracting(CheckFailedException::trouble)
                .satisfies(trouble -> {
                    assertThat(trouble.cause()).isEqualTo(cause);
                    assertThat(trouble.detail()).isEqualTo(detail);
                });
    }

    @Test
    void a_request_is_sent_for_as_long_as_somebody_wants_its_answer() {
        assertThat(send(request()).join().status()).isEqualTo(200);
    }

    @Test
    void nothing_is_sent_for_a_result_that_is_there() {
        result.complete("there");

        endsAs(send(request()), Cause.UNAVAILABLE, "face check: given up");
        assertThat(service.checks()).isZero();
    }

    @Test
    void nothing_is_sent_once_they_are_closed() {
        calls.close();

        endsAs(send(request()), Cause.UNAVAILABLE, "face check: given up");
        assertThat(service.checks()).isZero();
    }

    @Test
    void a_request_that_cannot_be_sent_is_trouble_and_never_thrown() {
        HttpRequest toNowhere = mock(HttpRequest.class);

        endsAs(send(toNowhere), Cause.PROTOCOL, "face check: NullPointerException");
    }

    /**
     * An exchange that is broken off closes its connection, which may be another request's once the answer is whole. By chance:
     * it was one in a hundred.
     */
    @Test
    void a_connection_that_brought_a_whole_answer_is_left_to_the_next_request() {
        AtomicInteger connections = new AtomicInteger();
        try (ClientThreads workers = new ClientThreads(4);
                Listener server = new Listener(ServerSocketFactory.getDefault(), client -> {
                    connections.incrementAndGet();
                    while (!Listener.head(client.getInputStream()).isEmpty()) {
                        client.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII));
                    }
                });
                HttpExchanges inTurn = new HttpExchanges(service.config(), workers, service.clock)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                    .build();
            for (int i = 0; i < 3000; i++) {
                CompletableFuture<HttpAnswer> verdict = new CompletableFuture<>();
                inTurn.send("face check", request, verdict).thenAccept(verdict::complete);
                assertThat(verdict.orTimeout(30, TimeUnit.SECONDS).join().status())
                        .isEqualTo(200);
            }
        }

        assertThat(connections).hasValue(1);
    }
}
