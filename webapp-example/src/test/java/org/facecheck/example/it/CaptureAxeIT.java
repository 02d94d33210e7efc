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
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe looks at the capture page with all that can be on it. A server makes no difference to that, so one is enough. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@OnOneServer
class CaptureAxeIT {
    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return ExampleWar.named(
                "capture-axe",
                Map.of(
                        "facecheck.capture.consent", "true",
                        "facecheck.capture.title", "Meridian",
                        "facecheck.capture.help-url", "/help.html",
                        "facecheck.capture.privacy-url", "/privacy.html"));
    }

    @AfterEach
    void reset() {
        new Visitor(application).console("action=reset");
    }

    @Test
    void it_would_find_what_is_wrong() {
        try (Chromium browser = Chromium.with(application)) {
            browser.open("payroll/");
            browser.click("summary");
            browser.evaluate("document.documentElement.removeAttribute('lang');"
                    + " document.querySelector('#facecheck-selfie').previousElementSibling.remove()");

            assertThat(browser.faults()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, light", "ar, dark", "de, light", "hi, dark", "ja, light", "zh, dark"})
    void it_finds_nothing_in_any_state(String language, String colours) throws IOException {
        expectNothing(language, colours);
    }

    /** Whose letters are like those of others. */
    @ParameterizedTest
    @Tag("thorough")
    @CsvSource({
        "fr, light",
        "es, light",
        "pt, dark",
        "nl, light",
        "it, dark",
        "pl, light",
        "tr, dark",
        "ko, dark",
        "uk, light",
        "ur, dark"
    })
    void nor_in_the_other_languages(String language, String colours) throws IOException {
        expectNothing(language, colours);
    }

    private void expectNothing(String language, String colours) throws IOException {
        Path portrait = Files.write(
                Files.createTempFile("portrait", ".jpg"),
                new Visitor(application).download("sandbox/portraits/amina.jpg"));
        new Visitor(application).console("answer=no-match&times=1");
        try (Chromium browser = Chromium.with(application)) {
            browser.speak(language);
            browser.wear(colours);
            browser.open("payroll/");
            browser.click("summary");
            browser.choose("#facecheck-selfie", portrait);
            browser.click("[name=consent]");
            browser.click("button[type=submit]");
            browser.see(".facecheck-left");
            browser.resize(320, 900);

            assertThat(browser.attribute(".facecheck", "lang")).isEqualTo(language);
            assertThat(browser.faultsInAllStates()).isEmpty();
        } finally {
            Files.delete(portrait);
        }
    }
}
