package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody is locked out by those who announce much and send nothing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SlowSendersIT {
    private static final byte[] PICTURE = Selfies.jpeg();

    /** The largest selfie by default. */
    private static final int LARGE = 8_388_608;

    private static final int PER_SESSION = 4;

    @ArquillianResource
    @OperateOnDeployment("patient")
    private URI application;

    private final List<SlowUpload> slow = new ArrayList<>();

    @Deployment(name = "patient", testable = false)
    static WebArchive patient() {
        return TestWar.named("patient")
                .with("facecheck.capture.upload-timeout", "PT2M")
                .with(
                        "facecheck.capture.min-bytes-per-second",
                        "1") // so that they are there for as long as others are served
                .with("facecheck.attempts.max-per-address", "100000")
                .build();
    }

    @Deployment(name = "impatient", testable = false)
    static WebArchive impatient() {
        return TestWar.named("impatient")
                .with("facecheck.capture.upload-timeout", "PT3S")
                .build();
    }

    @AfterEach
    void hangUp() {
        slow.forEach(SlowUpload::close);
    }

    private static Browser guest(URI application) {
        Browser browser = new Browser(application);
        browser.open("secure/page");
        return browser;
    }

    /** A form in chunks, which may become as long as any; all that stands before its picture, and the picture's beginning. */
    private SlowUpload form(Browser browser, String token, String source) {
        byte[] form = Browser.form(token, PICTURE);
        byte[] beginning = Arrays.copyOf(form, form.length - PICTURE.length);
        SlowUpload upload = SlowUpload.beginFrom(
                source, browser, application, "Content-Type: " + Browser.FORM_TYPE, "Transfer-Encoding: chunked");
        slow.add(upload);
        return upload.send((Integer.toHexString(beginning.length) + "\r\n").getBytes(StandardCharsets.US_ASCII))
                .send(beginning)
                .send("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** A picture that is announced to be as large as it may be, and its first bytes. */
    private SlowUpload picture(Browser browser, String token, String source) {
        SlowUpload upload = SlowUpload.beginFrom(
                source,
                browser,
                application,
                "Content-Type: image/jpeg",
                "Facecheck-Token: " + token,
                "Content-Length: " + LARGE);
        slow.add(upload);
        return upload.send(PICTURE, 0, 100);
    }

    private void sendByteOfForm(SlowUpload upload) {
        upload.send("1\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** None has been answered. */
    private void areHeld(List<SlowUpload> uploads) {
        assertThat(uploads).allSatisfy(upload -> assertThat(upload.answered()).isEmpty());
    }

    private void othersAreServed() {
        assertThat(new Browser(application).open("open/echo").status()).isEqualTo(200);
        assertThat(guest(application).passFaceCheck().status()).isEqualTo(303);
        Browser script = guest(application);
        assertThat(script.submitRaw(script.open("facecheck").token(), PICTURE, "image/jpeg")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void twelve_forms_that_come_byte_by_byte_keep_nobody_out() {
        for (int i = 0; i < 12; i++) {
            Browser sender = guest(application);
            form(sender, sender.open("facecheck").token(), "127.0.0.1");
        }
        for (int round = 0; round < 3; round++) {
            slow.forEach(this::sendByteOfForm);
            othersAreServed();
        }
        areHeld(slow);
    }

    @Test
    void nor_do_twenty_pictures_of_which_little_has_come() {
        for (int i = 0; i < 20; i++) {
            Browser sender = guest(application);
            picture(sender, sender.open("facecheck").token(), "127.0.0.1");
        }

        othersAreServed();
        areHeld(slow);
    }

    @Test
    void nor_do_a_thousand_of_both_from_many_addresses() {
        int sessions = 1000 / PER_SESSION;
        IntStream.range(0, sessions).parallel().forEach(session -> {
            Browser sender = guest(application);
            String token = sender.open("facecheck").token();
            synchronized (slow) {
                for (int i = 0; i < PER_SESSION; i++) {
                    String source = "127.0.1." + (1 + session % 10);
                    if (i % 2 == 0) {
                        form(sender, token, source);
                    } else {
                        picture(sender, token, source);
                    }
                }
            }
        });

        assertThat(slow).hasSize(1000);
        for (int i = 0; i < 10; i++) {
            othersAreServed();
        }
        areHeld(slow);
    }

    @Test
    void a_session_holds_no_more_than_its_share() {
        Browser sender = guest(application);
        String token = sender.open("facecheck").token();
        // One more than its share: which one comes too late is the server's threads' affair.
        for (int i = 0; i <= PER_SESSION; i++) {
            picture(sender, token, "127.0.0.1");
        }
        String refused = Patience.until(
                () -> slow.stream().map(SlowUpload::answered).collect(Collectors.joining()),
                text -> text.contains("Retry-After: 5"));
        assertThat(refused).startsWith("HTTP/1.1 503");
        othersAreServed();

        slow.forEach(SlowUpload::close);
        Patience.until(() -> sender.submitRaw(token, PICTURE, "image/jpeg").status(), status -> status != 503);
    }

    @Test
    void what_comes_too_slowly_is_ended(@ArquillianResource @OperateOnDeployment("impatient") URI impatient) {
        Browser sender = guest(impatient);
        byte[] form = Browser.form(sender.open("facecheck").token(), PICTURE);
        SlowUpload upload = SlowUpload.begin(
                sender, impatient, "Content-Type: " + Browser.FORM_TYPE, "Content-Length: " + form.length);
        slow.add(upload);

        upload.send(form, 0, form.length - 1);

        assertThat(upload.answer("\r\n\r\n")).startsWith("HTTP/1.1 408");
    }

    @Test
    void a_wrong_token_is_told_when_the_form_is_there_and_its_picture_takes_no_memory() {
        Browser sender = guest(application);
        sender.open("facecheck");
        assertThat(sender.submit("invented", new byte[LARGE - 1000]).text()).contains("data-news=\"token\"");
    }

    @Test
    void a_form_whose_token_stands_behind_its_picture_is_told_so() {
        Browser sender = guest(application);
        String token = sender.open("facecheck").token();
        ServerLog log = ServerLog.fromNow();

        assertThat(sender.submitBackwards(token, PICTURE).status()).isEqualTo(400);

        assertThat(Patience.until(log::text, text -> text.contains("PICTURE_REJECTED")))
                .contains("the form's token must be sent before its picture");
        assertThat(sender.submit(token, PICTURE).status()).isEqualTo(303);
    }
}
