package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/**
 * Everything that can happen on the capture page, in a real browser. The page is the same from every server; what servers
 * differ in, the journeys and {@code DashboardIT} go through on both.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@OnOneServer
class CapturePageIT {
    /** Made by a script of somebody's own; the page has the token for the one that comes after. */
    private static final String FOUR_ATTEMPTS = """
            const token = document.querySelector('[name=token]');
            const body = await (await fetch('sandbox/portraits/amina.jpg')).blob();
            const answers = [];
            for (let attempt = 0; attempt < 4; attempt++) {
              const headers = { 'Content-Type': 'image/jpeg', 'Facecheck-Token': token.value };
              const answer = await fetch(token.form.action, { method: 'POST', headers, body });
              answers.push(answer.status);
              token.value = /name="token" value="([^"]+)"/.exec(await answer.text())[1];
            }
            return answers;
            """;

    /** How much room is left for what is not there: for a viewfinder beside, and for buttons below. */
    private static final String EMPTY = """
            const [whole, used] = ['camera', 'side'].map((part) => document.querySelector(`.facecheck-${part}`).offsetWidth);
            return `${whole - used} by ${document.querySelector('.facecheck-buttons').offsetHeight}`;
            """;

    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        // Behind the application's filters, since one of them keeps the camera off.
        return ExampleWar.named(
                        "capture-page", Map.of("facecheck.attempts.window", "PT10M", "facecheck.position", "last"))
                .addClass(NoCameraFilter.class)
                .add(
                        new StringAsset(
                                "<!DOCTYPE html><title>Frame</title><iframe allow=\"camera 'none'\" src=\"facecheck\">"),
                        "frame.html");
    }

    @AfterEach
    void reset() {
        new Visitor(application).console("action=reset");
    }

    private byte[] amina() {
        return new Visitor(application).download("sandbox/portraits/amina.jpg");
    }

    private Chromium asked(Chromium browser) {
        browser.open("payroll/");
        return browser;
    }

    /** At the preview, with the countdown stopped. */
    private static void takePicture(Chromium browser) {
        browser.startCalmly();
        browser.click("[data-step=take]");
        browser.see("[data-step=use]");
    }

    @Test
    void a_person_with_a_camera_and_light_gets_inside_with_one_click() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            browser.click("[data-step=start]");

            browser.seeText("main .person", "AMINA");
            assertThat(browser.path()).isEqualTo("payroll/");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void the_camera_does_not_start_before_the_click_and_focus_goes_with_the_news() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            assertThat(browser.see(".facecheck-intro").getText())
                    .contains("One picture", "Faceki compares it", "does not keep it");
            assertThat(browser.isShown("video")).isFalse();
            assertThat(browser.evaluate("return document.querySelector('video').srcObject"))
                    .isNull();

            browser.startCalmly();
            browser.see("[data-step=take]");
            assertThat(browser.focused()).isEqualTo("Take the picture");
            browser.press(Keys.ENTER);
            browser.see("[data-step=use]");
            assertThat(browser.focused()).isEqualTo("Use this picture");
            assertThat(browser.evaluate("return document.querySelector('video').srcObject"))
                    .isNull();
            browser.press(Keys.ENTER);

            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void the_countdown_can_be_stopped_by_a_button_and_by_escape() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            browser.holdTime("root.classList.contains('facecheck-counting')");
            browser.click("[data-step=start]");
            browser.see("[data-step=pause]");
            assertThat(browser.see(".facecheck-status").getText()).isEqualTo("Good. Hold still.");
            browser.press(Keys.ESCAPE);
            assertThat(browser.isShown("[data-step=pause]")).isFalse();
            assertThat(browser.isShown(".facecheck-counting")).isFalse();
            assertThat(browser.focused()).isEqualTo("Take the picture");
            assertThat(browser.attribute(".facecheck", "data-state")).isEqualTo("looking");
        }
    }

    @Test
    void whoever_has_said_wait_is_not_hurried_again_in_this_visit() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            browser.holdTime("root.classList.contains('facecheck-counting')");
            browser.click("[data-step=start]");
            browser.click("[data-step=pause]");
            assertThat(browser.focused()).isEqualTo("Take the picture");
            browser.letTimeGoOn();

            browser.click("[data-step=take]");
            browser.click("[data-step=again]");
            noPictureTakesItself(browser);
            asked(browser); // from anew, in the same tab
            browser.click("[data-step=start]");
            noPictureTakesItself(browser);

            browser.click("[data-step=take]");
            browser.see("[data-step=use]");
            assertThat(browser.see(".facecheck-status").getText()).isEqualTo("Is your whole face visible and sharp?");
        }
    }

    /** For twice as long as it would take. */
    private static void noPictureTakesItself(Chromium browser) {
        browser.waitFor("document.querySelector('.facecheck').dataset.hint === ''");
        browser.hurryTime();
        browser.letPass(3000);
        assertThat(browser.attribute(".facecheck", "data-state")).isEqualTo("looking");
        assertThat(browser.isShown(".facecheck-counting")).isFalse();
    }

    @Test
    void a_picture_on_its_way_can_be_undone_and_another_one_taken() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            takePicture(browser);
            browser.evaluate("window.ended = []; const send = XMLHttpRequest.prototype.send;"
                    + " XMLHttpRequest.prototype.send = function (body) {"
                    + " if (!body) return send.call(this); this.onabort = () => window.ended.push('aborted'); };");
            browser.click("[data-step=use]");
            browser.see("progress");
            Object token = browser.evaluate("return document.querySelector('[name=token]').value");
            browser.click("[data-step=again]");

            browser.see("[data-step=take]");
            assertThat(browser.evaluate("return document.querySelector('[name=token]').value"))
                    .as("what was sent may have used up the token")
                    .isNotEqualTo(token);
            browser.evaluate("delete XMLHttpRequest.prototype.send");
        }
    }

    @Test
    void a_picture_that_takes_itself_sends_itself_unless_somebody_wants_another() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            browser.holdTime("root.dataset.state === 'preview'");
            browser.click("[data-step=start]");
            browser.waitFor("document.querySelector('.facecheck').dataset.state === 'preview'");
            assertThat(browser.see(".facecheck-status").getText())
                    .isEqualTo("Your picture. It will be sent in 3 seconds.");
            browser.click("[data-step=pause]");
            assertThat(browser.focused()).isEqualTo("Use this picture");

            browser.click("[data-step=again]");

            browser.see("video");
        }
    }

    @Test
    void hints_say_what_is_wrong_and_no_picture_is_taken_meanwhile() {
        Map.of(
                        Mood.DARK, "Too dark. Turn towards a window or a lamp.",
                        Mood.BLACK, "The picture is black. Open the cover of the camera",
                        Mood.BRIGHT, "Too bright. Turn away from the light a little.",
                        Mood.BLURRED, "Blurred. Hold still, and wipe the lens if it is dusty.")
                .forEach((mood, told) -> {
                    try (Chromium browser = asked(Chromium.seeing(application, mood.of(amina())))) {
                        browser.click("[data-step=start]");
                        browser.seeText(".facecheck-status", told);
                        assertThat(browser.isShown(".facecheck-counting")).isFalse();
                        assertThat(browser.isShown("[data-step=take]")).isTrue();
                    }
                });
    }

    @Test
    void somebody_who_moves_is_told_to_hold_still() {
        try (Chromium browser = asked(Chromium.seeing(application, Mood.moving(amina())))) {
            browser.click("[data-step=start]");

            browser.seeText(".facecheck-status", "Hold still.");
        }
    }

    @Test
    void the_limits_tell_good_pictures_from_others_whatever_the_skin() {
        try (Chromium browser = asked(Chromium.with(application))) {
            for (String name : List.of("amina", "wei", "joerg")) {
                byte[] face = new Visitor(application).download("sandbox/portraits/" + name + ".jpg");
                assertThat(hint(browser, Mood.GOOD, face)).as(name).isEqualTo("");
                assertThat(hint(browser, Mood.DARK, face)).as(name).isEqualTo("tooDark");
                assertThat(hint(browser, Mood.BLACK, face)).as(name).isEqualTo("black");
                assertThat(hint(browser, Mood.BRIGHT, face)).as(name).isEqualTo("tooBright");
                assertThat(hint(browser, Mood.BLURRED, face)).as(name).isEqualTo("blurred");
            }
            for (Drawing drawing : Drawing.values()) {
                assertThat(hint(browser, Mood.GOOD, drawing.jpeg()))
                        .as(drawing.name())
                        .isEqualTo("");
            }
        }
    }

    private static Object hint(Chromium browser, Mood mood, byte[] face) {
        return browser.evaluate("""
                const { measure, hint } = await import(document.querySelector('script[type=module]').src);
                const bytes = Uint8Array.from(atob(args[0]), (letter) => letter.charCodeAt(0));
                const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
                const context = new OffscreenCanvas(180, 240).getContext('2d');
                const height = picture.height * 0.84;
                const width = height * 0.75;
                const [x, y] = [(picture.width - width) / 2, (picture.height - height) / 2];
                context.drawImage(picture, x, y, width, height, 0, 0, 180, 240);
                return hint(measure(context.getImageData(0, 0, 180, 240), null));
                """, Base64.getEncoder().encodeToString(mood.of(face)));
    }

    @Test
    void one_of_several_cameras_can_be_chosen() {
        try (Chromium browser = asked(Chromium.with(
                application, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=2"))) {
            browser.startCalmly();
            browser.see(".facecheck-choice select");
            String before = (String) browser.evaluate(
                    "return document.querySelector('video').srcObject.getVideoTracks()[0].getSettings().deviceId");

            browser.evaluate("const select = document.querySelector('select');"
                    + " select.selectedIndex = 1 - select.selectedIndex;"
                    + " select.dispatchEvent(new Event('change', { bubbles: true }))");

            browser.waitFor(
                    "document.querySelector('video').srcObject?.getVideoTracks()[0].getSettings().deviceId !== '"
                            + before + "' && document.querySelector('.facecheck').dataset.state === 'looking'");
        }
    }

    @Test
    void a_single_camera_is_no_choice() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            browser.startCalmly();
            browser.see("[data-step=take]");

            assertThat(browser.evaluate("return document.querySelector('.facecheck-choice').getClientRects().length"))
                    .as("the room that it takes from what stands beside it")
                    .isEqualTo(0L);
        }
    }

    @Test
    void the_camera_goes_off_when_the_page_is_hidden() {
        try (Chromium browser = asked(Chromium.seeing(application, Mood.DARK.of(amina())))) {
            browser.click("[data-step=start]");
            browser.see("[data-step=take]");
            browser.openAnotherTab();
            browser.goBackToTheFirstTab();

            browser.seeText(".facecheck-status", "The camera was switched off because you left the page.");
            assertThat(browser.evaluate("return document.querySelector('video').srcObject"))
                    .isNull();
            assertThat(browser.isShown("[data-step=start]")).isTrue();
        }
    }

    @Test
    void a_denied_camera_is_told_with_the_way_to_allow_it() {
        try (Chromium browser = asked(Chromium.denying(application))) {
            browser.click("[data-step=start]");

            browser.seeText(".facecheck-status", "Click the icon to the left of the address, allow the camera");
            assertThat(browser.focused()).startsWith("The camera is not allowed on this page.");
            assertThat(browser.isShown("[data-step=retry]")).isTrue();
            assertThat(browser.isShown("#facecheck-selfie")).isTrue();
        }
    }

    @Test
    void a_question_that_was_closed_can_be_asked_again() {
        try (Chromium browser = asked(Chromium.with(application))) {
            browser.evaluate("navigator.mediaDevices.getUserMedia ="
                    + " () => Promise.reject(new DOMException('Permission dismissed', 'NotAllowedError'))");
            browser.click("[data-step=start]");

            browser.seeText(".facecheck-status", "choose “Allow” when your browser asks");
            assertThat(browser.isShown("[data-step=retry]")).isTrue();
        }
    }

    @Test
    void a_missing_camera_is_told_and_a_file_will_do() {
        try (Chromium browser = asked(Chromium.with(
                application, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=0"))) {
            browser.click("[data-step=start]");

            browser.seeText(".facecheck-status", "No camera was found.");
            assertThat(browser.isShown("[data-step=retry]")).isTrue();
            assertThat(browser.isShown("#facecheck-selfie")).isTrue();
            assertThat(browser.see(".facecheck-elsewhere").getText())
                    .contains("your phone", application.getPath() + "payroll/");
        }
    }

    @Test
    void a_camera_in_use_is_told() {
        try (Chromium browser = asked(Chromium.with(application))) {
            browser.evaluate("navigator.mediaDevices.getUserMedia ="
                    + " () => Promise.reject(new DOMException('Could not start video source', 'NotReadableError'))");
            browser.click("[data-step=start]");

            browser.seeText(".facecheck-status", "The camera is in use by another program.");
            assertThat(browser.isShown("[data-step=retry]")).isTrue();
        }
    }

    @Test
    void a_camera_that_fails_is_told() {
        try (Chromium browser = asked(Chromium.seeing(application, Mood.DARK.of(amina())))) {
            browser.click("[data-step=start]");
            browser.see("[data-step=take]");
            browser.evaluate(
                    "document.querySelector('video').srcObject.getVideoTracks()[0].dispatchEvent(new Event('ended'))");

            browser.seeText(".facecheck-status", "The camera stopped or does not start.");
            assertThat(browser.isShown("[data-step=retry]")).isTrue();
        }
    }

    @Test
    void a_blocked_script_is_told_and_a_file_will_do() {
        try (Chromium browser = asked(Chromium.withoutScripts(application))) {
            assertThat(browser.see(".facecheck-scriptless").getText()).contains("Allow scripts for this page");
            assertThat(browser.see(".facecheck-intro").getText())
                    .contains("One picture", "Faceki compares it")
                    .doesNotContain("camera");
            assertThat(browser.isShown("#facecheck-selfie")).isTrue();
            assertThat(browser.isShown("[data-step=start]")).isFalse();
        }
    }

    @Test
    void a_file_is_sent_in_place_and_a_wrong_one_is_told() throws IOException {
        Path text = Files.writeString(Files.createTempFile("text", ".jpg"), "no picture");
        Path portrait = Files.write(Files.createTempFile("portrait", ".jpg"), amina());
        try (Chromium browser = asked(Chromium.with(application))) {
            browser.click("summary");
            browser.choose("#facecheck-selfie", text);
            browser.click("button[type=submit]");
            browser.see("[data-news=not-a-picture]");
            assertThat(browser.isShown("canvas")).isFalse();

            browser.choose("#facecheck-selfie", portrait);
            browser.click("button[type=submit]");
            browser.seeText("main .person", "AMINA");
        } finally {
            Files.delete(text);
            Files.delete(portrait);
        }
    }

    @Test
    void a_picture_goes_out_by_itself_with_the_token_in_a_header() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            takePicture(browser);
            browser.evaluate("window.headers = {}; const set = XMLHttpRequest.prototype.setRequestHeader;"
                    + " XMLHttpRequest.prototype.setRequestHeader = function (name, value) {"
                    + " window.headers[name] = value; set.call(this, name, value); };"
                    + " XMLHttpRequest.prototype.send = function (body) { window.sent = body; };");
            browser.click("[data-step=use]");
            browser.waitFor("window.sent !== undefined");

            assertThat(browser.evaluate("return window.sent instanceof File && window.sent.type"))
                    .isEqualTo("image/jpeg");
            assertThat(browser.evaluate("return window.headers['Content-Type']"))
                    .isEqualTo("image/jpeg");
            assertThat(browser.evaluate("return window.headers['Facecheck-Token']"))
                    .isEqualTo(browser.evaluate("return document.querySelector('[name=token]').value"));
        }
    }

    @Test
    void a_file_too_large_for_the_server_is_made_as_small_as_a_camera_picture() throws IOException {
        Path huge = Files.write(Files.createTempFile("huge", ".png"), Mood.huge(amina()));
        try (Chromium browser = asked(Chromium.with(application))) {
            assertThat(Files.size(huge)).isGreaterThan(8_388_608);
            browser.click("summary");
            browser.choose("#facecheck-selfie", huge);
            browser.click("button[type=submit]");

            browser.seeText("main .person", "AMINA");
        } finally {
            Files.delete(huge);
        }
    }

    @Test
    void a_login_that_comes_between_is_shown_by_the_browser() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            takePicture(browser);
            browser.evaluate("document.querySelector('form').action = '" + application.getPath() + "leave.jsp'");
            browser.click("[data-step=use]");

            browser.waitFor("location.pathname.endsWith('/leave.jsp')");
        }
    }

    @Test
    void a_device_that_keeps_the_camera_from_the_browser_is_told() {
        try (Chromium browser = asked(Chromium.with(application))) {
            browser.evaluate("navigator.mediaDevices.getUserMedia ="
                    + " () => Promise.reject(new DOMException('Permission denied by system', 'NotAllowedError'))");
            browser.click("[data-step=start]");

            browser.seeText(".facecheck-status", "Allow it in the device's settings");
        }
    }

    @Test
    void an_answer_that_does_not_come_is_not_waited_for_in_silence() {
        try (Chromium browser = asked(Chromium.with(application))) {
            browser.evaluate("navigator.mediaDevices.getUserMedia = () => new Promise(() => {});"
                    + " const later = setTimeout; window.setTimeout = (call, millis) =>"
                    + " { if (millis < 8000) later(call, millis); else window.late = call; }");
            browser.click("[data-step=start]");

            assertThat(browser.see(".facecheck-status").getText()).contains("please allow it");
            assertThat(browser.isShown("progress")).isTrue();
            browser.evaluate("window.late()");
            browser.seeText(".facecheck-status", "Look for your browser's question near the address bar");
            assertThat(browser.isShown(".facecheck-file summary")).isTrue();
        }
    }

    @Test
    void a_file_can_be_chosen_while_the_camera_runs_and_nothing_goes_on_behind_it() throws IOException {
        Path portrait = Files.write(Files.createTempFile("portrait", ".jpg"), amina());
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            browser.holdTime("root.classList.contains('facecheck-counting')");
            browser.click("[data-step=start]");
            browser.see("[data-step=pause]");
            browser.evaluate("window.tracks = document.querySelector('video').srcObject.getTracks()");
            browser.click("summary");

            browser.waitFor("document.activeElement.id === 'facecheck-selfie'");
            assertThat(browser.isShown("#facecheck-selfie")).isTrue();
            assertThat(browser.isShown("video")).isFalse();
            assertThat(browser.evaluate("return window.tracks.map(({ readyState }) => readyState)"))
                    .as("the camera's light")
                    .isEqualTo(List.of("ended"));
            browser.letTimeGoOn();
            browser.hurryTime();
            browser.letPass(3000); // twice as long as a picture takes
            assertThat(browser.attribute(".facecheck", "data-state")).isEqualTo("ready");
            assertThat(browser.isShown("#facecheck-selfie")).isTrue();

            browser.choose("#facecheck-selfie", portrait);
            browser.click("button[type=submit]");
            browser.seeText("main .person", "AMINA");
        } finally {
            Files.delete(portrait);
        }
    }

    @Test
    void a_camera_that_starts_after_a_file_was_asked_for_goes_off_again() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            browser.evaluate(
                    "const { mediaDevices } = navigator; const get = mediaDevices.getUserMedia.bind(mediaDevices);"
                            + " mediaDevices.getUserMedia = async (wanted) => {"
                            + " await new Promise((done) => { window.allow = done; });"
                            + " window.stream = await get(wanted); return window.stream; };");
            browser.click("[data-step=start]");
            browser.waitFor("window.allow !== undefined");
            browser.click("summary");
            browser.evaluate("window.allow()");

            browser.waitFor("window.stream?.getTracks().every(({ readyState }) => readyState === 'ended') === true");
            assertThat(browser.attribute(".facecheck", "data-state")).isEqualTo("ready");
            assertThat(browser.isShown("#facecheck-selfie")).isTrue();
        }
    }

    @Test
    void a_page_without_encryption_says_so_before_anybody_tries() {
        try (Chromium browser = Chromium.with(application)) {
            browser.go("http://selfie.example:" + application.getPort() + application.getPath() + "payroll/");

            browser.seeText(".facecheck-status", "an address that begins with https://");
            assertThat(browser.isShown("[data-step=start]")).isFalse();
            assertThat(browser.isShown("#facecheck-selfie")).isTrue();
            for (int[] window : new int[][] {{1000, 760}, {640, 360}, {320, 568}}) {
                browser.resize(window[0], window[1]);
                assertThat(browser.evaluate(EMPTY))
                        .as("%d by %d", window[0], window[1])
                        .isEqualTo("0 by 0");
            }
        }
    }

    @Test
    void a_camera_that_the_websites_policy_keeps_off_is_told_before_anybody_tries() {
        try (Chromium browser = Chromium.seeing(application, amina())) {
            browser.open("facecheck?no-camera");

            browser.seeText(".facecheck-status", "This website's own rules keep the camera off.");
            assertThat(browser.isShown("[data-step=start]")).isFalse();
            assertThat(browser.isShown(".facecheck-elsewhere"))
                    .as("another device, which gets the same policy")
                    .isFalse();
        }
    }

    @Test
    void in_a_frame_without_the_camera_the_page_offers_to_open_by_itself() {
        try (Chromium browser = Chromium.seeing(application, amina())) {
            browser.open("frame.html");
            browser.enterFrame("iframe");

            browser.seeText(".facecheck-status", "Open it in its own tab.");
            assertThat(browser.see("a.facecheck-button").getAttribute("target")).isEqualTo("_blank");
            assertThat(
                            browser.evaluate(
                                    "const place = (part) => document.querySelector(part).getBoundingClientRect();"
                                            + " return Math.round(place('.facecheck-intro p').top - place('.facecheck-button').bottom)"))
                    .as("between the button and what stands below it")
                    .isEqualTo(12L);
        }
    }

    @Test
    void a_lost_connection_keeps_the_picture_and_offers_to_send_it_again() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            takePicture(browser);
            browser.connect(false);
            browser.click("[data-step=use]");
            browser.seeText(".facecheck-status", "The connection was lost. Your picture is still here");
            assertThat(browser.isShown("canvas")).isTrue();

            browser.connect(true);
            browser.click("[data-step=resend]");

            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void two_quick_clicks_send_once() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            takePicture(browser);
            browser.evaluate("window.sent = 0; const send = XMLHttpRequest.prototype.send;"
                    + " XMLHttpRequest.prototype.send = function (body) { window.sent++; this.kept = body; };");
            browser.evaluate("const use = document.querySelector('[data-step=use]'); use.click(); use.click();"
                    + " document.querySelector('form').requestSubmit()");

            assertThat(browser.evaluate("return window.sent")).isEqualTo(1L);
            assertThat(browser.see(".facecheck-status").getText()).isEqualTo("Sending the picture.");
            assertThat(browser.isShown("progress")).isTrue();
        }
    }

    @Test
    void a_hint_of_the_service_is_told_in_place_with_the_attempts_that_are_left() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            new Visitor(application).console("answer=blurred&times=1");
            takePicture(browser);
            browser.click("[data-step=use]");

            assertThat(browser.see("[data-news=retake-blurred]").getText())
                    .contains("Hold still, and wipe the lens if it is dusty.")
                    .doesNotContain("Or take a picture with the camera");
            assertThat(browser.focused()).startsWith("The picture is blurred");
            assertThat(browser.see(".facecheck-left").getText()).isEqualTo("You have 4 attempts left.");
            takePicture(browser);
            browser.click("[data-step=use]");

            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void when_the_session_has_run_out_the_picture_is_sent_again_with_one_click() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            takePicture(browser);
            browser.forgetCookies();
            browser.click("[data-step=use]");

            browser.see("[data-news=token]");
            assertThat(browser.isShown("canvas")).isTrue();
            browser.click("[data-step=resend]");

            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void trouble_keeps_the_picture_and_has_a_reference() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            new Visitor(application).console("answer=server-error&times=2");
            takePicture(browser);
            browser.click("[data-step=use]");

            browser.see("[data-news=trouble]");
            assertThat(browser.see(".facecheck-reference").getText()).matches("[2-9A-Z]{8}");
            assertThat(browser.see(".facecheck-news").getText()).contains("Send the picture again");
            assertThat(browser.see("[data-step=resend]").getText()).isEqualTo("Send again");
            new Visitor(application).console("action=reset");
            browser.click("[data-step=resend]");
            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void news_of_an_earlier_sending_are_not_told_of_a_later_one() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            new Visitor(application).console("answer=server-error&times=2");
            takePicture(browser);
            browser.click("[data-step=use]");
            browser.see("[data-news=trouble]");
            browser.connect(false);
            browser.click("[data-step=resend]");

            browser.seeText(".facecheck-status", "The connection was lost.");
            assertThat(browser.isShown(".facecheck-news")).isFalse();
            browser.connect(true);
        }
    }

    @Test
    void after_the_last_attempt_the_page_says_when_the_next_one_is() {
        try (Chromium browser = asked(Chromium.seeing(application, amina()))) {
            new Visitor(application).console("answer=no-match&times=0");
            assertThat(browser.evaluate(FOUR_ATTEMPTS)).isEqualTo(List.of(403L, 403L, 403L, 403L));
            takePicture(browser);
            browser.click("[data-step=use]");
            browser.see("[data-news=not-matched]");
            browser.waitFor("/^(ready|locked)$/.test(document.querySelector('.facecheck').dataset.state)");

            assertThat(browser.see(".facecheck-left").getText()).isEqualTo("That was the last attempt for now.");
            assertThat(browser.see(".facecheck-status").getText())
                    .matches("You can try again at \\d+:\\d\\d( [AP]M)?\\.");
            assertThat(browser.isShown("[data-step=start]")).isFalse();
            browser.open("payroll/");
            browser.see("[data-news=locked]");
        }
    }

    @Test
    void the_page_speaks_the_browsers_language_from_the_right_side() {
        try (Chromium browser = Chromium.with(application)) {
            browser.speak("ar-EG,en;q=0.5");
            asked(browser);

            assertThat(browser.attribute("html", "lang")).isEqualTo("ar-EG");
            assertThat(browser.attribute("html", "dir")).isEqualTo("rtl");
            browser.speak("fi, pt-BR, en");
            asked(browser);
            assertThat(browser.attribute("html", "lang")).isEqualTo("pt-BR");
            assertThat(browser.attribute("html", "dir")).isEqualTo("ltr");
        }
    }
}
