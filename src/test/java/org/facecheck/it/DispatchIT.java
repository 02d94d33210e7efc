package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DispatchIT {
    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("dispatch")
                .with("facecheck.exempt", "/secure/public/*")
                .with("facecheck.rule.transfer.patterns", "/secure/transfer")
                .with("facecheck.rule.transfer.one-time", "true")
                .with("facecheck.rule.html.patterns", "*.html")
                .build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "async"})
    void a_dispatch_to_a_protected_page_asks_for_a_check_and_comes_back_to_where_it_began(String how) {
        String page = "open/dispatch?how=" + how + "&to=/secure/page";
        Reply asked = browser.open(page);
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.text()).doesNotContain("PROTECTED");

        Reply passed = browser.passFaceCheck();

        assertThat(passed.header("Location")).isEqualTo(browser.path(page));
        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED");
    }

    @Test
    void an_included_page_is_left_out_and_the_page_around_it_stays_whole() {
        assertThat(browser.open("open/dispatch?how=include&to=/secure/page").text())
                .contains("before", "after")
                .doesNotContain("PROTECTED");

        browser.passFaceCheck();
        assertThat(browser.open("open/dispatch?how=include&to=/secure/page").text())
                .contains("PROTECTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "include", "async"})
    void an_exempt_page_takes_its_exemption_nowhere(String how) {
        Reply answer = browser.open("secure/public/dispatch?how=" + how + "&to=/secure/page");

        assertThat(answer.text()).doesNotContain("PROTECTED");
    }

    @Test
    void an_exempt_page_is_open() {
        assertThat(browser.open("secure/public/page").text()).contains("PROTECTED");
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/secure/../secure/page",
                "/open/..;/secure/page",
                "//secure/page",
                "/secure%2fpage",
                "/%73ecure/page"
            })
    void a_dispatch_by_a_twisted_path_shows_nothing_either(String to) {
        for (String how : new String[] {"forward", "include", "async"}) {
            Reply answer = browser.open("open/dispatch?how=" + how + "&to="
                    + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(answer.text()).as(how).doesNotContain("PROTECTED");
        }
    }

    @Test
    void a_rule_by_ending_holds_too() {
        assertThat(browser.open("secret.html").status()).isEqualTo(303);
        assertThat(browser.open("open/dispatch?how=forward&to=/secret.html").status())
                .isEqualTo(303);
    }

    @Test
    void a_one_time_rule_opens_once_for_each_check() {
        browser.open("secure/transfer");
        String target = browser.passFaceCheck().header("Location");
        assertThat(browser.follow(target).text()).contains("PROTECTED");

        assertThat(browser.follow(target).status()).isEqualTo(303);
        assertThat(browser.open("secure/page").status()).isEqualTo(200);
    }

    @Test
    void a_check_for_another_rule_does_not_open_a_one_time_rule() {
        browser.open("secure/page");
        browser.passFaceCheck();

        assertThat(browser.open("secure/transfer").status()).isEqualTo(303);
    }

    @Test
    void a_form_for_a_one_time_rule_arrives() {
        browser.post("secure/transfer", "amount=100");
        String target = browser.passFaceCheck().header("Location");

        assertThat(browser.follow(target).text()).contains("method=POST", "parameter amount=[100]");
        assertThat(browser.follow(target).status()).isEqualTo(303);
    }
}
