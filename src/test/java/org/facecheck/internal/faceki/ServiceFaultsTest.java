package org.facecheck.internal.faceki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.FakeService.verdict;
import static org.facecheck.internal.faceki.RawServer.Manner.drips;
import static org.facecheck.internal.faceki.RawServer.Manner.sends;
import static org.facecheck.internal.faceki.RawServer.Manner.sendsAndLeaves;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.NotMatched;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.fake.FakeService;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.faceki.RawServer.Manner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the service, or on the way to it: each ends as trouble, and the client goes on as if nothing had been. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceFaultsTest {

    /** Good for either call: there is a token in it, and a verdict. */
    private static final String GOOD = """
            {"responseCode":0,"data":{"access_token":"t","expires_in":3600,"face_verified":false}}""";

    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    @BeforeEach
    void watch() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> escaped.add(thrown));
    }

    @AfterEach
    void nothing_escaped_and_no_thread_was_left_behind() throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler(before);
        assertThat(escaped).isEmpty();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("facecheck-http-")) {
                thread.join(30_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static String http(String status, String body) {
        return "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.length(), body);
    }

    private static String nested(String open, String close) {
        return http("200 OK", "{\"responseCode\":0,\"data\":" + open.repeat(100_000) + close.repeat(100_000) + "}");
    }

    private static TestConfig askingOneAtATime(URI service) {
        return FakeService.asking(service).maxConcurrent(1);
    }

    private static FacekiClient client(TestConfig config) {
        return new FacekiClient(config.service(), Clock.systemUTC());
    }

    private static Trouble trouble(FaceMatch match) {
        return assertThat(match)
                .asInstanceOf(InstanceOfAssertFactories.type(Trouble.class))
                .actual();
    }

    /** What a service may do to a request. */
    enum Fault {
        SILENCE(Cause.TIMEOUT, sends("")),
        SLOW_HEADERS(Cause.TIMEOUT, drips("HTTP/1.1 200 OK\r\nX-Slow: " + "slow ".repeat(10_000))),
        SLOW_BODY(Cause.TIMEOUT, drips("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n" + " ".repeat(50_000))),
        NO_ANSWER(Cause.UNAVAILABLE, sendsAndLeaves("")),
        CUT_HEADERS(Cause.UNAVAILABLE, sendsAndLeaves("HTTP/1.1 200 OK\r\nContent-Le")),
        CUT_BODY(Cause.UNAVAILABLE, sendsAndLeaves("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + GOOD)),
        CUT_CHUNK(Cause.UNAVAILABLE, sendsAndLeaves("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n{")),
        NO_HTTP(Cause.UNAVAILABLE, sendsAndLeaves("SSH-2.0-OpenSSH_9.6\r\n")),
        TEN_MEGABYTES(Cause.PROTOCOL, sends(http("200 OK", GOOD + " ".repeat(10_000_000)))),
        TEN_MEGABYTES_OF_HEADERS(
                Cause.UNAVAILABLE, sends("HTTP/1.1 200 OK\r\n" + "X-Much: more and more\r\n".repeat(500_000))),
        HTML(Cause.PROTOCOL, sends(http("200 OK", "<!DOCTYPE html><html><body>Please log in</body></html>"))),
        NO_CONTENT(Cause.PROTOCOL, sends("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")),
        NOTHING(Cause.PROTOCOL, sends(http("200 OK", ""))),
        COMPRESSED(Cause.PROTOCOL, sends(http("200 OK\r\nContent-Encoding: gzip", "\u001f\u008b\b\0\0\0"))),
        UTF_16(Cause.PROTOCOL, sends(http("200 OK", "\u00fe\u00ff\0{\0}"))),
        DEEP_ARRAYS(Cause.PROTOCOL, sends(nested("[", "]"))),
        DEEP_OBJECTS(Cause.PROTOCOL, sends(nested("{\"a\":", "}").replace(":}", ":0}"))),
        ENDLESSLY_DEEP(Cause.PROTOCOL, sends(http("200 OK", "[".repeat(1 << 20)))),
        LONG_NUMBER(Cause.PROTOCOL, sends(http("200 OK", "{\"responseCode\":" + "7".repeat(1_000_000) + "}"))),
        SAID_TWICE(
                Cause.PROTOCOL,
                sends(http(
                        "200 OK", GOOD.replace("{\"responseCode\":0,", "{\"responseCode\":8017,\"responseCode\":0,")))),
        WRONG_TYPES(Cause.PROTOCOL, sends(http("200 OK", "{\"responseCode\":0,\"data\":\"none\"}"))),
        UNAUTHORIZED(Cause.OPERATOR, sends(http("401 Unauthorized", "{}"))),
        TOO_MANY_REQUESTS(Cause.UNAVAILABLE, sends(http("429 Too Many Requests", "{}"))),
        INTERNAL_ERROR(Cause.UNAVAILABLE, sends(http("500 Internal Server Error", GOOD))),
        BAD_GATEWAY(Cause.UNAVAILABLE, sends(http("502 Bad Gateway", "<html>"))),
        DOWN(Cause.UNAVAILABLE, sends(http("503 Service Unavailable", ""))),
        GATEWAY_TIMEOUT(Cause.UNAVAILABLE, sends(http("504 Gateway Timeout", "")));

        private final Cause cause;
        private final Manner manner;

        Fault(Cause cause, Manner manner) {
            this.cause = cause;
            this.manner = manner;
        }

        Duration deadline() {
            return Duration.ofSeconds(cause == Cause.TIMEOUT ? 2 : 30);
        }
    }

    @Nested
    class A_fault {

        @ParameterizedTest
        @EnumSource
        void of_either_call_is_trouble_and_the_only_place_comes_back(Fault fault) {
            try (RawServer server = new RawServer("");
                    FacekiClient client = client(askingOneAtATime(server.uri()).timeout(fault.deadline()))) {
                server.says(fault.manner);
                assertThat(trouble(verdict(client)).cause()).isEqualTo(fault.cause);

                server.says(sends(http("200 OK", GOOD)));
                assertThat(onceTheTokenCallHasEnded(client)).isEqualTo(new NotMatched());

                server.says(fault.manner); // now there is a token, and it is the check that fails
                assertThat(trouble(verdict(client)).cause()).isEqualTo(fault.cause);

                server.says(sends(http("200 OK", GOOD)));
                assertThat(verdict(client)).isEqualTo(new NotMatched());
            }
        }

        /** A call for a token has a deadline of its own; who asks a moment before its end shares it. */
        private FaceMatch onceTheTokenCallHasEnded(FacekiClient client) {
            return Stream.generate(() -> verdict(client))
                    .limit(3)
                    .filter(NotMatched.class::isInstance)
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void that_lasts_does_not_wear_the_client_out() {
            try (RawServer server = new RawServer(http("401 Unauthorized", "{}"));
                    FacekiClient client = client(askingOneAtATime(server.uri()))) {
                for (int i = 0; i < 50; i++) {
                    assertThat(trouble(verdict(client)).cause()).isEqualTo(Cause.OPERATOR);
                }
                assertThat(server.requestLines()).hasSize(50);
            }
        }
    }

    @Nested
    class A_redirect {

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void to_another_host_takes_neither_secret_nor_picture_there(int status) {
            try (RawServer other = new RawServer(http("200 OK", GOOD));
                    RawServer server = new RawServer("");
                    FacekiClient client = client(askingOneAtATime(server.uri()))) {
                Manner redirect = sends(http(status + " Elsewhere\r\nLocation: " + other.uri() + "/", ""));
                server.says(redirect);
                assertThat(trouble(verdict(client)).cause()).isEqualTo(Cause.PROTOCOL);

                server.says(sends(http("200 OK", GOOD)));
                assertThat(verdict(client)).isEqualTo(new NotMatched());

                server.says(redirect);
                assertThat(trouble(verdict(client)).cause()).isEqualTo(Cause.PROTOCOL);
                assertThat(other.requestLines()).isEmpty();
            }
        }
    }

    @Nested
    class A_service_that_cannot_be_reached {

        private Trouble asking(TestConfig config) {
            try (FacekiClient client = client(config)) {
                Trouble first = trouble(verdict(client));
                assertThat(trouble(verdict(client))).as("the place comes back").isEqualTo(first);
                return first;
            }
        }

        @Test
        void because_nobody_listens_is_unavailable() throws Exception {
            URI nobody;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
            }

            assertThat(asking(askingOneAtATime(nobody)))
                    .isEqualTo(
                            new Trouble(Cause.UNAVAILABLE, "access token: ConnectException by ClosedChannelException"));
        }

        @Test
        void because_its_name_is_unknown_is_unavailable_and_the_operator_can_tell() {
            assertThat(asking(askingOneAtATime(URI.create("https://faceki.invalid"))))
                    .isEqualTo(new Trouble(
                            Cause.UNAVAILABLE, "access token: ConnectException by UnresolvedAddressException"));
        }

        @Test
        void because_nobody_takes_the_connection_is_too_late() throws Exception {
            try (BlackHole hole = new BlackHole()) {
                assertThat(asking(askingOneAtATime(hole.uri()).connectTimeout(Duration.ofMillis(300))))
                        .extracting(Trouble::cause)
                        .isEqualTo(Cause.TIMEOUT);
            }
        }
    }

    /** Listens, but takes no connection any more: the queue for them is full, so that packets are dropped in silence. */
    private static final class BlackHole implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<Socket> queued = new ArrayList<>();

        BlackHole() throws IOException {
            boolean full = false;
            while (!full) {
                Socket next = new Socket();
                queued.add(next);
                try {
                    next.connect(socket.getLocalSocketAddress(), 500);
                } catch (SocketTimeoutException dropped) {
                    full = true;
                }
            }
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            for (Socket one : queued) {
                one.close();
            }
            socket.close();
        }
    }

    @Nested
    class The_proxy_of_the_JVM {

        private final ProxySelector before = ProxySelector.getDefault();

        @AfterEach
        void restore() {
            ProxySelector.setDefault(before);
        }

        @Test
        void is_used_where_none_is_configured() {
            try (RawServer proxy = new RawServer(http("200 OK", GOOD))) {
                ProxySelector.setDefault(new To(proxy.address()));
                try (FacekiClient client = client(askingOneAtATime(URI.create("http://127.9.9.9")))) {
                    assertThat(verdict(client)).isEqualTo(new NotMatched());
                }
                assertThat(proxy.requestLines())
                        .hasSize(2)
                        .allMatch(line -> line.matches("(GET|POST) http://127\\.9\\.9\\.9/.*"));
            }
        }

        @Test
        void is_not_used_where_one_is_configured() {
            try (RawServer mine = new RawServer(http("200 OK", GOOD));
                    RawServer theirs = new RawServer(http("200 OK", GOOD))) {
                ProxySelector.setDefault(new To(theirs.address()));
                try (FacekiClient client =
                        client(askingOneAtATime(URI.create("http://127.9.9.9")).proxy(mine.address()))) {
                    assertThat(verdict(client)).isEqualTo(new NotMatched());
                }
                assertThat(mine.requestLines()).hasSize(2);
                assertThat(theirs.requestLines()).isEmpty();
            }
        }
    }

    /** Sends everybody to one proxy. */
    private static final class To extends ProxySelector {
        private final InetSocketAddress proxy;

        To(InetSocketAddress proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(new Proxy(Proxy.Type.HTTP, proxy));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
