package org.facecheck.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.SMILING;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facecheck.engine.EngineFaceMatcher;
import org.facecheck.engine.service.client.ArrivalLimits.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More uploads than the engine computes at once, over sockets, each of which the test writes when it wants to. */
class OverloadTest {
    private static final String CHECK = "/facelink/api/face-check";
    private static final int PLACES = EngineFaceMatcher.places();
    private static final int MILLIS = 60_000;

    @TempDir
    static Path directory;

    private static RunningService service;
    private static String token;

    private final List<Upload> uploads = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.start(directory);
        assertThat(service.enrol("party", SMILING).statusCode()).isEqualTo(200);
        token = service.token("intranet", RunningService.CHECK_SECRET);
    }

    @AfterAll
    static void stop() throws Exception {
        if (service != null) {
            service.close();
        }
    }

    /** A request whose head the server has read, and whose body it waits for. */
    private static final class Upload implements AutoCloseable {
        private final byte[] body;
        private final Socket socket;
        private final BufferedReader answer;

        /** Asks the server to say when it begins to read the body (RFC 9110 §10.1.1). */
        Upload(String path, String whose, String type, byte[] body) throws IOException {
            this.body = body;
            this.socket =
                    new Socket(service.address().getHost(), service.address().getPort());
            socket.setSoTimeout(MILLIS);
            this.answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String head = "POST " + path + " HTTP/1.1\r\nHost: engine\r\n" + whose
                    + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                    + "\r\nExpect: 100-continue\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
        }

        String line() throws IOException {
            return String.valueOf(answer.readLine());
        }

        /** What the server says before it has got anything of the body. */
        String statusAtOnce() throws IOException {
            String status = line();
            answer.readLine();
            return status;
        }

        void send() throws IOException {
            socket.getOutputStream().write(body);
        }

        /** The head of the answer. */
        List<String> head() throws IOException {
            List<String> lines = new ArrayList<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                lines.add(line);
            }
            return lines;
        }

        /** Hangs up, and waits until the server is through with it: what it kept is free then. */
        @Override
        public void close() throws IOException {
            try {
                socket.shutdownOutput();
                answer.transferTo(Writer.nullWriter());
            } catch (SocketException gone) {
                // The server has hung up first.
            } finally {
                socket.close();
            }
        }
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    private static Upload check() throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--b\r\nContent-Disposition: form-data; name=\"selfie_image\"\r\n\r\n".getBytes(UTF_8));
        form.writeBytes(RunningService.picture(LAUGHING));
        form.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        return new Upload(CHECK, bearer(token), "multipart/form-data; boundary=b", form.toByteArray());
    }

    @AfterEach
    void close() throws IOException {
        for (Upload upload : uploads) {
            upload.close();
        }
    }

    @Test
    void uploads_that_are_still_to_come_keep_no_place_from_one_that_is_there() throws Exception {
        begin(PLACES + 2, OverloadTest::check);

        assertThat(service.check(LAUGHING, "party")).contains("\"face_verified\":true");
    }

    @Test
    void an_enrolment_that_is_still_to_come_keeps_nobody_from_enrolling() throws Exception {
        String enrolling = service.token("hr", RunningService.ENROL_SECRET);
        try (Upload slow = new Upload("/engine/people", bearer(enrolling), "application/json", new byte[100])) {
            assertThat(slow.statusAtOnce()).isEqualTo("HTTP/1.1 100 Continue");

            assertThat(service.enrol("party", SMILING).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void of_more_pictures_than_there_are_places_some_are_told_to_come_later_and_the_others_are_answered()
            throws Exception {
        begin(2 * PLACES - 2, OverloadTest::check);
        for (Upload upload : uploads) {
            upload.send();
        }
        List<List<String>> answers = new ArrayList<>();
        for (Upload upload : uploads) {
            answers.add(upload.head());
        }

        assertThat(answers)
                .allSatisfy(head -> assertThat(head.get(0)).matches("HTTP/1.1 (200|503) .*"))
                .anySatisfy(head -> assertThat(head.get(0)).contains("200"))
                .anySatisfy(head -> assertThat(head.get(0)).contains("503"))
                .filteredOn(head -> head.get(0).contains("503"))
                .allSatisfy(head -> assertThat(head).contains("Retry-After: 5"));
        assertThat(service.check(LAUGHING, "party")).contains("\"face_verified\":true");
    }

    private static Upload enrolment() throws IOException {
        String token = service.token("hr", RunningService.ENROL_SECRET);
        return new Upload("/engine/people", bearer(token), "application/json", new byte[100]);
    }

    private static Upload page(OperatorBrowser browser, String path) throws IOException {
        return new Upload(
                "/operator/" + path, "Cookie: " + browser.cookie(), "multipart/form-data; boundary=b", new byte[100]);
    }

    /** Of one kind. */
    private interface Uploads {
        Upload next() throws IOException;
    }

    /** So many whose bodies are waited for. */
    private void begin(int count, Uploads kind) throws IOException {
        for (int i = 0; i < count; i++) {
            Upload upload = kind.next();
            uploads.add(upload);
            assertThat(upload.statusAtOnce()).as("upload " + i).isEqualTo("HTTP/1.1 100 Continue");
        }
    }

    private void assertIsToldToComeLater(Upload one) throws IOException {
        uploads.add(one);
        List<String> head = one.head();
        assertThat(head.get(0)).as("before the body is read").startsWith("HTTP/1.1 503");
        assertThat(head).contains("Retry-After: 5");
    }

    @Test
    void of_enrolments_that_are_on_their_way_more_than_a_few_are_told_to_come_later_before_they_are_read()
            throws Exception {
        OperatorBrowser browser = new OperatorBrowser(service);
        browser.post("login", "id=hr&secret=" + RunningService.ENROL_SECRET);
        begin(Sender.ENROLLER.limit() - 1, OverloadTest::enrolment);
        begin(1, () -> page(browser, "people"));

        assertIsToldToComeLater(enrolment());
        assertIsToldToComeLater(page(browser, "people"));
        assertThat(service.check(LAUGHING, "party")).as("others").contains("\"face_verified\":true");

        Upload first = uploads.get(0);
        first.send();
        assertThat(first.head().get(0)).as("zeros").startsWith("HTTP/1.1 400");
        assertThat(service.enrol("party", SMILING).statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_hangs_up_while_sending_makes_room_for_others() throws Exception {
        for (int i = 0; i <= Sender.ENROLLER.limit(); i++) {
            Upload upload = enrolment();
            assertThat(upload.statusAtOnce()).isEqualTo("HTTP/1.1 100 Continue");
            upload.close();
        }
    }

    @Test
    void strangers_who_send_slowly_get_no_token_and_keep_no_check_and_no_operator_out() throws Exception {
        OperatorBrowser browser = new OperatorBrowser(service);
        browser.post("login", "id=hr&secret=" + RunningService.ENROL_SECRET);
        Uploads asking = () -> new Upload("/auth/api/generate-token", "Accept: */*", "application/json", new byte[100]);
        Uploads loggingIn = () -> new Upload("/operator/login", "Accept: */*", "text/plain", new byte[100]);
        begin(Sender.CLIENT.limit(), asking);
        begin(Sender.STRANGER.limit(), loggingIn);

        assertIsToldToComeLater(asking.next());
        assertIsToldToComeLater(loggingIn.next());
        Upload check = check();
        uploads.add(check);
        assertThat(check.statusAtOnce()).isEqualTo("HTTP/1.1 100 Continue");
        check.send();
        assertThat(check.head().get(0)).isEqualTo("HTTP/1.1 200 OK");
        assertThat(browser.send("person", Map.of("token", browser.formToken().getBytes(UTF_8)))
                        .statusCode())
                .isEqualTo(404);
    }

    /** A server reads to its end what nobody wanted, in the thread of the request, unless it is told that the connection ends. */
    @Test
    void strangers_whose_bodies_nobody_wants_and_never_come_keep_no_check_out() throws Exception {
        List<Socket> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < StandaloneServer.threads() + 10; i++) {
                Socket stranger = new Socket(
                        service.address().getHost(), service.address().getPort());
                strangers.add(stranger);
                stranger.setSoTimeout(MILLIS);
                stranger.getOutputStream()
                        .write(("POST " + (i % 2 == 0 ? "/engine/people" : CHECK)
                                        + " HTTP/1.1\r\nHost: engine\r\nContent-Length: 1000000\r\n\r\n")
                                .getBytes(UTF_8));
            }

            assertThat(service.check(LAUGHING, "party")).contains("\"face_verified\":true");
            BufferedReader last = new BufferedReader(
                    new InputStreamReader(strangers.get(strangers.size() - 1).getInputStream(), UTF_8));
            assertThat(last.lines().takeWhile(line -> !line.isEmpty()))
                    .contains("HTTP/1.1 401 Unauthorized", "Connection: close");
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    /** A client with an old token, which sends its whole picture before it reads, has to learn that the token is old. */
    @Test
    void whoever_sends_a_picture_in_vain_reads_why() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.address().resolve(CHECK))
                                .header("Authorization", "Bearer old")
                                .POST(BodyPublishers.ofByteArray(new byte[8 << 20]))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("Connection")).doesNotContain("close");
    }

    @Test
    void an_operators_small_forms_have_a_limit_of_their_own_and_are_small() throws Exception {
        OperatorBrowser browser = new OperatorBrowser(service);
        browser.post("login", "id=hr&secret=" + RunningService.ENROL_SECRET);
        assertThat(browser.send(
                                "deletion",
                                Map.of("token", browser.formToken().getBytes(UTF_8), "deleted", new byte[10_000]))
                        .statusCode())
                .isEqualTo(413);
        String token = service.token("hr", RunningService.ENROL_SECRET);
        Uploads deleting =
                () -> new Upload("/engine/people/deletion", bearer(token), "application/json", new byte[100]);
        begin(Sender.OPERATOR.limit() - 1, deleting);
        begin(1, () -> page(browser, "deletion"));

        assertIsToldToComeLater(deleting.next());
        assertIsToldToComeLater(page(browser, "deletion"));
        assertThat(service.enrol("party", SMILING).statusCode()).isEqualTo(200);
    }
}
