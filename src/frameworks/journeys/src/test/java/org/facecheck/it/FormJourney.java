package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a person does in an application of pages and forms. Each application has a page that shows what it is sent, a form that
 * is saved, an upload and a logout.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class FormJourney {
    static final String NAMES = "Zoë Groß, السيد";
    static final String ENCODED_NAMES = URLEncoder.encode(NAMES, StandardCharsets.UTF_8);

    @ArquillianResource
    URI application;

    Browser browser;

    /** The name of an action's address; most have none but the action's own. */
    String address(String action) {
        return "secure/" + action;
    }

    /** Logs in by the application's own means, where it has any. */
    void logIn() {}

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
        logIn();
    }

    @Test
    @Walks(Step.LINK)
    void a_link_with_a_query_opens_after_the_check() {
        Reply asked = browser.open(address("page") + "?name=M%C3%BCller");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo(browser.path("facecheck"));

        Reply passed = browser.passFaceCheck();
        assertThat(passed.header("Location")).isEqualTo(browser.path(address("page") + "?name=M%C3%BCller"));
        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED", "name=[Müller]");
    }

    @Test
    @Walks(Step.PAGE)
    void the_capture_page_and_its_files_are_ours() {
        browser.open(address("page"));
        Reply page = browser.open("facecheck");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("name=\"token\"").doesNotContain("START PAGE");
        assertThat(browser.open("facecheck/capture.js").text()).doesNotContain("START PAGE");
        assertThat(browser.open("facecheck/capture.js").header("Content-Type")).contains("javascript");
        assertThat(browser.open("facecheck/capture.css").header("Content-Type")).contains("css");
    }

    @Test
    @Walks(Step.FORM)
    void a_form_that_was_sent_in_the_middle_of_work_is_saved_with_its_names() {
        Reply asked = browser.post(address("save"), "name=" + ENCODED_NAMES);
        assertThat(asked.status()).isEqualTo(303);
        Reply passed = browser.passFaceCheck();
        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED", "name=[" + NAMES + "]");
    }

    /** A browser sends it again by itself after the check: a form with files is not kept (see the page on requests). */
    @Test
    @Walks(Step.UPLOAD)
    void an_upload_that_was_sent_in_the_middle_of_work_is_sent_again() {
        assertThat(upload().status()).isEqualTo(401);
        browser.passFaceCheck();
        assertThat(upload().text()).contains("name=[" + NAMES + "]", "file=[plan.txt]", "length=[10]");
    }

    private Reply upload() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + NAMES
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n0123456789\r\n--b--\r\n";
        return browser.send(browser.navigation(browser.path(address("upload")))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    @Walks(Step.AJAX)
    void a_script_reads_where_to_go() {
        Reply refused = browser.fetch(address("page"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.text()).contains("facecheck");
    }

    @Test
    void a_picture_as_the_body_opens_the_page() {
        browser.open(address("page") + "?name=raw");
        Reply passed = browser.submitRaw(browser.open("facecheck").token(), Selfies.jpeg(), "image/jpeg");
        assertThat(passed.status()).isEqualTo(201);
        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED", "name=[raw]");
    }

    @Test
    @Walks(Step.SECOND_TAB)
    void a_second_tab_is_open_too() {
        browser.open(address("page"));
        browser.passFaceCheck();

        assertThat(browser.open(address("page") + "?name=second").text()).contains("PROTECTED", "name=[second]");
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    /** Without script, the capture page stays in the browser's history; with it, what was asked for takes its place there. */
    @Test
    @Walks(Step.BACK)
    void going_back_sends_nothing_again_and_leads_on() {
        browser.post(address("save"), "name=" + ENCODED_NAMES);
        String token = browser.open("facecheck").token();
        String saved = browser.submit(token, Selfies.jpeg()).header("Location");
        assertThat(browser.follow(saved).text()).contains("PROTECTED", "name=[" + NAMES + "]");

        Reply back = browser.open("facecheck");
        assertThat(back.status()).isEqualTo(303);
        assertThat(shown(browser.follow(back.header("Location"))).text()).contains("START PAGE");
        Reply pressedAgain = browser.submit(token, Selfies.jpeg());
        assertThat(pressedAgain.status()).isEqualTo(303);
        assertThat(pressedAgain.header("Location")).isEqualTo(saved);
        assertThat(browser.follow(saved).text()).contains("PROTECTED", "name=[]");
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    @Test
    @Walks(Step.LOGOUT)
    void after_the_logout_of_the_application_each_page_asks_again_and_a_form_is_not_sent_on() {
        browser.open(address("page"));
        browser.passFaceCheck();
        Reply loggedOut = shown(browser.open(address("logout")));
        assertThat(loggedOut.text()).contains("START PAGE");
        logIn();

        assertThat(browser.open(address("page")).status()).isEqualTo(303);
        assertThat(browser.post(address("save"), "name=" + ENCODED_NAMES).status())
                .isEqualTo(303);
        assertThat(browser.open("facecheck").text()).contains("name=\"token\"");
    }

    /** Follows redirects of the application's own. */
    final Reply shown(Reply reply) {
        return reply.status() == 301 || reply.status() == 302
                ? shown(browser.follow(
                        reply.response().uri().resolve(reply.header("Location")).toString()))
                : reply;
    }
}
