package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/**
 * The capture page for people who use no mouse, enlarge everything, see their own colours only, or want nothing to move. A
 * server makes no difference to that, so one is enough.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@OnOneServer
class CaptureComfortIT {
    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return ExampleWar.named("capture-comfort", Map.of());
    }

    private Chromium seeing() {
        Chromium browser =
                Chromium.seeing(application, new Visitor(application).download("sandbox/portraits/amina.jpg"));
        browser.open("payroll/");
        browser.see("[data-step=start]");
        return browser;
    }

    private static String style(Chromium browser, String selector, String property) {
        return browser.see(selector).getCssValue(property);
    }

    @Test
    void a_keyboard_is_enough_from_the_first_tab_to_the_page_that_was_wanted() {
        try (Chromium browser = seeing()) {
            browser.press(Keys.TAB);
            assertThat(browser.focused()).isEqualTo("Start the camera");
            browser.holdTime("root.classList.contains('facecheck-counting')");
            browser.press(Keys.ENTER);
            browser.see("[data-step=pause]");
            assertThat(browser.focused()).isEqualTo("Take the picture");
            browser.press(Keys.TAB);
            assertThat(browser.focused()).isEqualTo("Wait");
            browser.press(Keys.SPACE);
            assertThat(browser.focused()).isEqualTo("Take the picture");
            browser.press(Keys.SPACE);
            browser.see("[data-step=use]");
            browser.press(Keys.TAB);
            assertThat(browser.focused()).isEqualTo("Take another one");
            browser.press(Keys.chord(Keys.SHIFT, Keys.TAB));
            assertThat(browser.focused()).isEqualTo("Use this picture");
            browser.press(Keys.ENTER);

            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void a_keyboard_is_enough_to_leave_the_camera_for_a_file() {
        try (Chromium browser = seeing()) {
            browser.holdTime("root.classList.contains('facecheck-counting')");
            browser.click("[data-step=start]");
            browser.see("[data-step=pause]");
            browser.press(Keys.ESCAPE);
            browser.press(Keys.TAB);
            assertThat(browser.focused()).isEqualTo("Use a picture from a file instead");
            browser.press(Keys.ENTER);

            browser.waitFor("document.activeElement.id === 'facecheck-selfie'");
            assertThat(browser.attribute(".facecheck", "data-state")).isEqualTo("ready");
        }
    }

    /** Below the edge of the window nothing would seem to have happened. */
    @Test
    void on_a_phone_what_the_link_unfolds_comes_into_the_window() {
        try (Chromium browser = seeing()) {
            for (int[] size : new int[][] {{390, 844}, {320, 568}, {844, 390}}) {
                browser.resize(size[0], size[1]);
                browser.open("payroll/");
                browser.click("summary");

                browser.waitFor("document.querySelector('details').open"
                        + " && document.querySelector('details').getBoundingClientRect().bottom < innerHeight + 1");
            }
        }
    }

    @Test
    void in_a_low_window_why_there_is_no_camera_and_the_button_to_try_again_are_in_view_together() {
        try (Chromium browser = Chromium.denying(application)) {
            for (int[] size : new int[][] {{512, 384}, {640, 360}, {844, 390}}) {
                browser.resize(size[0], size[1]);
                browser.open("payroll/");
                browser.click("[data-step=start]");
                browser.see("[data-step=retry]");

                assertThat(browser.evaluate(
                                "return document.querySelector('.facecheck-status').getBoundingClientRect().top >= 0 &&"
                                        + " document.querySelector('[data-step=retry]').getBoundingClientRect().bottom"
                                        + " < innerHeight + 1"))
                        .as("%d by %d", size[0], size[1])
                        .isEqualTo(true);
            }
        }
    }

    /** A slow device needs a while to make a JPEG of it. */
    @Test
    void while_the_picture_is_made_the_page_says_to_hold_still() {
        try (Chromium browser = seeing()) {
            browser.evaluate("HTMLCanvasElement.prototype.toBlob = () => {}");
            browser.startCalmly();
            browser.click("[data-step=take]");

            assertThat(browser.attribute(".facecheck", "data-state")).isEqualTo("taking");
            assertThat(browser.see(".facecheck-status").getText()).isEqualTo("Hold still.");
        }
    }

    @Test
    void focus_is_to_be_seen() {
        try (Chromium browser = seeing()) {
            browser.press(Keys.TAB);

            assertThat(style(browser, "[data-step=start]", "outline-style")).isEqualTo("solid");
            assertThat(style(browser, "[data-step=start]", "outline-width")).isEqualTo("3px");
        }
    }

    @Test
    void with_colours_of_their_own_people_see_buttons_focus_and_oval() {
        try (Chromium browser = seeing()) {
            browser.prefer(Map.of("forced-colors", "active", "prefers-color-scheme", "dark"));
            browser.press(Keys.TAB);
            String page = style(browser, ".facecheck-page", "background-color");
            assertThat(style(browser, "[data-step=start]", "border-top-color")).isNotEqualTo(page);
            assertThat(style(browser, "[data-step=start]", "color"))
                    .isNotEqualTo(style(browser, "[data-step=start]", "background-color"));
            assertThat(style(browser, "[data-step=start]", "outline-color")).isNotEqualTo(page);

            browser.press(Keys.ENTER);
            browser.see("[data-step=take]");
            assertThat(browser.evaluate("return getComputedStyle(document.querySelector('.facecheck-outline')).stroke"))
                    .isEqualTo("rgb(255, 255, 255)");
            browser.photograph("capture/comfort-forced-colours");
        }
    }

    @Test
    void with_more_contrast_the_news_and_the_page_have_an_outline() {
        try (Chromium browser = seeing()) {
            browser.prefer(Map.of("prefers-contrast", "more"));

            assertThat(style(browser, "main", "border-top-style")).isEqualTo("solid");
            assertThat(browser.faults()).isEmpty();
        }
    }

    @Test
    void nothing_moves_for_people_who_want_less_of_it() {
        try (Chromium browser = seeing()) {
            browser.evaluate("navigator.mediaDevices.getUserMedia = () => new Promise(() => {})");
            browser.click("[data-step=start]");
            assertThat(style(browser, "progress", "visibility")).isEqualTo("visible");

            browser.prefer(Map.of("prefers-reduced-motion", "reduce"));

            assertThat(browser.evaluate(
                            "return getComputedStyle(document.querySelector('.facecheck progress')).visibility"))
                    .isEqualTo("hidden");
            assertThat(browser.see(".facecheck-status").getText()).startsWith("Starting the camera.");
            assertThat(browser.evaluate("return document.getAnimations().filter((one) =>"
                            + " one.effect.getComputedTiming().duration > 0 && one.playState === 'running').length"))
                    .isEqualTo(0L);
        }
    }

    @Test
    void at_twice_the_size_nothing_is_lost() {
        try (Chromium browser = seeing()) {
            for (int width : new int[] {1280, 640}) {
                browser.zoom(width, 1024);
                assertThat(browser.cut()).as("%d at 200 %%", width).isEmpty();
                assertThat(browser.evaluate("return document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
            }
            browser.resize(640, 900);
            browser.evaluate("document.documentElement.style.fontSize = '200%'");
            assertThat(browser.cut()).as("text alone").isEmpty();
            browser.click("[data-step=start]");
            browser.see("[data-step=take]");
            assertThat(browser.cut()).as("text alone, while looking").isEmpty();
            browser.photograph("capture/comfort-large-text");
        }
    }

    @Test
    void what_is_said_is_said_politely_and_only_when_it_has_been_so_for_a_while() {
        try (Chromium browser = seeing()) {
            assertThat(browser.attribute(".facecheck-status", "role")).isEqualTo("status");
            assertThat(browser.evaluate("""
                    const { Calm } = await import(document.querySelector('script[type=module]').src);
                    const calm = new Calm(600);
                    const said = [['', 0], ['', 600], ['tooDark', 700], ['', 900], ['tooDark', 1000], ['tooDark', 1599],
                        ['tooDark', 1600], ['', 1700], ['', 2300]].map(([thing, now]) => calm.hear(thing, now));
                    return said.map(String).join();
                    """)).isEqualTo("undefined,,,,,,tooDark,tooDark,");
        }
    }

    /** A figure to read, no limit: a machine that runs tests is no measure. */
    @Test
    void a_look_at_a_picture_takes_some_milliseconds() {
        try (Chromium browser = seeing()) {
            Object millis = browser.evaluate("""
                    const { measure, hint } = await import(document.querySelector('script[type=module]').src);
                    const data = Uint8ClampedArray.from({ length: 180 * 240 * 4 }, (_, i) => (i * 7919) % 251);
                    let before = null;
                    const took = [];
                    for (let frame = 0; frame < 200; frame++) {
                      const begun = performance.now();
                      before = measure({ data, width: 180, height: 240 }, before);
                      hint(before);
                      took.push(performance.now() - begun);
                    }
                    took.sort((a, b) => a - b);
                    return `${took[100].toFixed(2)} ms, 99th percentile ${took[198].toFixed(2)} ms`;
                    """);

            System.getLogger("org.facecheck.example")
                    .log(System.Logger.Level.INFO, "one look at 180 by 240 pixels, median: {0}", millis);
            assertThat(millis).asString().matches("[\\d.]+ ms, 99th percentile [\\d.]+ ms");
        }
    }
}
