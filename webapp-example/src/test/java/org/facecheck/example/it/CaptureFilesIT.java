package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way by a file: whatever the browser can show leaves it as a clean JPEG. A server makes no difference to that. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@OnOneServer
class CaptureFilesIT {
    /** Keeps what the page sends, and the page where it is. */
    private static final String WATCH = "const send = XMLHttpRequest.prototype.send;"
            + " XMLHttpRequest.prototype.send = function (body) { window.sent = body ?? window.sent; send.call(this, body); };"
            + " addEventListener('facecheck-verified', (event) => event.preventDefault());";

    /** Of what was sent: type, first bytes, size, and how far its colours, in the mean of parts, are from the portrait's. */
    private static final String LOOK = """
            const parts = async (blob) => {
              const picture = await createImageBitmap(blob);
              const context = new OffscreenCanvas(8, 6).getContext('2d');
              context.imageSmoothingQuality = 'high';
              context.drawImage(picture, 0, 0, 8, 6);
              return [picture.width, context.getImageData(0, 0, 8, 6).data];
            };
            const head = [...new Uint8Array(await window.sent.slice(0, 3).arrayBuffer())].join(' ');
            const portrait = new Blob([Uint8Array.from(atob(args[0]), (letter) => letter.charCodeAt(0))]);
            const [width, colours] = await parts(window.sent);
            const [, wanted] = await parts(portrait);
            const off = Math.max(...colours.map((value, i) => Math.abs(value - wanted[i])));
            return `${window.sent.type}, ${head}, ${width} wide, ${off < 20 ? 'same colours' : 'off by ' + off}`;
            """;

    @ArquillianResource
    URI application;

    @TempDir
    Path folder;

    @Deployment(testable = false)
    static WebArchive war() {
        return ExampleWar.named("capture-files", Map.of());
    }

    @AfterEach
    void reset() {
        new Visitor(application).console("action=reset");
    }

    private byte[] amina() {
        return new Visitor(application).download("sandbox/portraits/amina.jpg");
    }

    private void send(Chromium browser, String name, byte[] content) throws IOException {
        browser.open("payroll/");
        browser.evaluate(WATCH);
        browser.click("summary");
        browser.choose("#facecheck-selfie", Files.write(folder.resolve(name), content));
        browser.click("button[type=submit]");
    }

    private Object sent(Chromium browser) {
        browser.seeText(".facecheck-status", "Done.");
        return browser.evaluate(LOOK, Base64.getEncoder().encodeToString(amina()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEIC")
    void what_the_browser_shows_is_sent_as_a_clean_jpeg_in_its_own_colours(PictureFormat format) throws IOException {
        try (Chromium browser = Chromium.with(application)) {
            send(browser, "selfie." + format, format.of(amina()));

            assertThat(sent(browser)).isEqualTo("image/jpeg, 255 216 255, 640 wide, same colours");
        }
    }

    @Test
    void so_is_a_webp() throws IOException {
        try (Chromium browser = Chromium.with(application)) {
            browser.open("payroll/");
            String webp = (String) browser.evaluate("""
                    const jpeg = new Blob([Uint8Array.from(atob(args[0]), (letter) => letter.charCodeAt(0))]);
                    const picture = await createImageBitmap(jpeg);
                    const canvas = new OffscreenCanvas(picture.width, picture.height);
                    canvas.getContext('2d').drawImage(picture, 0, 0);
                    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp' })).arrayBuffer());
                    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
                    """, Base64.getEncoder().encodeToString(amina()));
            byte[] content = Base64.getDecoder().decode(webp);
            assertThat(new String(content, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
            send(browser, "selfie.webp", content);

            assertThat(sent(browser)).isEqualTo("image/jpeg, 255 216 255, 640 wide, same colours");
        }
    }

    @Test
    void what_it_cannot_show_is_refused_with_how_to_save_it_and_another_file_can_be_chosen_at_once()
            throws IOException {
        try (Chromium browser = Chromium.with(application)) {
            send(browser, "IMG_0001.HEIC", PictureFormat.HEIC.of(amina()));

            assertThat(browser.see("[data-news=not-a-picture]").getText())
                    .contains("HEIC", "choose Export or Save as, and then JPEG");
            assertThat(browser.isShown("#facecheck-selfie")).isTrue();
        }
    }

    /** Phones open the camera where the field has an attribute for it, and show neither pictures nor files. */
    @Test
    void a_file_may_come_from_wherever_the_device_keeps_pictures() {
        try (Chromium browser = Chromium.with(application)) {
            browser.open("payroll/");
            browser.click("summary");

            assertThat(browser.see("#facecheck-selfie").getAttribute("accept")).isEqualTo("image/*");
            assertThat(browser.evaluate("return document.querySelector('#facecheck-selfie').hasAttribute('capture')"))
                    .isEqualTo(false);
        }
    }

    @Test
    void the_camera_is_named_to_who_was_refused_a_file_where_there_is_one_to_start() throws IOException {
        try (Chromium browser = Chromium.with(application)) {
            send(browser, "selfie.jpg", "no picture".getBytes(StandardCharsets.US_ASCII));

            assertThat(browser.see("[data-news=not-a-picture]").getText())
                    .contains("Or take a picture with the camera here.");
            assertThat(browser.isShown("[data-step=start]")).isTrue();
        }
        try (Chromium browser = Chromium.withoutScripts(application)) {
            browser.open("payroll/");
            browser.see("#facecheck-selfie");
            browser.choose("#facecheck-selfie", Files.writeString(folder.resolve("text.jpg"), "no picture"));
            browser.click("button[type=submit]");

            assertThat(browser.see("[data-news=not-a-picture]").getText())
                    .contains("choose Export or Save as, and then JPEG")
                    .doesNotContain("camera");
        }
    }

    /** Nobody can hold still for a picture that there is already. */
    @Test
    void what_the_service_says_of_a_file_is_about_files() throws IOException {
        new Visitor(application).console("answer=blurred&times=0");
        try (Chromium browser = Chromium.with(application)) {
            send(browser, "selfie.jpg", amina());

            assertThat(browser.see("[data-news=retake-blurred]").getText())
                    .contains("Use a picture in which your face is sharp.", "Or take a picture with the camera here.")
                    .doesNotContain("Hold still", "lens");
        }
        try (Chromium browser = Chromium.withoutScripts(application)) {
            browser.open("payroll/");
            browser.see("#facecheck-selfie");
            browser.choose("#facecheck-selfie", Files.write(folder.resolve("selfie.jpg"), amina()));
            browser.click("button[type=submit]");

            assertThat(browser.see("[data-news=retake-blurred]").getText())
                    .contains("Use a picture in which your face is sharp.")
                    .doesNotContain("Hold still", "lens", "camera");
        }
    }

    @Test
    void a_file_is_kept_where_it_was_not_at_fault() throws IOException {
        try (Chromium browser = Chromium.with(application)) {
            new Visitor(application).console("answer=server-error&times=2");
            send(browser, "selfie.jpg", amina());
            browser.see("[data-news=trouble]");
            new Visitor(application).console("action=reset");

            assertThat(browser.evaluate("return document.querySelector('#facecheck-selfie').files[0].name"))
                    .isEqualTo("selfie.jpg");
            browser.click("button[type=submit]");
            browser.seeText(".facecheck-status", "Done.");
        }
    }
}
