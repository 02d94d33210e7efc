package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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

/** One remembered request for each challenge, used once, whatever other tabs and other sites do meanwhile. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TwoTabsIT {
    private static final String BODY = "amount=100&name=M%C3%BCller&raw=%00%ff+";

    @ArquillianResource
    @OperateOnDeployment("tabs")
    private URI application;

    private Browser browser;

    @Deployment(name = "tabs", testable = false)
    static WebArchive war() {
        return TestWar.named("tabs")
                .with("facecheck.rule.once.patterns", "*.secret")
                .with("facecheck.rule.once.one-time", "true")
                .build();
    }

    @Deployment(name = "tabs-old", testable = false)
    static WebArchive old() {
        return TestWar.named("tabs-old").behindAnOldFilter("").build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    /** The token of the capture page that a tab is sent to, and shows at once. */
    private String tab(String page) {
        return shown(browser.open(page));
    }

    private String formTab(String page) {
        return shown(browser.post(page, BODY));
    }

    private String shown(Reply asked) {
        assertThat(asked.status()).isEqualTo(303);
        return browser.follow(asked.header("Location")).token();
    }

    private Reply fromOtherSite(String page) {
        return browser.send(browser.navigation(browser.path(page))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Dest", "iframe")
                .GET());
    }

    private void goesOnTo(String page, Reply passed) {
        assertThat(passed.status()).isEqualTo(303);
        assertThat(passed.header("Location")).isEqualTo(browser.path(page));
    }

    private void isResumedOnce(Reply passed, String page) {
        goesOnTo(page, passed);
        String direct = browser.post("open/echo?raw", BODY).text();
        assertThat(browser.follow(passed.header("Location")).text())
                .isEqualTo(direct)
                .contains("method=POST");
        assertThat(browser.follow(passed.header("Location")).text()).contains("method=GET");
    }

    @Test
    void two_tabs_go_on_each_to_what_it_wanted() {
        String first = tab("secure/a?x=1");
        String second = tab("secure/b");

        goesOnTo("secure/a?x=1", browser.submit(first, Selfies.jpeg()));
        goesOnTo("secure/b", browser.submit(second, Selfies.jpeg()));
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    @Test
    void so_they_do_when_their_scripts_send_the_picture() {
        String first = tab("secure/a");
        String second = tab("secure/b");

        Reply passed = browser.submitRaw(first, Selfies.jpeg(), "image/jpeg");
        Reply other = browser.submitRaw(second, Selfies.jpeg(), "image/jpeg");

        assertThat(passed.status()).isEqualTo(201);
        assertThat(passed.header("Location")).isEqualTo(browser.path("secure/a"));
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.header("Location")).isEqualTo(browser.path("secure/b"));
    }

    @Test
    void so_they_do_behind_an_old_filter(@ArquillianResource @OperateOnDeployment("tabs-old") URI old) {
        browser = new Browser(old);
        String first = tab("secure/a");
        String second = tab("secure/b");

        goesOnTo("secure/b", browser.submit(second, Selfies.jpeg()));
        goesOnTo("secure/a", browser.submit(first, Selfies.jpeg()));
    }

    @Test
    void the_other_tab_may_be_loaded_anew_instead() {
        String first = tab("secure/a");
        tab("secure/b");
        browser.submit(first, Selfies.jpeg());

        goesOnTo("secure/b", browser.open("facecheck"));
        goesOnTo("", browser.open("facecheck"));
    }

    @Test
    void a_picture_of_no_use_changes_nothing_of_that() {
        String first = tab("secure/a");
        tab("secure/b");
        Faceki.answersCode(8018);
        Reply retake = browser.submit(first, Selfies.jpeg());
        assertThat(retake.status()).isEqualTo(422);
        Reply used = browser.submit(first, Selfies.jpeg());
        assertThat(used.status()).isEqualTo(403);
        Faceki.matches();

        goesOnTo("secure/a", browser.submit(used.token(), Selfies.jpeg()));
        goesOnTo("secure/a", browser.submit(retake.token(), Selfies.jpeg()));
    }

    @Test
    void a_form_of_one_tab_waits_while_the_other_passes() {
        String form = formTab("secure/form?raw");
        String page = tab("secure/b");
        goesOnTo("secure/b", browser.submit(page, Selfies.jpeg()));
        assertThat(browser.open("secure/form?raw").text()).contains("method=GET");

        isResumedOnce(browser.submit(form, Selfies.jpeg()), "secure/form?raw");
    }

    @Test
    void a_form_is_resumed_when_its_tab_is_loaded_anew() {
        formTab("secure/form?raw");
        String page = tab("secure/b");
        browser.submit(page, Selfies.jpeg());

        isResumedOnce(browser.open("facecheck"), "secure/form?raw");
    }

    @Test
    void each_tab_has_a_form_of_its_own() {
        String first = formTab("secure/one?raw");
        String second = formTab("secure/two?raw");

        Reply passed = browser.submit(first, Selfies.jpeg());
        Reply other = browser.submit(second, Selfies.jpeg());

        isResumedOnce(other, "secure/two?raw");
        isResumedOnce(passed, "secure/one?raw");
    }

    @Test
    void one_check_opens_one_one_time_target() {
        String first = tab("a.secret");
        String second = tab("b.secret");

        Reply passed = browser.submit(first, Selfies.jpeg());
        goesOnTo("a.secret", passed);
        assertThat(browser.open("b.secret").status()).isEqualTo(303);
        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED");
        assertThat(browser.follow(passed.header("Location")).status()).isEqualTo(303);

        goesOnTo("b.secret", browser.submit(second, Selfies.jpeg()));
        assertThat(browser.open("b.secret").text()).contains("PROTECTED");
        assertThat(Faceki.checks()).isEqualTo(2);
    }

    @Test
    void what_another_site_opens_meanwhile_is_not_what_a_tab_goes_on_to() {
        String token = tab("secure/a");
        for (int i = 0; i < 20; i++) {
            fromOtherSite("secure/planted?" + i);
            fromOtherSite("facecheck");
        }

        goesOnTo("secure/a", browser.submit(token, Selfies.jpeg()));
    }

    @Test
    void nor_where_it_comes_between_a_request_and_its_page() {
        Reply asked = browser.post("secure/form?raw", BODY);
        for (int i = 0; i < 20; i++) {
            fromOtherSite("secure/planted?" + i);
        }
        String token = browser.follow(asked.header("Location")).token();

        Reply passed = browser.submit(token, Selfies.jpeg());
        assertThat(fromOtherSite("secure/form?raw").text()).contains("method=GET");
        isResumedOnce(passed, "secure/form?raw");
    }

    @Test
    void a_link_on_another_site_leads_where_it_says() {
        fromOtherSite("secure/linked");

        goesOnTo("secure/linked", browser.submit(fromOtherSite("facecheck").token(), Selfies.jpeg()));
    }
}
