package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PrincipalIT {
    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return Login.added(TestWar.named("principal")).build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    private void logout() {
        assertThat(browser.open("open/dispatch?how=logout").status()).isEqualTo(200);
    }

    private void passes() {
        browser.open("secure/page");
        assertThat(browser.passFaceCheck().status()).isEqualTo(303);
        assertThat(browser.open("secure/page").text()).contains("PROTECTED");
    }

    @Test
    void a_pass_is_good_for_the_principal_that_was_logged_in_when_it_was_given() {
        Login.as("alice", browser);

        passes();

        assertThat(browser.open("secure/page").text()).contains("fullName=FIRST MIDDLE LAST NAME", "alice");
    }

    @Test
    void a_pass_given_before_the_login_is_void_after_it() {
        passes();

        Login.as("alice", browser);

        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        assertThat(browser.open("open/echo").text()).contains("identity=Optional.empty");
    }

    @Test
    void a_pass_is_void_after_the_logout() {
        Login.as("alice", browser);
        passes();

        logout();

        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        assertThat(browser.open("open/echo").text()).contains("identity=Optional.empty");
    }

    @Test
    void a_pass_is_void_for_the_next_person_at_the_same_browser() {
        Login.as("alice", browser);
        passes();

        logout();
        Login.as("bob", browser);

        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        passes();
    }

    @Test
    void a_pass_does_not_come_back_with_the_same_persons_next_login() {
        Login.as("alice", browser);
        passes();

        logout();
        Login.as("alice", browser);

        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void a_pass_is_gone_with_its_session() {
        passes();

        assertThat(browser.open("open/dispatch?how=end").status()).isEqualTo(200);

        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        assertThat(browser.open("open/echo").text()).contains("identity=Optional.empty");
    }

    @Test
    void a_page_that_was_open_before_the_login_gives_a_pass_to_the_principal_that_is_logged_in_now() {
        browser.open("secure/page");
        String token = browser.open("facecheck").token();
        Login.as("alice", browser);

        assertThat(browser.submit(token, Selfies.jpeg()).header("Location")).isEqualTo(browser.path("secure/page"));

        assertThat(browser.open("secure/page").text()).contains("PROTECTED", "alice");
        logout();
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void a_form_that_was_kept_for_one_person_is_not_sent_for_another() {
        Login.as("alice", browser);
        browser.post("secure/transfer", "amount=1000");

        logout();
        Login.as("bob", browser);
        String target = browser.passFaceCheck().header("Location");

        assertThat(browser.follow(target).text()).contains("PROTECTED").doesNotContain("amount");
    }
}
