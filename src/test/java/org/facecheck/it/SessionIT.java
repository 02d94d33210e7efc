package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SessionIT {
    /** Of 40 minutes, so that it is neither container's default. */
    private static final String TIMEOUT = "<session-config><session-timeout>40</session-timeout></session-config>";

    private static final String LARGE = "x=" + "y".repeat(9000);

    @ArquillianResource
    @OperateOnDeployment("sessions")
    private URI application;

    private Browser browser;

    @Deployment(name = "sessions", testable = false)
    static WebArchive war() {
        return war("sessions")
                .with("facecheck.session.idle", "PT2M")
                .webXml("", TIMEOUT)
                .build();
    }

    @Deployment(name = "by-url", testable = false)
    static WebArchive byUrl() {
        return war("by-url").webXml("", """
                        <session-config><tracking-mode>COOKIE</tracking-mode><tracking-mode>URL</tracking-mode></session-config>
                        """).build();
    }

    @Deployment(name = "scarce", testable = false)
    static WebArchive scarce() {
        return war("scarce")
                .with("facecheck.remember.max-bytes", "10000")
                .with("facecheck.remember.max-bytes-in-all", "26384")
                .build();
    }

    private static TestWar war(String name) {
        return TestWar.named(name).classes("org.facecheck.it.app.SessionServlet");
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    private String idle() {
        return browser.open("open/session").text().strip();
    }

    @Test
    void an_id_that_was_planted_as_a_cookie_is_worth_nothing_after_the_pass() {
        Browser thief = new Browser(application);
        thief.open("secure/page");
        String planted = thief.sessionId();
        browser.adopt(thief);

        browser.open("secure/page");
        assertThat(browser.sessionId()).isEqualTo(planted);
        browser.passFaceCheck();

        assertThat(browser.sessionId()).isNotEqualTo(planted);
        assertThat(browser.open("secure/page").text()).contains("PROTECTED");
        assertThat(thief.open("secure/page").status()).isEqualTo(303);
        assertThat(thief.open("open/echo").text()).contains("identity=Optional.empty");
    }

    @Test
    void an_id_that_was_invented_is_no_sessions() {
        String answer = RawRequest.to(
                application,
                "GET " + browser.path("secure/page") + " HTTP/1.1",
                "Accept: text/html",
                "Cookie: JSESSIONID=invented");

        assertThat(answer).contains("et-Cookie: JSESSIONID=").doesNotContain("JSESSIONID=invented");
    }

    @Test
    void an_id_that_was_planted_in_a_URL_is_worth_nothing_after_the_pass(
            @ArquillianResource @OperateOnDeployment("by-url") URI byUrl) {
        Browser thief = new Browser(byUrl);
        thief.open("secure/page");
        String planted = ";jsessionid=" + thief.sessionId();
        Browser victim = new Browser(byUrl);

        String token = victim.open("facecheck" + planted).token();
        Reply passed = victim.send(victim.navigation(victim.path("facecheck" + planted))
                .setHeader("Sec-Fetch-Mode", "cors")
                .header("Content-Type", "image/jpeg")
                .header("Facecheck-Token", token)
                .POST(BodyPublishers.ofByteArray(Selfies.jpeg())));

        assertThat(passed.status()).isIn(201, 403);
        assertThat(Faceki.checks()).isEqualTo(passed.status() == 201 ? 1 : 0);
        for (Browser one : new Browser[] {thief, new Browser(byUrl)}) {
            assertThat(one.open("secure/page" + planted).text()).doesNotContain("PROTECTED");
            assertThat(one.open("open/echo" + planted).text()).contains("identity=Optional.empty");
        }
        assertThat(passed.header("Location") + passed.text()).doesNotContain(thief.sessionId());
    }

    @Test
    void whatever_lies_under_our_names_is_as_good_as_nothing() {
        assertThat(browser.open("open/session?begin&plant=true").text()).contains("idle=2400");

        assertThat(browser.open("open/echo").text()).contains("identity=Optional.empty");
        assertThat(browser.post("secure/form", "amount=100").status()).isEqualTo(303);
        String token = browser.open("facecheck").token();
        browser.open("open/session?plant=again");
        assertThat(browser.submit(token, Selfies.jpeg()).status()).isEqualTo(403);
        browser.open("open/session?plant=and-again");

        assertThat(browser.passFaceCheck().status()).isEqualTo(303);
        assertThat(browser.open("secure/page").text()).contains("PROTECTED", "fullName=FIRST MIDDLE LAST NAME");
    }

    @Test
    void a_session_that_was_begun_for_a_check_ends_soon_until_it_is_passed() {
        browser.open("secure/page");
        assertThat(idle()).isEqualTo("idle=120");
        String token = browser.open("facecheck").token();
        assertThat(idle()).isEqualTo("idle=120");

        browser.submit(token, Selfies.jpeg());

        assertThat(idle()).isEqualTo("idle=2400");
    }

    @Test
    void a_session_that_the_capture_page_has_begun_ends_soon_too() {
        browser.open("facecheck");

        assertThat(idle()).isEqualTo("idle=120");
    }

    @Test
    void a_session_of_the_applications_own_lives_as_long_as_ever() {
        browser.open("open/session?begin");

        browser.open("secure/page");
        browser.open("facecheck");

        assertThat(idle()).isEqualTo("idle=2400");
    }

    @Test
    void a_session_is_begun_by_no_script_no_socket_no_partial_load_and_no_other_sites_form() {
        browser.fetch("secure/data");
        browser.fetch("secure/data", "Sec-Fetch-Mode", "cors");
        browser.fetch("secure/ahead", "Sec-Fetch-Mode", "navigate", "Sec-Purpose", "prefetch");
        browser.fetch("facecheck/capture.js");
        browser.send(browser.navigation(browser.path("secure/form"))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("amount=100")));
        assertThat(browser.sessionId()).isEmpty();
        String answer = RawRequest.to(
                application,
                "GET " + browser.path("secure/socket") + " HTTP/1.1",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(answer).startsWith("HTTP/1.1 401").doesNotContain("JSESSIONID");
    }

    @Test
    void a_form_stays_in_the_browser_where_others_have_used_the_memory_up(
            @ArquillianResource @OperateOnDeployment("scarce") URI scarce) {
        Browser first = new Browser(scarce);
        Browser second = new Browser(scarce);
        assertThat(first.post("secure/form", LARGE).status()).isEqualTo(303);
        assertThat(second.post("secure/form", LARGE).status()).isEqualTo(303);

        Browser third = new Browser(scarce);
        Reply told = third.post("secure/form", LARGE);
        assertThat(told.status()).isEqualTo(401);
        assertThat(told.text()).contains("no room", third.path("facecheck"));

        first.open("open/dispatch?how=end");
        assertThat(third.post("secure/form", LARGE).status()).isEqualTo(303);
        isSentOn(third);
        isSentOn(second);
        assertThat(new Browser(scarce).post("secure/form", LARGE).status()).isEqualTo(303);
    }

    private void isSentOn(Browser one) {
        Reply passed = one.passFaceCheck();
        assertThat(one.follow(passed.header("Location")).text()).contains("method=POST", "parameter x=[yyy");
    }
}
