package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The capture page in an engine that is not Chromium's. A server makes no difference to that, so one is enough. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@OnOneServer
class FirefoxIT {
    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return ExampleWar.named("firefox", Map.of())
                .add(
                        new StringAsset("<!DOCTYPE html><title>Frame</title>"
                                + "<iframe width=600 height=600 allow=\"camera 'none'\" src=facecheck></iframe>"),
                        "frame.html");
    }

    @AfterEach
    void reset() {
        new Visitor(application).console("action=reset");
    }

    private Path portrait() throws IOException {
        byte[] amina = new Visitor(application).download("sandbox/portraits/amina.jpg");
        return Files.write(Files.createTempFile("portrait", ".jpg"), amina);
    }

    @Test
    void a_file_leads_to_the_page_that_was_wanted() throws IOException {
        Path portrait = portrait();
        try (Firefox browser = Firefox.withCamera(application)) {
            browser.open("payroll/");
            browser.seeText("[data-step=start]", "Start the camera");
            browser.click("summary");
            browser.choose("#facecheck-selfie", portrait);
            browser.click("button[type=submit]");

            browser.seeText("main .person", "AMINA");
            assertThat(browser.path()).isEqualTo("payroll/");
        } finally {
            Files.delete(portrait);
        }
    }

    @Test
    void a_file_that_is_no_picture_is_told_in_place() throws IOException {
        Path text = Files.writeString(Files.createTempFile("text", ".jpg"), "no picture");
        try (Firefox browser = Firefox.withCamera(application)) {
            browser.open("payroll/");
            browser.click("summary");
            browser.choose("#facecheck-selfie", text);
            browser.click("button[type=submit]");

            browser.seeText("[data-news=not-a-picture]", "This file can't be used");
            assertThat(browser.evaluate("return document.activeElement.className"))
                    .isEqualTo("facecheck-news");
            assertThat(browser.faults()).isEmpty();
        } finally {
            Files.delete(text);
        }
    }

    @Test
    void the_camera_leads_to_the_page_that_was_wanted() {
        new Visitor(application).console("answer=match&times=1");
        try (Firefox browser = Firefox.withCamera(application)) {
            browser.open("payroll/");
            browser.click("[data-step=start]");
            browser.seeText(".facecheck-status", "Blurred."); // one colour is all that this camera shows
            assertThat(browser.evaluate("return document.querySelector('video').srcObject.active"))
                    .isEqualTo("true");
            browser.photograph("firefox-1-looking");
            assertThat(browser.faults()).isEmpty();
            browser.click("[data-step=take]");
            browser.seeText(".facecheck-status", "Is your whole face visible");
            assertThat(browser.evaluate("return document.querySelector('video').srcObject"))
                    .isEqualTo("null");
            browser.photograph("firefox-2-preview");
            browser.click("[data-step=use]");

            browser.waitFor("location.pathname.endsWith('/payroll/')");
        }
    }

    @Test
    @Tag("thorough")
    void a_hint_of_the_service_is_told_in_place() {
        new Visitor(application).console("answer=two-faces&times=1");
        try (Firefox browser = Firefox.withCamera(application)) {
            browser.open("payroll/");
            browser.click("[data-step=start]");
            browser.click("[data-step=take]");
            browser.click("[data-step=use]");

            browser.seeText("[data-news=retake-two-faces]", "You have 4 attempts left.");
            browser.photograph("firefox-3-retake");
        }
    }

    @Test
    @Tag("thorough")
    void a_denied_camera_is_told_with_this_browsers_way_to_allow_it() {
        try (Firefox browser = Firefox.denying(application)) {
            browser.open("payroll/");
            browser.click("[data-step=start]");

            browser.seeText(".facecheck-status", "Click the crossed-out camera in the address bar");
            assertThat(browser.isShown("[data-step=retry]")).isTrue();
            assertThat(browser.isShown("#facecheck-selfie")).isTrue();
            browser.photograph("firefox-4-denied");
        }
    }

    @Test
    @Tag("thorough")
    void a_missing_camera_is_told() {
        try (Firefox browser = Firefox.withoutCamera(application)) {
            browser.open("payroll/");
            browser.click("[data-step=start]");

            browser.seeText(".facecheck-status", "No camera was found.");
            assertThat(browser.isShown("[data-step=retry]")).isTrue();
        }
    }

    @Test
    @Tag("thorough")
    void a_page_without_encryption_says_so_before_anybody_tries() {
        try (Firefox browser = Firefox.knowing("selfie.example", application)) {
            browser.go("http://selfie.example:" + application.getPort() + application.getPath() + "payroll/");

            browser.seeText(".facecheck-status", "an address that begins with https://");
            assertThat(browser.isShown("[data-step=start]")).isFalse();
        }
    }

    @Test
    @Tag("thorough")
    void in_a_frame_without_the_camera_the_page_offers_to_open_by_itself() {
        try (Firefox browser = Firefox.withCamera(application)) {
            browser.open("frame.html");
            browser.waitFor("frames[0].document.querySelector('.facecheck')?.dataset.state === 'ready'");
            browser.evaluate("frames[0].document.querySelector('[data-step=start]').click()");

            browser.waitFor("frames[0].document.querySelector('.facecheck').dataset.state === 'framed'");
        }
    }

    @Test
    @Tag("thorough")
    void the_limits_tell_a_good_picture_from_others_here_too() throws IOException {
        try (Firefox browser = Firefox.withoutCamera(application)) {
            browser.open("payroll/");
            for (String grey : new String[] {"10", "254"}) {
                assertThat(browser.evaluate("const { measure, hint } ="
                                + " await import(document.querySelector('script[type=module]').src);"
                                + " const data = new Uint8ClampedArray(180 * 240 * 4).fill(" + grey + ");"
                                + " return hint(measure({ data, width: 180, height: 240 }, null))"))
                        .isEqualTo(grey.equals("10") ? "tooDark" : "tooBright");
            }
        }
    }
}
