package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
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
class FormPostIT {
    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("form")
                .with("facecheck.remember.max-bytes", "1000")
                .build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    private static List<String> received(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        return reply.text().lines().filter(line -> !line.startsWith("identity")).toList();
    }

    private Reply resumed(String page, String body) {
        Reply asked = browser.post(page, body);
        assertThat(asked.status()).isEqualTo(303);
        Reply passed = browser.passFaceCheck();
        assertThat(passed.header("Location")).isEqualTo(browser.path(page));
        return browser.follow(passed.header("Location"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', amount=100&to=alice",
        "?x=query, x=form&x=again&y=",
        "?encoding-first=yes, name=M%C3%BCller+%26+S%C3%B6hne&local=%D8%A7%D9%84%D8%A7%D8%B3%D9%85",
        "'', name=M%C3%BCller",
        "'', a&b=&d==e",
        "?raw, amount=100&name=M%C3%BCller"
    })
    void a_form_arrives_as_if_nothing_had_come_between(String query, String body) {
        List<String> direct = received(browser.post("open/echo" + query, body));

        assertThat(received(resumed("secure/form" + query, body))).isEqualTo(direct);
    }

    @Test
    void a_form_is_put_back_in_place_once() {
        assertThat(received(resumed("secure/form", "amount=100"))).contains("method=POST", "parameter amount=[100]");

        assertThat(received(browser.open("secure/form")))
                .contains("method=GET")
                .doesNotContain("parameter amount=[100]");
    }

    @Test
    void a_form_waits_until_its_own_page_is_asked_for() {
        browser.post("secure/form", "amount=100");
        browser.passFaceCheck();

        assertThat(received(browser.open("secure/other"))).contains("method=GET");
        assertThat(received(browser.open("secure/form"))).contains("method=POST", "parameter amount=[100]");
    }

    @Test
    void what_is_too_large_to_keep_stays_in_the_browser_with_a_way_to_send_it_again() {
        Reply told = browser.post("secure/form", "x=" + "y".repeat(1000));

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.text()).contains("href=\"" + browser.path("facecheck") + "\"", "reload");

        browser.passFaceCheck();
        assertThat(received(browser.post("secure/form", "x=" + "y".repeat(1000))))
                .contains("method=POST");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://evil.example"})
    void what_comes_from_another_site_is_not_sent_on_as_if_it_came_from_the_application(String header, String value) {
        Reply told = browser.send(browser.navigation(browser.path("secure/form"))
                .header(header, value)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("amount=100")));

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.text()).contains("another website", "href=\"" + browser.path("facecheck") + "\"");
        Reply passed = browser.passFaceCheck();
        assertThat(passed.header("Location")).isEqualTo(browser.path(""));
        assertThat(received(browser.open("secure/form"))).contains("method=GET");
    }

    @Test
    void a_form_of_the_applications_own_is_known_by_its_origin() {
        String origin = "http://" + application.getAuthority();

        Reply asked = browser.send(browser.navigation(browser.path("secure/form"))
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("amount=100")));

        assertThat(asked.status()).isEqualTo(303);
        assertThat(received(browser.follow(browser.passFaceCheck().header("Location"))))
                .contains("method=POST", "parameter amount=[100]");
    }

    @Test
    void an_upload_stays_in_the_browser_until_it_is_sent_again() {
        byte[] body = Browser.form("1", new byte[] {1, 2, 3});

        Reply told = upload(body);

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.header("WWW-Authenticate")).startsWith("FaceCheck ");
        assertThat(told.text()).contains("href=\"" + browser.path("facecheck") + "\"", "reload");

        browser.passFaceCheck();
        assertThat(received(upload(body))).contains("method=POST");
    }

    private Reply upload(byte[] body) {
        return browser.send(browser.navigation(browser.path("secure/form"))
                .header("Content-Type", Browser.FORM_TYPE)
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
