package org.facecheck.internal.selfcheck;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that says what the test wants: {@code /app/secure/x} is protected. */
class SelfCheckTest {
    private static final String CHALLENGE = "401 Unauthorized\r\nWWW-Authenticate: FaceCheck realm=\"facecheck\","
            + " max_age=60, capture=\"/app/facecheck\"";
    private static final String SHOWN = "200 OK\r\nContent-Type: text/plain";

    private final PlayedServer server = new PlayedServer();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        server.close();
    }

    private int check(String... addresses) {
        String[] arguments = new String[addresses.length + 1];
        arguments[0] = "http://127.0.0.1:" + server.port() + "/app";
        System.arraycopy(addresses, 0, arguments, 1, addresses.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        return new SelfCheck(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private PlayedServer protecting() {
        return server.answers(line -> line.contains("/secure/x") ? CHALLENGE : "404 Not Found");
    }

    @Nested
    class All_closed {
        @Test
        void is_exit_code_0() {
            protecting();

            assertThat(check("/secure/x", "pay=/secure/x")).isEqualTo(SelfCheck.CLOSED);
            assertThat(said())
                    .contains("closed  /secure/x: ", " targets, none shows anything", "closed  rule pay")
                    .doesNotContain("OPEN", "UNCLEAR", "rule /secure");
        }

        @Test
        void also_where_a_front_controller_shows_something_for_every_address() {
            server.answers(line -> line.contains("/app/secure/x ")
                    ? CHALLENGE
                    : SHOWN + "\r\n\r\n<a href=\"" + line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '))
                            + "\">welcome</a> " + "t".repeat(20));

            assertThat(check("/secure/x")).isEqualTo(SelfCheck.CLOSED);
        }

        @Test
        void also_where_a_variant_leads_to_the_capture_page() {
            server.answers(line -> line.contains("/app/facecheck")
                    ? SHOWN + "\r\n\r\ntoken=" + System.nanoTime() + "000000000000000000"
                    : CHALLENGE);

            assertThat(check("/secure/x")).isEqualTo(SelfCheck.CLOSED);
        }

        @Test
        void also_where_faces_breaks_on_every_name_that_is_no_views() {
            server.answers(line ->
                    line.contains("/app/faces/") || line.contains(".jsf ") ? "500 Internal Server Error" : CHALLENGE);

            assertThat(check("/secure/x")).isEqualTo(SelfCheck.CLOSED);
        }

        @Test
        void also_where_a_faces_request_is_told_to_go_there() {
            server.answersWhole(request -> request.contains("Faces-Request")
                    ? SHOWN + "\r\n\r\n<?xml version=\"1.0\"?>\n<partial-response><redirect"
                            + " url=\"/app/facecheck\"/></partial-response>"
                    : CHALLENGE);

            assertThat(check("/secure/x")).isEqualTo(SelfCheck.CLOSED);
        }
    }

    @Test
    void what_a_server_answers_to_every_broken_encoding_shows_nothing() {
        server.answers(line -> line.contains("%u00") ? SHOWN + "\r\nContent-Length: 0" : CHALLENGE);

        assertThat(check("/secure/x")).isEqualTo(SelfCheck.CLOSED);
    }

    @Test
    void what_breaks_on_an_alias_of_this_very_view_alone_is_unclear() {
        server.answers(line -> line.contains("/app/faces/secure/x ") ? "500 Internal Server Error" : CHALLENGE);

        assertThat(check("/secure/x")).isEqualTo(SelfCheck.UNCLEAR);
    }

    @Nested
    class Something_open {
        @ParameterizedTest
        @CsvSource({
            "/SECURE/X, GET /app/SECURE/X (case and endings): 200",
            "/secure;v=1/x, GET /app/secure;v=1/x (matrix parameters): 200",
            "/%73ecure/x, GET /app/%73ecure/x (encoding): 200"
        })
        void is_exit_code_1_and_the_target_that_opened_it(String opens, String told) {
            server.answers(line -> line.contains("/app" + opens + " ")
                    ? SHOWN + "\r\n\r\nsalaries"
                    : line.contains("/x") ? CHALLENGE : "404 Not Found");

            assertThat(check("/secure/x")).isEqualTo(SelfCheck.OPEN);
            assertThat(said()).contains("OPEN    /secure/x: ", told + ", 8 bytes");
        }

        @Test
        void may_be_a_method() {
            server.answers(line -> line.startsWith("HEAD /app/secure/x ")
                    ? SHOWN + "\r\nContent-Length: 8\r\n\r\n"
                    : line.contains("secure") ? CHALLENGE : "404 Not Found");

            assertThat(check("/secure/x")).isEqualTo(SelfCheck.OPEN);
            assertThat(said()).contains("HEAD /app/secure/x (methods): 200");
        }

        @Test
        void may_be_a_handshake() {
            server.answersWhole(request -> request.contains("Upgrade: websocket")
                    ? "101 Switching Protocols"
                    : request.contains("secure") ? CHALLENGE : "404 Not Found");

            assertThat(check("/secure/x")).isEqualTo(SelfCheck.OPEN);
            assertThat(said()).contains("(WebSocket handshakes): 101");
        }

        @Test
        void may_be_the_address_as_it_is() {
            server.answers(line -> SHOWN + "\r\n\r\nsalaries");

            assertThat(check("pay=/secure/x")).isEqualTo(SelfCheck.OPEN);
            assertThat(said()).contains("GET /app/secure/x (plain): 200", "OPEN    rule pay");
        }

        @Test
        void may_be_the_address_as_a_browser_asks_for_it() {
            server.answersWhole(
                    request -> request.contains("Accept: text/html") && request.contains("GET /app/secure/x ")
                            ? SHOWN + "\r\n\r\nsalaries"
                            : request.contains("secure") ? CHALLENGE : "404 Not Found");

            assertThat(check("/secure/x")).isEqualTo(SelfCheck.OPEN);
        }

        @Test
        void one_is_enough_for_its_rule() {
            server.answers(line -> line.contains("/open") ? SHOWN + "\r\n\r\nsalaries" : CHALLENGE);

            assertThat(check("pay=/secure/x", "pay=/open", "admin=/secure/y")).isEqualTo(SelfCheck.OPEN);
            assertThat(said()).contains("OPEN    rule pay", "closed  rule admin");
        }
    }

    @Nested
    class Not_to_be_judged {
        @ParameterizedTest
        @CsvSource({
            "404 Not Found, 404: nothing is there",
            "400 Bad Request, 400: the address itself is refused",
            "302 Found, 302: it is not Facecheck that answers",
            "401 Unauthorized, 401: it is not Facecheck that answers",
            "500 Error, 500: it is not Facecheck that answers"
        })
        void is_an_address_that_facecheck_does_not_answer(String answer, String told) {
            server.answers(line -> answer);

            assertThat(check("/secure/x")).isEqualTo(SelfCheck.UNCLEAR);
            assertThat(said()).contains("UNCLEAR /secure/x: " + told);
        }

        @ParameterizedTest
        @CsvSource({"500 Error, ': 500'", "'', ''"})
        void is_what_got_no_answer_or_an_error(String answer, String told) {
            server.answers(
                    line -> line.contains("%00") ? answer : line.contains("secure") ? CHALLENGE : "404 Not Found");

            assertThat(check("/secure/x")).isEqualTo(SelfCheck.UNCLEAR);
            assertThat(said()).contains("no answer to GET /app/secure/x%00" + told + System.lineSeparator());
        }

        @Test
        void is_a_server_that_is_not_there() throws IOException {
            int port;
            try (ServerSocket closedAtOnce = new ServerSocket(0)) {
                port = closedAtOnce.getLocalPort();
            }

            assertThat(run("http://127.0.0.1:" + port + "/app", "/secure/x")).isEqualTo(SelfCheck.UNCLEAR);
            assertThat(said()).contains("is the server there?");
        }

        @Test
        void is_a_server_whose_certificate_nobody_trusts() {
            WireMockServer selfSigned = new WireMockServer(
                    options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
            selfSigned.start();
            try {
                assertThat(run("https://127.0.0.1:" + selfSigned.httpsPort() + "/app", "/secure/x"))
                        .isEqualTo(SelfCheck.UNCLEAR);
            } finally {
                selfSigned.stop();
            }
            assertThat(said()).contains("and its certificate one that this JVM trusts?");
        }

        @Test
        void is_a_command_that_is_wrong() {
            assertThat(check("secure")).isEqualTo(SelfCheck.UNCLEAR);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("\"secure\" is no address", "Usage:");
            assertThat(said()).isEmpty();
        }
    }
}
