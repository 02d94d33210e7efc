package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Photographs each state of the capture page, narrow and wide, light and dark, in English and Arabic, and lets axe look at
 * it. For people to look at: the profile {@code thorough} takes them, on one server.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@OnOneServer
@Tag("thorough")
class CaptureGalleryIT {
    private static final String[] LANGUAGES = {"en", "ar"};
    private static final String[] ALL = {
        "en", "ar", "fr", "de", "es", "pt", "hi", "zh", "nl", "it", "pl", "tr", "ja", "ko", "uk", "ur"
    };

    /** Phones, one of them old, on their side and upright; the last one is a small window at 200 %. */
    private static final int[][] SMALL = {{844, 390}, {640, 360}, {320, 568}, {512, 384}};

    private static final String REJECTING =
            "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('%s', '%s'))";

    private static final String FRAME = "<!DOCTYPE html><html lang=en><title>Frame</title><main><h1>Frame</h1>"
            + "<iframe title=Capture width=280 height=600 allow=\"camera 'none'\" src=facecheck></iframe></main>";

    @ArquillianResource
    @OperateOnDeployment("gallery")
    URI application;

    @TempDir
    Path folder;

    @Deployment(name = "gallery", testable = false)
    static WebArchive war() {
        // Behind the application's filters, since one of them keeps the camera off.
        Map<String, String> settings = Map.of(
                "facecheck.capture.auto",
                "false",
                "facecheck.service.circuit-failures",
                "1000",
                "facecheck.position",
                "last");
        return ExampleWar.named("capture-gallery", settings)
                .addClass(NoCameraFilter.class)
                .add(new StringAsset(FRAME), "frame.html");
    }

    /** The same, where pictures take themselves. */
    @Deployment(name = "auto", testable = false)
    static WebArchive auto() {
        return ExampleWar.named("capture-gallery-auto", Map.of());
    }

    @AfterEach
    void reset() {
        new Visitor(application).console("action=reset");
    }

    private byte[] amina() {
        return new Visitor(application).download("sandbox/portraits/amina.jpg");
    }

    private Chromium sighted() {
        return Chromium.seeing(application, amina());
    }

    /** Leads a browser to a state, in each language anew, and looks at it in four ways. */
    private void photograph(String state, Chromium opened, String[] languages, Consumer<Chromium> way) {
        try (Chromium browser = opened) {
            for (String language : languages) {
                browser.wear("light");
                browser.resize(1000, 900);
                browser.speak(language);
                browser.forgetCookies();
                browser.open("payroll/");
                way.accept(browser);
                String name = "capture/" + state + "-" + language;
                look(browser, name + "-wide-light");
                browser.wear("dark");
                browser.photograph(name + "-wide-dark");
                browser.resize(320, 900);
                assertThat(browser.evaluate("return document.documentElement.scrollWidth <= 320"))
                        .as(name)
                        .isEqualTo(true);
                assertThat(browser.cut()).as(name).isEmpty();
                look(browser, name + "-narrow-dark");
                browser.wear("light");
                browser.photograph(name + "-narrow-light");
                browser.prefer(Map.of("forced-colors", "active"));
                browser.photograph(name + "-narrow-forced");
                browser.wear("light");
                for (int[] size : SMALL) {
                    browser.resize(size[0], size[1]);
                    browser.photograph("%s-%dx%d".formatted(name, size[0], size[1]));
                    assertThat(browser.cut())
                            .as("%s at %d by %d", name, size[0], size[1])
                            .isEmpty();
                }
            }
        }
    }

    private static void look(Chromium browser, String name) {
        browser.photograph(name);
        assertThat(browser.faults()).as(name).isEmpty();
    }

    private static void start(Chromium browser) {
        browser.click("[data-step=start]");
    }

    private static void take(Chromium browser) {
        start(browser);
        browser.click("[data-step=take]");
        browser.see("[data-step=use]");
    }

    private static void send(Chromium browser) {
        take(browser);
        browser.click("[data-step=use]");
        browser.see(".facecheck-news");
        browser.waitFor("document.querySelector('.facecheck').dataset.state !== undefined");
    }

    private Consumer<Chromium> rejected(String message, String name) {
        return browser -> {
            browser.evaluate(REJECTING.formatted(message, name));
            start(browser);
            browser.see("[data-step=retry]");
        };
    }

    private Consumer<Chromium> answered(String answer) {
        return browser -> {
            new Visitor(application).console("answer=" + answer + "&times=1");
            send(browser);
        };
    }

    @Test
    void before_the_camera() {
        photograph("1-ready", sighted(), ALL, browser -> browser.see("[data-step=start]"));
    }

    @Test
    void waiting_for_the_camera() {
        photograph("2-starting", sighted(), LANGUAGES, browser -> {
            browser.evaluate("navigator.mediaDevices.getUserMedia = () => new Promise(() => {})");
            start(browser);
            browser.see("progress");
        });
    }

    @Test
    void looking() {
        photograph("3-looking", sighted(), LANGUAGES, browser -> {
            start(browser);
            browser.see("[data-step=take]");
        });
    }

