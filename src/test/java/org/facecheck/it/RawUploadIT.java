package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RawUploadIT {
    private static final byte[] PICTURE = Selfies.jpeg();
    private static final String JPEG = "Content-Type: image/jpeg";
    private static final String LENGTH = "Content-Length: " + PICTURE.length;

    @ArquillianResource
    @OperateOnDeployment("one")
    private URI application;

    private Browser browser;

    /** With a single permit, which every way of ending has to give back, and memory for no two pictures. */
    @Deployment(name = "one", testable = false)
    static WebArchive one() {
        return TestWar.named("one")
                .with("facecheck.service.max-concurrent", "1")
                .with("facecheck.capture.max-bytes", "100000")
                .with("facecheck.capture.max-bytes-in-flight", "232768")
                .with("facecheck.capture.upload-timeout", "PT2S")
                .build();
    }

    /** A single permit that an upload can keep for longer than a server takes to send an early answer. */
    @Deployment(name = "kept", testable = false)
    static WebArchive kept() {
        return TestWar.named("kept")
                .with("facecheck.capture.max-uploads", "1")
                .with("facecheck.capture.upload-timeout", "PT1M")
                .build();
    }

    @Deployment(name = "many", testable = false)
    static WebArchive many() {
        return TestWar.named("many")
                .with("facecheck.capture.upload-timeout", "PT20S")
                .with("facecheck.capture.max-uploads-per-session", "200")
                .build();
    }

    @Deployment(name = "old", testable = false)
    static WebArchive old() {
        return TestWar.named("old").behindAnOldFilter("").build();
    }

    @BeforeEach
    void goToAProtectedPage() {
        Faceki.matches();
        browser = new Browser(application);
        browser.open("secure/page");
    }

    private String token() {
        return browser.open("facecheck").token();
    }

    private SlowUpload begin(String... headers) {
        return SlowUpload.begin(browser, application, headers);
    }

    private static String token(String value) {
        return "Facecheck-Token: " + value;
    }

    private void thePermitIsFree() {
        Reply reply = Patience.until(
                () -> browser.submitRaw(token(), PICTURE, "image/jpeg"), answer -> answer.status() != 503);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo(browser.path("secure/page"));
        assertThat(browser.open("secure/page").status()).isEqualTo(200);
    }

    @Test
    void a_picture_as_the_body_gives_a_pass_and_a_new_session_id() {
        String before = browser.sessionId();

        thePermitIsFree();

        assertThat(browser.sessionId()).isNotEqualTo(before);
    }

    @Test
    void so_does_a_PNG() {
        assertThat(browser.submitRaw(token(), Selfies.png(), "image/png").status())
                .isEqualTo(201);
    }

    @Test
    void so_does_one_behind_an_old_filter(@ArquillianResource @OperateOnDeployment("old") URI old) {
        Browser guest = new Browser(old);
        guest.open("secure/page");

        assertThat(guest.submitRaw(guest.open("facecheck").token(), PICTURE, "image/jpeg")
                        .header("Location"))
                .isEqualTo(guest.path("secure/page"));
    }

    @Test
    void a_picture_may_come_in_small_pieces() {
        try (SlowUpload upload = begin(JPEG, LENGTH, token(token()))) {
            int step = PICTURE.length / 7;
            for (int at = 0; at < PICTURE.length; at += step) {
                upload.send(PICTURE, at, Math.min(PICTURE.length, at + step));
            }

            assertThat(upload.answer("\r\n\r\n")).startsWith("HTTP/1.1 201").contains(browser.path("secure/page"));
        }
    }

    @Test
    void hundreds_of_slow_uplinks_hold_no_thread(@ArquillianResource @OperateOnDeployment("many") URI many) {
        Browser guest = new Browser(many);
        guest.open("secure/page");
        List<SlowUpload> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                String token = guest.open("facecheck").token();
                uploads.add(SlowUpload.begin(guest, many, JPEG, LENGTH, token(token))
                        .send(PICTURE, 0, 100));
            }

            assertThat(guest.open("open/echo").status()).isEqualTo(200);
            SlowUpload last = uploads.get(149);
            last.send(PICTURE, 100, PICTURE.length);
            assertThat(last.answer("\r\n\r\n")).startsWith("HTTP/1.1 201");
        } finally {
            uploads.forEach(SlowUpload::close);
        }
    }

    @Test
    void many_that_come_at_once_all_come_through(@ArquillianResource @OperateOnDeployment("many") URI many) {
        List<Browser> people =
                Stream.generate(() -> new Browser(many)).limit(40).toList();
        List<String> tokens =
                people.stream().map(person -> person.open("facecheck").token()).toList();

        List<CompletableFuture<Reply>> sent = IntStream.range(0, people.size())
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> people.get(i).submitRaw(tokens.get(i), PICTURE, "image/jpeg"),
                        task -> new Thread(task).start()))
                .toList();

        assertThat(sent).extracting(reply -> reply.join().status()).containsOnly(201);
        assertThat(people)
                .extracting(person -> person.open("secure/page").status())
                .containsOnly(200);
    }

    @Test
    void the_surplus_is_turned_away_before_its_body_is_sent(@ArquillianResource @OperateOnDeployment("kept") URI kept) {
        Browser first = new Browser(kept);
        Browser second = new Browser(kept);
        String token = token(first.open("facecheck").token());
        try (SlowUpload underWay =
                SlowUpload.begin(first, kept, JPEG, LENGTH, token).send(PICTURE, 0, 10)) {
            Reply other = Patience.until(() -> new Browser(kept).passFaceCheck(), answer -> answer.status() == 503);
            assertThat(other.status()).isEqualTo(503);
            String another = token(second.open("facecheck").token());
            try (SlowUpload surplus = SlowUpload.begin(second, kept, JPEG, LENGTH, another)) {
                assertThat(surplus.answer("Retry-After: 5", "data-news=\"busy\""))
                        .startsWith("HTTP/1.1 503")
                        .contains("Retry-After: 5", "data-news=\"busy\"");
            }
            underWay.send(PICTURE, 10, PICTURE.length);
            assertThat(underWay.answer("\r\n\r\n")).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void a_wrong_token_is_refused_before_the_body_is_sent() {
        token();
        try (SlowUpload upload = begin(JPEG, LENGTH, token("invented"))) {
            assertThat(upload.answer("data-news=\"token\""))
                    .startsWith("HTTP/1.1 403")
                    .contains("data-news=\"token\"");
        }
        thePermitIsFree();
    }

    @Test
    void so_is_a_missing_one() {
        try (SlowUpload upload = begin(JPEG, LENGTH)) {
            assertThat(upload.answer("\r\n\r\n")).startsWith("HTTP/1.1 403");
        }
        thePermitIsFree();
    }

    @Test
    void a_missing_length_is_asked_for() {
        try (SlowUpload upload = begin(JPEG, "Transfer-Encoding: chunked", token(token()))) {
            upload.send("3\r\nabc\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(upload.answer("\r\n\r\n")).startsWith("HTTP/1.1 411");
        }
        thePermitIsFree();
    }

    @Test
    void a_picture_that_is_announced_too_large_is_refused_before_it_is_sent() {
        try (SlowUpload upload = begin(JPEG, "Content-Length: 100001", token(token()))) {
            assertThat(upload.answer("\r\n\r\n")).startsWith("HTTP/1.1 413");
        }
        thePermitIsFree();
    }

    @Test
    void a_body_that_ends_early_gives_its_permit_back() {
        try (SlowUpload upload = begin(JPEG, LENGTH, token(token()))) {
            upload.send(PICTURE, 0, PICTURE.length / 2).breakOff();

            assertThat(upload.answer()).doesNotContain("HTTP/1.1 2");
        }
        thePermitIsFree();
    }

    @Test
    void a_client_that_goes_away_gives_its_permit_back() {
        try (SlowUpload upload = begin(JPEG, LENGTH, token(token()))) {
            upload.send(PICTURE, 0, PICTURE.length / 2);
        }
        thePermitIsFree();
    }

    @Test
    void a_client_that_never_goes_on_gives_its_permit_back() {
        try (SlowUpload upload = begin(JPEG, LENGTH, token(token()))) {
            upload.send(PICTURE, 0, PICTURE.length / 2);

            thePermitIsFree();

            assertThat(upload.answered()).doesNotContain("HTTP/1.1 2");
        }
    }

    @Test
    void what_is_longer_than_announced_counts_up_to_there() {
        try (SlowUpload upload = begin(JPEG, LENGTH, token(token()))) {
            upload.send(PICTURE).send(new byte[5000]);

            assertThat(upload.answer("\r\n\r\n")).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void a_body_that_is_no_picture_is_told_so_and_is_an_outcome_in_the_log() {
        ServerLog log = ServerLog.fromNow();

        Reply told = browser.submitRaw(token(), new byte[1000], "image/jpeg");

        assertThat(told.status()).isEqualTo(415);
        assertThat(told.text()).contains("data-news=\"not-a-picture\"");
        assertThat(Patience.until(log::text, text -> text.contains("PICTURE_REJECTED")))
                .containsPattern(
                        "face check reference=[2-9A-Z]{8} outcome=PICTURE_REJECTED application=\\S+ rule=\\S+ detail=");
        thePermitIsFree();
    }

    @Test
    void a_face_that_is_not_known_is_told_so() {
        Faceki.answersCode(8006);
        Reply told = browser.submitRaw(token(), PICTURE, "image/jpeg");

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.text()).contains("data-news=\"retake-");
    }
}
