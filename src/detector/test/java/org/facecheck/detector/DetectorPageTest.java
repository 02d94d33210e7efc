package org.facecheck.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.detector.Portrait.BEARD;
import static org.facecheck.detector.Portrait.CHIN_IN_HAND;
import static org.facecheck.detector.Portrait.HAND;
import static org.facecheck.detector.Portrait.LEAVES;
import static org.facecheck.detector.Portrait.ROUND_GLASSES;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The capture page of an application with both jars, in a real browser with a camera, under the page's own policy. */
class DetectorPageTest {
    /** Of a computer, and of phones upright and on their side; the last is 1024 by 768 at 200 %. */
    private static final int[][] WINDOWS = {{1000, 900}, {320, 568}, {844, 390}, {640, 360}, {512, 384}};

    /** The keys of what is said while the camera looks. */
    private static final List<String> HINTS = List.of(
            "look",
            "nobody",
            "closer",
            "back",
            "left",
            "right",
            "up",
            "down",
            "alone",
            "straight",
            "black",
            "tooDark",
            "tooBright",
            "backLight",
            "sideLight",
            "holdStill",
            "blurred",
            "counting");

    private static Application application;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        browser = new Browser();
        application = new Application();
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            browser.close();
            application.close();
        }
    }

    private static void look(Scene scene) {
        look("en", scene);
    }

    private static void look(String language, Scene scene) {
        come(language, scene);
        browser.click("[data-step=start]");
    }

    private static void come(String language, Scene scene) {
        browser.open(application.page(), language, scene);
        browser.evaluate("window.refused = []; addEventListener('securitypolicyviolation',"
                + " ({ violatedDirective }) => window.refused.push(violatedDirective))");
    }

    @Test
    void it_is_found_and_used_without_a_key_and_one_face_in_the_oval_is_taken_by_itself() {
        come("en", Scene.of(BEARD, 0.60));
        browser.holdTime("root.classList.contains('facecheck-counting')");
        browser.click("[data-step=start]");
        browser.see("[data-step=pause]");
        browser.photograph("page-counting");

        browser.holdTime("root.dataset.state === 'preview'");
        browser.letTimeGoOn();
        browser.waitFor("document.querySelector('.facecheck').dataset.state === 'preview'");

        assertThat(browser.attribute("data-detector")).matches(".*/facecheck/[0-9a-f]{16}/detector\\.js");
        assertThat(browser.attribute("data-auto")).isEqualTo("true");
        assertThat(browser.evaluate("return window.refused")).isEqualTo(List.of());
        browser.photograph("page-taken");
    }

    static Stream<Arguments> whatToDo() {
        return Stream.of(
                Arguments.of("nobody", Scene.photograph(BEARD.picture(), false), "We can't see a face."),
                Arguments.of("closer", Scene.of(HAND, 0.27), "Come a little closer."),
                Arguments.of("back", Scene.of(BEARD, 1.05), "Move back a little."),
                Arguments.of("left", Scene.of(BEARD, 0.55, -0.75, 0), "Move a little to your left."),
                Arguments.of("right", Scene.of(LEAVES, 0.55, 0.7, 0), "Move a little to your right."),
                Arguments.of("up", Scene.of(BEARD, 0.60, 0, 0.40), "Move up a little"),
                Arguments.of("down", Scene.of(BEARD, 0.50, 0, -0.27), "Move down a little"),
                Arguments.of(
                        "alone", Scene.of(ROUND_GLASSES, 0.55).and(BEARD, 0.45, 1.0, 0), "Only one person, please."),
                Arguments.of("straight", Scene.of(CHIN_IN_HAND, 0.60), "with nothing in front of your face"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatToDo")
    void everything_else_has_a_word_and_is_taken_by_the_button_alone(String key, Scene scene, String words) {
        look(scene);

        browser.seeText(".facecheck-status", words);
        assertThat(browser.attribute("data-hint")).isEqualTo(key);
        assertThat(browser.isShown(".facecheck-counting")).isFalse();
        browser.photograph("page-" + key);
        browser.click("[data-step=take]");
        browser.see("[data-step=use]");
    }

    @Test
    void the_words_are_in_the_pages_language() {
        look("de", Scene.photograph(LEAVES.picture(), false));

        browser.seeText(".facecheck-status", "Bringen Sie Ihr Gesicht ins Oval.");
    }

    @Test
    void without_its_weights_no_picture_is_taken_by_itself_and_the_button_works() {
        browser.block("*detector.bin");
        try {
            look(Scene.of(BEARD, 0.60));
            browser.waitFor("document.querySelector('.facecheck').dataset.hint === ''");
            browser.hurryTime();
            browser.letPass(6000); // as long as it takes with the weights, and half as long again

            assertThat(browser.attribute("data-state")).isEqualTo("looking");
            assertThat(browser.isShown(".facecheck-counting")).isFalse();
            browser.click("[data-step=take]");
            browser.see("[data-step=use]");
        } finally {
            browser.block("none");
        }
    }

    @Test
    void what_is_sent_is_the_person_without_the_room_beside() {
        come("en", Scene.of(BEARD, 0.60));
        browser.startCalmly();
        browser.click("[data-step=take]");
        browser.see("[data-step=use]");

        assertThat(browser.evaluate(
                        "const picture = await createImageBitmap(document.querySelector('input[type=file]').files[0]);"
                                + " return `${picture.width} by ${picture.height}`"))
                .isEqualTo("907 by 720");
    }

    /** The oval is drawn where the detector looks, and is whole, whatever the camera's picture and the window are like. */
    @Test
    void the_oval_on_the_page_is_that_in_the_picture() throws Exception {
        look(Scene.of(BEARD, 0.27)); // so far away that no ring lies on the oval
        browser.see("[data-step=take]");
        try {
            for (int[] window : WINDOWS) {
                browser.resize(window[0], window[1]);
                assertThat(drawn()).as("%d by %d", window[0], window[1]).isEqualTo(List.of(true, true, true));
                browser.photograph("page-%dx%d".formatted(window[0], window[1]));
                assertThat(browser.light(".facecheck-oval", 0.5, 0.01))
                        .as("the oval's upper edge, %d by %d", window[0], window[1])
                        .isGreaterThan(0.9);
            }
        } finally {
            browser.resize(1000, 900);
        }
    }

    /** Whether oval and picture have the size on the page that they have to have. */
    private static Object drawn() {
        return browser.evaluate("""
                const video = document.querySelector('video');
                const oval = document.querySelector('.facecheck-oval').getBoundingClientRect();
                const { oval: inPicture } = await import(document.querySelector('script[type=module]').src);
                const scale = video.clientWidth / video.videoWidth;
                const asked = inPicture(video.videoWidth, video.videoHeight);
                return [oval.width - asked.width * scale, oval.height - asked.height * scale,
                    video.clientHeight - video.videoHeight * scale].map((by) => Math.abs(by) < 2);
                """);
    }

    /** On a phone, upright or not, and at 200 %, a person sees their face and the button together, before and after the picture. */
    @ParameterizedTest
    @MethodSource("windows")
    void the_face_and_the_main_button_are_in_view_together(int width, int height) {
        browser.resize(width, height);
        try {
            browser.open(
                    application.page(),
                    "en",
                    Scene.of(BEARD, 0.27)); // so far away that no picture takes itself meanwhile
            browser.see("[data-step=start]");
            assertThat(browser.evaluate(
                            "return document.querySelector('[data-step=start]').getBoundingClientRect().bottom"
                                    + " <= innerHeight"))
                    .as("the button before looking")
                    .isEqualTo(true);
            browser.click("[data-step=start]");
            browser.see("[data-step=take]");
            assertThat(outOfView("take")).as("while looking").isEqualTo(List.of());
            assertThat(browser.isShown(".facecheck-file summary"))
                    .as("the way by a file, below")
                    .isTrue();
            browser.click("[data-step=take]");
            browser.see("[data-step=use]");
            assertThat(outOfView("use")).as("with the picture").isEqualTo(List.of());
            browser.photograph("page-view-%dx%d".formatted(width, height));
        } finally {
            browser.resize(1000, 900);
        }
    }

    /** Whoever reaches for the button while another hint comes must not miss it. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void the_button_stays_where_it_is_whatever_is_said(String language) {
        come(language, Scene.of(BEARD, 0.27));
        browser.startCalmly();
        browser.see("[data-step=take]");
        try {
            for (int[] window : WINDOWS) {
                browser.resize(window[0], window[1]);
                assertThat(browser.evaluate("""
                        const status = document.querySelector('.facecheck-status');
                        const { texts } = document.querySelector('.facecheck').dataset;
                        const place = (text) => {
                          status.textContent = text;
                          return document.querySelector('[data-step=take]').getBoundingClientRect().top;
                        };
                        const lines = texts.split('\\n').map((line) => line.split(/=(.*)/s));
                        const first = place('.');
                        return lines.filter(([key]) => args[0].includes(key))
                            .filter(([, text]) => Math.abs(place(text) - first) > 1)
                            .map(([key, text]) => `${key}: ${place(text) - first}`);
                        """, HINTS))
                        .as("moved by, %d by %d", window[0], window[1])
                        .isEqualTo(List.of());
            }
        } finally {
            browser.resize(1000, 900);
        }
    }

    /** In three seconds nobody looks for a button. */
    @ParameterizedTest
    @MethodSource("windows")
    void all_that_can_be_done_about_a_picture_that_took_itself_is_in_view(int width, int height) {
        browser.resize(width, height);
        try {
            come("en", Scene.of(BEARD, 0.60));
            browser.hurryTime();
            browser.holdTime("root.dataset.state === 'preview'");
            browser.click("[data-step=start]");
            browser.waitFor("document.querySelector('.facecheck').dataset.state === 'preview'");
            assertThat(browser.evaluate("""
                    return ['use', 'again', 'pause'].filter((step) => {
                      const { height, bottom } = document.querySelector(`[data-step=${step}]`).getBoundingClientRect();
                      return height === 0 || bottom > innerHeight + 1;
                    });
                    """)).isEqualTo(List.of());
        } finally {
            browser.resize(1000, 900);
        }
    }

    /** Figures to read, no limits: a machine that runs tests is no measure. */
    @Test
    @Tag("thorough")
    void from_the_click_to_the_sending_it_takes_some_seconds() {
        List<Double> took = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            browser.open(application.page(), "en", Scene.of(BEARD, 0.60));
            browser.see("[data-step=start]");
            took.add(((Number) browser.evaluate("""
                    const root = document.querySelector('.facecheck');
                    const begun = performance.now();
                    document.querySelector('[data-step=start]').click();
                    await new Promise((done) => new MutationObserver(() => root.dataset.state === 'sending' && done())
                        .observe(root, { attributes: true }));
                    return (performance.now() - begun) / 1000;
                    """)).doubleValue());
            browser.see(".facecheck-news");
        }
        took.sort(null);

        System.getLogger("org.facecheck.detector")
                .log(System.Logger.Level.INFO, "from the click to the sending: {0} s", took);
        assertThat(took).hasSize(3);
    }

    /** What sticks out of the window, of the frame and a button. */
    private static Object outOfView(String step) {
        return browser.evaluate("""
                await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
                return [...document.querySelectorAll(`.facecheck-frame, [data-step=${args[0]}]`)].filter((part) => {
                  const { top, bottom } = part.getBoundingClientRect();
                  return top < -1 || bottom > innerHeight + 1;
                }).map(({ className, dataset }) => className || dataset.step);
                """, step);
    }

    static Stream<Arguments> windows() {
        return Stream.of(WINDOWS).map(window -> Arguments.of(window[0], window[1]));
    }

    @Test
    void an_upright_picture_has_the_whole_oval_too() {
        look(Scene.of(BEARD, 0.60));
        assertThat(browser.evaluate("""
                const { oval, portrait } = await import(document.querySelector('script[type=module]').src);
                return [oval(720, 1280), portrait(720, 1280), oval(3440, 1440), portrait(3440, 1440)].map(
                    ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' '));
                """))
                .isEqualTo(List.of("36 208 648 864", "0 0 720 1280", "1266 115 907 1210", "813 0 1814 1440"));
    }
}
