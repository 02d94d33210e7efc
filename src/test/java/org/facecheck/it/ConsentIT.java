package org.facecheck.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where consent is asked for, no picture goes anywhere without it, whichever way it comes; and the audit says to which words a
 * person has agreed.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConsentIT {
    private static final Path EVENTS = Path.of("target", "consent.txt").toAbsolutePath();
    private static final Pattern VERSION = Pattern.compile("name=\"consent\" value=\"([^\"]+)\"");
    private static final String SELFIE = "Content-Disposition: form-data; name=\"selfie\"";

    @ArquillianResource
    private URI application;

    private Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("consenting")
                .with("facecheck.capture.consent", "true")
                .with("consent.file", EVENTS.toString())
                .classes("org.facecheck.it.app.ConsentRegister")
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\""
                                + " version=\"4.0\"/>")
                .build();
    }

    /** The two ways that a picture can come. */
    enum Way {
        /** What a browser without scripts sends, its fields in their order on the page. */
        FORM(303) {
            @Override
            Reply send(Browser browser, String token, String version) {
                String form = new String(Browser.form(token, Selfies.jpeg()), ISO_8859_1);
                String delimiter = form.substring(0, form.indexOf('\n') + 1);
                String consent = version.isEmpty()
                        ? ""
                        : "Content-Disposition: form-data; name=\"consent\"\r\n\r\n" + version + "\r\n" + delimiter;
                return browser.send(browser.navigation(browser.path("facecheck"))
                        .header("Content-Type", Browser.FORM_TYPE)
                        .POST(BodyPublishers.ofByteArray(
                                form.replace(SELFIE, consent + SELFIE).getBytes(ISO_8859_1))));
            }
        },
        /** What a script sends. */
        RAW(201) {
            @Override
            Reply send(Browser browser, String token, String version) {
                Browser sender = version.isEmpty() ? browser : browser.claiming(Map.of("Facecheck-Consent", version));
                return sender.submitRaw(token, Selfies.jpeg(), "image/jpeg");
            }
        };

        private final int passed;

        Way(int passed) {
            this.passed = passed;
        }

        /** @param version of the words that were agreed to, empty to send none */
        abstract Reply send(Browser browser, String token, String version);
    }

    @BeforeEach
    void goToAProtectedPage() throws IOException {
        Files.deleteIfExists(EVENTS);
        Faceki.matches();
        browser = new Browser(application);
        browser.open("secure/page");
    }

    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(EVENTS);
    }

    private static String version(Reply page) {
        Matcher version = VERSION.matcher(page.text());
        assertThat(version.find()).as("a check box").isTrue();
        return version.group(1);
    }

    private void isRefused(Reply told) throws IOException {
        assertThat(told.status()).isEqualTo(400);
        assertThat(told.text()).contains("data-news=\"no-consent\"");
        assertThat(Faceki.checks()).as("pictures that were sent on").isZero();
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        assertThat(Files.readString(EVENTS)).isEqualTo("PICTURE_REJECTED null\n");
    }

    @ParameterizedTest
    @EnumSource
    void without_it_no_picture_is_sent_on(Way way) throws IOException {
        isRefused(way.send(browser, browser.open("facecheck").token(), ""));
    }

    @ParameterizedTest
    @CsvSource({"FORM, on", "FORM, en-0000000000000000", "RAW, on", "RAW, en-0000000000000000"})
    void consent_to_words_that_the_page_does_not_show_is_none(Way way, String version) throws IOException {
        isRefused(way.send(browser, browser.open("facecheck").token(), version));
    }

    @ParameterizedTest
    @EnumSource
    void with_it_the_check_is_made_and_the_event_and_the_log_say_to_which_words(Way way) throws IOException {
        ServerLog log = ServerLog.fromNow();
        Reply page = browser.open("facecheck");
        String version = version(page);

        Reply passed = way.send(browser, page.token(), version);

        assertThat(passed.status()).isEqualTo(way.passed);
        assertThat(Faceki.checks()).isEqualTo(1);
        assertThat(browser.open("secure/page").status()).isEqualTo(200);
        assertThat(version).matches("en-[0-9a-f]{16}");
        assertThat(Files.readString(EVENTS)).isEqualTo("PASSED " + version + "\n");
        assertThat(Patience.until(log::text, text -> text.contains("outcome=PASSED")))
                .containsPattern("outcome=PASSED .*consent=" + version);
    }

    /** A person reads a language, and has agreed to words in it. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "ar", "ja"})
    void the_version_is_that_of_the_words_in_the_language_that_was_read(String language) throws IOException {
        browser.claiming(Map.of("Accept-Language", language));
        Reply page = browser.open("facecheck");
        String version = version(page);

        assertThat(Way.FORM.send(browser, page.token(), version).status()).isEqualTo(303);

        assertThat(version).matches(language + "-[0-9a-f]{16}");
        assertThat(Files.readString(EVENTS)).isEqualTo("PASSED " + version + "\n");
    }
}
