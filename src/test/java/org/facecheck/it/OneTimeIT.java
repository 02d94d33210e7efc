package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A check for a one-time rule authorises the request that it was made for, and no other one. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OneTimeIT {
    /** Of the one-time rule alone, and of an ordinary rule besides. */
    private static final String[] PAGES = {"transfer.secret", "secure/transfer.secret"};

    private static final String HOSTILE = "amount=1000000";

    @ArquillianResource
    private URI application;

    private Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("once")
                .with("facecheck.rule.once.patterns", "*.secret")
                .with("facecheck.rule.once.one-time", "true")
                .with("facecheck.remember.max-bytes", "1000")
                .build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    /** Goes to a page, and passes the check that it asks for. */
    private String checkedFor(String page) {
        assertThat(browser.open(page).status()).isEqualTo(303);
        return passed();
    }

    private String checkedForForm(String page, String body) {
        assertThat(browser.post(page, body).status()).isEqualTo(303);
        return passed();
    }

    private String passed() {
        Reply passed = browser.passFaceCheck();
        assertThat(passed.status()).isEqualTo(303);
        return passed.header("Location");
    }

    private Reply send(String method, String page, String body, String... headers) {
        BodyPublisher content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request = browser.navigation(browser.path(page)).method(method, content);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request);
    }

    private static void isNotOpened(Reply reply) {
        assertThat(reply.status()).isIn(303, 401);
        assertThat(reply.text()).doesNotContain("PROTECTED");
    }

    private void opensOnce(String location, String... contents) {
        assertThat(browser.follow(location).text()).contains(contents);
        isNotOpened(browser.follow(location));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
    void a_check_for_a_page_opens_no_other_method(String method) {
        for (String page : PAGES) {
            String location = checkedFor(page);

            isNotOpened(send(method, page, method.startsWith("P") ? HOSTILE : ""));
            opensOnce(location, "method=GET");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, '', amount=1000000",
        "POST, '', amount=1&amount=1000000",
        "POST, '', ''",
        "POST, ?amount=1000000, amount=1",
        "GET, ?amount=1000000, ''",
        "DELETE, '', ''",
        "HEAD, '', ''"
    })
    void a_check_for_a_form_opens_nothing_but_what_was_sent(String method, String query, String body) {
        for (String page : PAGES) {
            String location = checkedForForm(page, "amount=1");

            isNotOpened(send(method, page + query, body));
            opensOnce(location, "method=POST", "parameter amount=[1]");
        }
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://evil.example"})
    void another_site_takes_no_ones_check_and_destroys_none(String header, String value) {
        for (String page : PAGES) {
            String forPage = checkedFor(page + "?n=1");
            isNotOpened(send("GET", page + "?n=1", "", header, value));
            opensOnce(forPage, "method=GET");

            String forForm = checkedForForm(page, "amount=1");
            isNotOpened(send("GET", page, "", header, value));
            isNotOpened(send("POST", page, "amount=1", header, value));
            opensOnce(forForm, "method=POST", "parameter amount=[1]");
        }
    }

    @Test
    void a_hostile_tab_that_keeps_posting_gets_nothing_at_any_moment() {
        for (int round = 0; round < 15; round++) {
            String page = PAGES[round % PAGES.length];
            assertThat(browser.post(page, "amount=1").status()).isEqualTo(303);
            postsFromOtherSite(page);
            String token = browser.open("facecheck").token();
            postsFromOtherSite(page);
            String location = browser.submit(token, Selfies.jpeg()).header("Location");
            postsFromOtherSite(page);

            opensOnce(location, "method=POST", "parameter amount=[1]");
            postsFromOtherSite(page);
        }
    }

    /** As browsers send it to an origin that they trust, and as they do on plain HTTP. */
    private void postsFromOtherSite(String page) {
        isNotOpened(send("POST", page, HOSTILE, "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"));
        isNotOpened(send("POST", page, HOSTILE, "Origin", "https://evil.example"));
    }

    @Test
    void the_redirect_after_the_check_opens_as_browsers_send_it() {
        String location = checkedFor("transfer.secret");
        Reply opened = browser.send(browser.navigation(location)
                .header("Sec-Fetch-Site", "same-origin")
                .GET());

        assertThat(opened.text()).contains("method=GET");
    }

    @Test
    void what_a_browser_fetches_ahead_takes_no_check() {
        String location = checkedFor("transfer.secret");

        isNotOpened(send("GET", "transfer.secret", "", "Sec-Purpose", "prefetch;prerender"));
        opensOnce(location, "method=GET");
    }

    @Test
    void two_tabs_with_one_address_open_each_with_its_own_check() {
        assertThat(browser.post("transfer.secret", "amount=1").status()).isEqualTo(303);
        String form = browser.open("facecheck").token();
        assertThat(browser.open("transfer.secret").status()).isEqualTo(303);
        String page = browser.open("facecheck").token();

        assertThat(browser.submit(form, Selfies.jpeg()).status()).isEqualTo(303);
        String location = browser.submit(page, Selfies.jpeg()).header("Location");

        opensOnce(location, "method=GET");
        assertThat(Faceki.checks()).isEqualTo(2);
    }

    @Test
    void a_form_that_can_not_be_kept_is_not_told_to_be_sent_again() {
        Reply told = browser.post("transfer.secret", "x=" + "y".repeat(1000));

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.text()).contains("Nothing has been sent on").doesNotContain("reload");
    }
}
