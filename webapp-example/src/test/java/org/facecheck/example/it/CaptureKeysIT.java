package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/**
 * A capture page that an operator has changed by keys: live pictures only, in one language, with parts of their own. A server
 * makes no difference to that, so one is enough.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@OnOneServer
class CaptureKeysIT {
    @ArquillianResource
    @OperateOnDeployment("strict")
    URI application;

    @Deployment(name = "consenting", testable = false)
    static WebArchive consenting() {
        return ExampleWar.named(
                "capture-consent", Map.of("facecheck.capture.consent", "true", "facecheck.capture.auto", "false"));
    }

    @Deployment(name = "strict", testable = false)
    static WebArchive strict() {
        return ExampleWar.named(
                        "capture-keys",
                        Map.of(
                                "facecheck.capture.allow-upload", "false",
                                "facecheck.capture.language", "de",
                                "facecheck.capture.detector", "/test-detector.js",
                                "facecheck.capture.style-sheet", "/test-brand.css"))
                .add(
                        new StringAsset(
                                "export default async ({ width, height }, { frame, oval, language, words }) =>"
                                        + " `Hut ab! ${width}x${height} aus ${frame.videoWidth}x${frame.videoHeight},"
                                        + " ${Math.round(oval.width)}x${Math.round(oval.height)}, ${language}, ${words.alone}`;"),
                        "test-detector.js")
                .add(new StringAsset(".facecheck-page { --facecheck-accent: rgb(122, 31, 162) }"), "test-brand.css");
    }

    private byte[] amina() {
        return new Visitor(application).download("sandbox/portraits/amina.jpg");
    }

    @Test
    void where_no_file_is_accepted_the_page_says_where_to_turn() {
        try (Chromium browser = Chromium.with(
                application, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=0")) {
            browser.open("payroll/");
            browser.click("[data-step=start]");

            browser.seeText(".facecheck-status", "Es wurde keine Kamera gefunden.");
            assertThat(browser.see(".facecheck-file").getText()).contains("anderes Gerät", "Helpdesk");
            assertThat(browser.isShown("input[type=file]")).isFalse();
            assertThat(browser.faults()).isEqualTo(List.of());
            browser.photograph("capture/7-no-upload-de");
        }
    }

    @Test
    void the_operators_own_detector_has_its_say_and_their_colours_are_on_the_page() {
        try (Chromium browser = Chromium.seeing(application, amina())) {
            browser.open("payroll/");
            assertThat(browser.see("[data-step=start]").getCssValue("background-color"))
                    .contains("122, 31, 162");
            browser.click("[data-step=start]");

            browser.seeText(".facecheck-status", "Hut ab! 180x240 aus 640x480, 302x403, de, Bitte nur eine Person.");
            assertThat(browser.isShown(".facecheck-counting")).isFalse();
            browser.click("[data-step=take]");
            browser.click("[data-step=use]");
            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void where_it_is_not_wanted_no_picture_takes_itself(
            @ArquillianResource @OperateOnDeployment("consenting") URI calm) {
        try (Chromium browser = Chromium.seeing(calm, amina())) {
            browser.open("payroll/");
            browser.click("[name=consent]");
            browser.click("[data-step=start]");
            browser.waitFor("document.querySelector('.facecheck').dataset.hint === ''");
            browser.hurryTime();
            browser.letPass(3000); // twice as long as one would take

            assertThat(browser.attribute(".facecheck", "data-state")).isEqualTo("looking");
            assertThat(browser.isShown(".facecheck-counting")).isFalse();
        }
    }

    @Test
    void without_consent_no_picture_is_taken_and_with_it_the_check_is_made(
            @ArquillianResource @OperateOnDeployment("consenting") URI consenting) {
        try (Chromium browser = Chromium.seeing(consenting, amina())) {
            browser.open("payroll/");
            browser.click("[data-step=start]");
            browser.seeText(".facecheck-status", "Without your consent no picture is taken.");
            assertThat(browser.isShown("video")).isFalse();
            assertThat(browser.evaluate("return document.activeElement.name")).isEqualTo("consent");

            browser.press(Keys.SPACE);
            browser.click("[data-step=start]");
            browser.click("[data-step=take]");
            browser.click("[data-step=use]");

            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void without_a_script_the_browser_asks_for_consent(
            @ArquillianResource @OperateOnDeployment("consenting") URI consenting) {
        try (Chromium browser = Chromium.withoutScripts(consenting)) {
            browser.open("payroll/");

            assertThat(browser.see("[name=consent]").getAttribute("required")).isNotNull();
            assertThat(browser.see("[name=consent]").isSelected()).isFalse();
        }
    }
}
