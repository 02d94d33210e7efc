package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JourneyIT {
    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("journey")
                .with("facecheck.capture.max-bytes", "200000")
                .with("facecheck.service.circuit-failures", "1000") // there is much trouble here
                .build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    @Test
    void a_protected_page_opens_after_a_face_check() {
        Reply asked = browser.open("secure/page?x=1&y=%C3%BC");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo(browser.path("facecheck"));
        assertThat(asked.header("Cache-Control")).isEqualTo("no-store");
        assertThat(asked.text()).doesNotContain("PROTECTED");
        String before = browser.sessionId();

        Reply passed = browser.passFaceCheck();
        assertThat(passed.status()).isEqualTo(303);
        assertThat(passed.header("Location")).isEqualTo(browser.path("secure/page?x=1&y=%C3%BC"));
        assertThat(browser.sessionId()).isNotEmpty().isNotEqualTo(before);

        Reply opened = browser.follow(passed.header("Location"));
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.text()).contains("PROTECTED CONTENT", "parameter x=[1]", "fullName_local=الاسم بالعربي");
    }

    @Test
    void an_unprotected_page_needs_none() {
        assertThat(browser.open("open/echo").status()).isEqualTo(200);
        assertThat(browser.sessionId()).isEmpty();
    }

    @Test
    void a_session_stolen_before_the_pass_is_worth_nothing() {
        browser.open("secure/page");
        Browser thief = new Browser(application);
        thief.adopt(browser);
        browser.passFaceCheck();

        assertThat(browser.open("secure/page").status()).isEqualTo(200);
        assertThat(thief.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void somebody_with_a_pass_is_sent_on_from_the_capture_page() {
        browser.passFaceCheck();

        Reply sentOn = browser.open("facecheck");

        assertThat(sentOn.status()).isEqualTo(303);
        assertThat(sentOn.header("Location")).isEqualTo(browser.path(""));
    }

    @Test
    void a_double_click_gets_through_and_is_checked_once() {
        browser.open("secure/page");
        String token = browser.open("facecheck").token();
        assertThat(browser.submit(token, Selfies.jpeg()).status()).isEqualTo(303);

        assertThat(browser.submit(token, Selfies.jpeg()).status()).isEqualTo(303);
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    @Test
    void a_png_will_do() {
        assertThat(browser.submit(browser.open("facecheck").token(), Selfies.png())
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_token_is_good_once() {
        Faceki.answersCode(8013);
        String token = browser.open("facecheck").token();
        assertThat(browser.submit(token, Selfies.jpeg()).text()).contains("data-news=\"not-matched\"");

        Reply again = browser.submit(token, Selfies.jpeg());

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.text()).contains("data-news=\"token\"");
        assertThat(again.token()).isNotEqualTo(token);
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    @Test
    void a_token_of_another_session_is_worth_nothing() {
        String token = new Browser(application).open("facecheck").token();

        assertThat(browser.submit(token, Selfies.jpeg()).status()).isEqualTo(403);
        assertThat(browser.submit("", Selfies.jpeg()).status()).isEqualTo(403);
        assertThat(Faceki.checks()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "8003, 422, retake-try-again",
        "8004, 422, retake-cropped",
        "8005, 422, retake-too-close",
        "8006, 422, retake-no-face",
        "8007, 422, retake-at-border",
        "8008, 422, retake-too-small",
        "8009, 422, retake-too-dark",
        "8018, 422, retake-two-faces",
        "8019, 422, retake-blurred",
        "8013, 403, not-matched",
        "8010, 403, not-accepted",
        "8017, 503, trouble",
        "1000, 503, trouble",
        "4711, 503, trouble"
    })
    void each_answer_has_its_news_and_leaves_the_page_closed(int code, int status, String news) {
        browser.open("secure/page");
        Faceki.answersCode(code);

        Reply told = browser.passFaceCheck();

        assertThat(told.status()).isEqualTo(status);
        assertThat(told.text()).contains("data-news=\"" + news + "\"");
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void trouble_bears_a_reference_and_a_time_to_come_back() {
        Faceki.answersStatus(500);

        Reply told = browser.passFaceCheck();

        assertThat(told.header("Retry-After")).isEqualTo("30");
        assertThat(told.text()).containsPattern("<strong class=\"facecheck-reference\">[2-9A-Z]{8}</strong>");
    }

    @Test
    void after_too_many_attempts_nobody_is_checked_any_more() {
        Faceki.answersCode(8013);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.passFaceCheck().status()).isEqualTo(403);
        }
        Faceki.matches();

        Reply locked = browser.passFaceCheck();

        assertThat(locked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 900);
        assertThat(locked.text()).contains("data-news=\"locked\"", "15 minutes");
        assertThat(Faceki.checks()).isZero();
    }

    @Test
    void trouble_does_not_count_as_an_attempt() {
        Faceki.answersStatus(500);
        for (int i = 0; i < 6; i++) {
            assertThat(browser.passFaceCheck().status()).isEqualTo(503);
        }
        Faceki.matches();

        assertThat(browser.passFaceCheck().status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"hello, 415, not-a-picture", "'', 400, no-picture"})
    void what_is_no_picture_is_not_sent_on(String content, int status, String news) {
        Reply told = browser.submit(browser.open("facecheck").token(), content.getBytes(StandardCharsets.UTF_8));

        assertThat(told.status()).isEqualTo(status);
        assertThat(told.text()).contains("data-news=\"" + news + "\"");
        assertThat(Faceki.checks()).isZero();
    }

    @Test
    void a_picture_above_the_limit_is_refused() {
        byte[] large = Arrays.copyOf(Selfies.jpeg(), 210_000);

        Reply told = browser.submit(browser.open("facecheck").token(), large);

        assertThat(told.status()).isEqualTo(413);
        assertThat(told.text()).contains("data-news=\"picture-too-large\"");
        assertThat(Faceki.checks()).isZero();
    }

    @Test
    void a_tiny_picture_is_refused() {
        Reply told = browser.submit(browser.open("facecheck").token(), Selfies.draw(100, 100, "png"));

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.text()).contains("data-news=\"picture-too-small\"");
    }

    @Test
    void the_page_brings_its_script_and_style_and_nothing_inline() {
        Reply page = browser.open("facecheck");

        assertThat(page.text())
                .containsPattern("src=\"facecheck/[0-9a-f]{16}/capture.js\"")
                .containsPattern("href=\"facecheck/[0-9a-f]{16}/capture.css\"")
                .contains("action=\"facecheck\"")
                .contains("name=\"selfie\" accept=\"image/jpeg,image/png\" required=\"")
                .doesNotContain("style=", "onclick")
                .doesNotContainPattern("(src|href|action)=\"(https?:)?/");
        assertThat(page.header("Content-Length"))
                .isEqualTo(String.valueOf(page.response().body().length));
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.header("Permissions-Policy")).isEqualTo("camera=(self)");
        assertThat(browser.open("facecheck/capture.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(browser.open("facecheck/capture.css").header("Content-Type")).startsWith("text/css");
        assertThat(browser.open("facecheck/text/messages.properties").status()).isEqualTo(404);
    }
}
