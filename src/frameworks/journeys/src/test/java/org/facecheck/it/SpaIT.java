package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that is open to everybody; the data that its script fetches is protected, by Jakarta REST. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SpaIT {
    private static final String NAMES = "Zoë Groß, السيد";

    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return ForeignApplication.withFacecheck("spa")
                .with("facecheck.protect", "/api/*")
                .build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    /** Sends what the page's script sends. */
    private Reply change() {
        return browser.send(browser.navigation(browser.path("api/salaries"))
                .setHeader("Sec-Fetch-Mode", "cors")
                .setHeader("Accept", "*/*")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + NAMES + "\"}")));
    }

    @Test
    void the_page_is_open_and_its_data_is_not() {
        assertThat(browser.open("").text()).contains("<h1>Salaries</h1>");

        Reply refused = browser.fetch("api/salaries");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.text()).contains("\"capture\":\"" + browser.path("facecheck") + "\"");
    }

    @Test
    void the_script_that_follows_is_beside_the_capture_page() {
        Reply script = browser.open("facecheck/stepup.js");

        assertThat(script.header("Content-Type")).contains("javascript");
        assertThat(script.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(script.text()).contains("window.fetch");
    }

    @Test
    void after_the_check_it_reads_and_writes() {
        assertThat(change().status()).isEqualTo(401);

        browser.passFaceCheck();

        assertThat(browser.fetch("api/salaries").text()).contains("PROTECTED");
        assertThat(change().text()).isEqualTo("{\"saved\":\"" + NAMES + "\"}");
    }
}
