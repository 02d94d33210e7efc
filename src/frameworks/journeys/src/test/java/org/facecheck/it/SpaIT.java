package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
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
@Kind("Single page over data, Jakarta REST")
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
    private HttpRequest.Builder script(String address) {
        return browser.navigation(browser.path(address))
                .setHeader("Sec-Fetch-Mode", "cors")
                .setHeader("Accept", "*/*");
    }

    private Reply change() {
        return browser.send(script("api/salaries")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + NAMES + "\"}")));
    }

    private Reply upload() {
        return browser.send(script("api/salaries/files")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n"
                                + "Content-Type: text/plain\r\n\r\n0123456789\r\n--b--\r\n")));
    }

    @Test
    @Walks(Step.AJAX)
    void the_page_is_open_and_its_data_is_not() {
        assertThat(browser.open("").text()).contains("<h1>Salaries</h1>");

        Reply refused = browser.fetch("api/salaries");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.text()).contains("\"capture\":\"" + browser.path("facecheck") + "\"");
    }

    @Test
    @Walks(Step.PAGE)
    void the_script_that_follows_is_beside_the_capture_page() {
        Reply script = browser.open("facecheck/stepup.js");

        assertThat(script.header("Content-Type")).contains("javascript");
        assertThat(script.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(script.text()).contains("window.fetch");
        assertThat(browser.open("facecheck").token()).isNotBlank();
    }

    @Test
    @Walks(Step.LINK)
    void data_that_is_asked_for_with_a_query_is_there_after_the_check() {
        assertThat(browser.fetch("api/salaries?of=M%C3%BCller").status()).isEqualTo(401);

        browser.passFaceCheck();

        assertThat(browser.fetch("api/salaries?of=M%C3%BCller").text()).contains("PROTECTED", "\"of\":\"Müller\"");
    }

    /** A script keeps what it was about to send, and sends it again; stepup.js does so for it. */
    @Test
    @Walks(Step.FORM)
    void what_a_script_sends_is_refused_before_the_check_and_saved_after() {
        assertThat(change().status()).isEqualTo(401);

        browser.passFaceCheck();

        assertThat(change().text()).isEqualTo("{\"saved\":\"" + NAMES + "\"}");
    }

    @Test
    @Walks(Step.UPLOAD)
    void so_is_a_file() {
        assertThat(upload().status()).isEqualTo(401);

        browser.passFaceCheck();

        assertThat(upload().text()).isEqualTo("{\"file\":\"plan.txt\",\"length\":10}");
    }

    @Test
    @Walks(Step.SECOND_TAB)
    void another_tab_needs_no_check_of_its_own() {
        browser.fetch("api/salaries");
        browser.passFaceCheck();

        assertThat(browser.open("").text()).contains("<h1>Salaries</h1>");
        assertThat(browser.fetch("api/salaries").text()).contains("PROTECTED");
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    @Test
    @Walks(Step.BACK)
    void going_back_to_the_capture_page_leads_to_the_application() {
        browser.fetch("api/salaries");
        browser.passFaceCheck();

        Reply back = browser.open("facecheck");

        assertThat(back.status()).isEqualTo(303);
        assertThat(browser.follow(back.header("Location")).text()).contains("<h1>Salaries</h1>");
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    @Test
    @Walks(Step.LOGOUT)
    void after_the_logout_of_the_application_the_data_is_closed_again() {
        browser.fetch("api/salaries");
        browser.passFaceCheck();
        assertThat(browser.send(script("api/salaries/session").DELETE()).status())
                .isEqualTo(204);

        assertThat(browser.fetch("api/salaries").status()).isEqualTo(401);
    }
}