    @Test
    void looking_with_a_choice_of_cameras() {
        photograph(
                "3-looking-choice",
                Chromium.with(
                        application,
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream=device-count=2"),
                LANGUAGES,
                browser -> {
                    start(browser);
                    browser.see("select");
                });
    }

    @Test
    void a_hint() {
        photograph("3-looking-dark", Chromium.seeing(application, Mood.DARK.of(amina())), LANGUAGES, browser -> {
            start(browser);
            browser.waitFor("document.querySelector('.facecheck').dataset.hint === 'tooDark'");
        });
    }

    @Test
    void counting_down(@ArquillianResource @OperateOnDeployment("auto") URI auto) {
        photograph("3-looking-counting", Chromium.seeing(auto, amina()), LANGUAGES, browser -> {
            browser.holdTime("root.style.getPropertyValue('--ring') > 0.3");
            start(browser);
            browser.see("[data-step=pause]");
        });
    }

    @Test
    void the_picture() {
        photograph("4-preview", sighted(), LANGUAGES, CaptureGalleryIT::take);
    }

    @Test
    void sending() {
        photograph("5-sending", sighted(), LANGUAGES, browser -> {
            take(browser);
            browser.evaluate("XMLHttpRequest.prototype.send = () => {}");
            browser.click("[data-step=use]");
            browser.see("progress");
        });
    }

    @Test
    void a_lost_connection() {
        photograph("5-unsent", sighted(), LANGUAGES, browser -> {
            take(browser);
            browser.connect(false);
            browser.click("[data-step=use]");
            browser.see("[data-step=resend]");
            browser.connect(true);
        });
    }

    @Test
    void denied() {
        photograph("6-denied", Chromium.denying(application), LANGUAGES, browser -> {
            start(browser);
            browser.see("[data-step=retry]");
        });
    }

    @Test
    void question_closed() {
        photograph(
                "6-dismissed",
                Chromium.with(application),
                LANGUAGES,
                rejected("Permission dismissed", "NotAllowedError"));
    }

    @Test
    void denied_by_the_device() {
        photograph(
                "6-denied-by-system",
                Chromium.with(application),
                LANGUAGES,
                rejected("Permission denied by system", "NotAllowedError"));
    }

    @Test
    void no_camera() {
        photograph("6-no-camera", Chromium.with(application), ALL, rejected("", "NotFoundError"));
    }

    @Test
    void camera_in_use() {
        photograph("6-in-use", Chromium.with(application), LANGUAGES, rejected("", "NotReadableError"));
    }

    @Test
    void camera_failed() {
        photograph("6-failed", Chromium.with(application), LANGUAGES, rejected("", "UnknownError"));
    }

    @Test
    void without_encryption() {
        URI insecure = URI.create("http://selfie.example:" + application.getPort() + application.getPath());
        photograph("7-insecure", Chromium.with(insecure), LANGUAGES, browser -> browser.see(".facecheck-status"));
    }

    @Test
    void kept_off_by_the_websites_policy() {
        photograph("7-blocked", Chromium.with(application), LANGUAGES, browser -> {
            browser.open("facecheck?no-camera");
            browser.see(".facecheck-status");
        });
    }

    @Test
    void inside_of_another_page() {
        photograph("7-framed", Chromium.with(application), LANGUAGES, browser -> {
            browser.open("frame.html");
            browser.enterFrame("iframe");
            browser.see("a.facecheck-button");
        });
    }

    @Test
    void without_scripts() {
        try (Chromium browser = Chromium.withoutScripts(application)) {
            browser.open("payroll/");
            browser.see(".facecheck-scriptless");
            browser.photograph("capture/7-scriptless-en");
        }
    }

    private static void sendFile(Chromium browser, Path file) {
        browser.click("summary");
        browser.choose("#facecheck-selfie", file);
        browser.click("button[type=submit]");
        browser.see(".facecheck-news");
        browser.waitFor("document.querySelector('.facecheck').dataset.state === 'ready'");
    }

    @Test
    void a_refused_file() throws IOException {
        Path text = Files.writeString(folder.resolve("selfie.jpg"), "no picture");
        photograph("8-file", sighted(), ALL, browser -> sendFile(browser, text));
    }

    @Test
    void a_file_that_the_service_refuses() throws IOException {
        Path portrait = Files.write(folder.resolve("selfie.jpg"), amina());
        photograph("8-retake-file", sighted(), LANGUAGES, browser -> {
            new Visitor(application).console("answer=two-faces&times=1");
            sendFile(browser, portrait);
        });
    }

    @Test
    void a_retake() {
        photograph("8-retake", sighted(), LANGUAGES, answered("too-dark"));
    }

    @Test
    void not_matched() {
        photograph("8-not-matched", sighted(), LANGUAGES, answered("no-match"));
    }

    @Test
    void not_accepted() {
        photograph("8-not-accepted", sighted(), LANGUAGES, answered("expired"));
    }

    @Test
    void trouble() {
        photograph("8-trouble", sighted(), ALL, answered("server-error"));
    }

    @Test
    void session_over() {
        photograph("8-token", sighted(), LANGUAGES, browser -> {
            take(browser);
            browser.forgetCookies();
            browser.click("[data-step=use]");
            browser.see("[data-news=token]");
        });
    }

    @Test
    void locked_out() {
        photograph("9-locked", sighted(), LANGUAGES, browser -> {
            new Visitor(application).console("answer=no-match&times=0");
            for (int attempt = 0; attempt < 5; attempt++) {
                browser.open("payroll/");
                send(browser);
            }
            browser.open("payroll/");
            browser.see("[data-news=locked]");
            browser.waitFor("document.querySelector('.facecheck').dataset.state === 'locked'");
        });
    }
}
