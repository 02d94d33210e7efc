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

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PrincipalIT {
    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("principal")
                .file("login.html", "LOGIN")
                .webXml("", """
                        <security-constraint>
                          <web-resource-collection><web-resource-name>members</web-resource-name>
                            <url-pattern>/members</url-pattern></web-resource-collection>
                          <auth-constraint><role-name>**</role-name></auth-constraint>
                        </security-constraint>
                        <login-config><auth-method>FORM</auth-method><form-login-config>
                          <form-login-page>/login.html</form-login-page>
                          <form-error-page>/login.html</form-error-page></form-login-config></login-config>
                        """)
                .build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    private void login(String name) {
        assertThat(browser.open("members").text()).contains("LOGIN");
        Reply accepted = browser.post("j_security_check", "j_username=" + name + "&j_password=face-check-1");
        assertThat(accepted.header("Location")).endsWith("/members");
        browser.open("members");
        assertThat(browser.open("open/echo").text()).contains(name);
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
    void a_pass_is_good_for_whoever_was_logged_in_when_it_was_given() {
        login("alice");

        passes();

        assertThat(browser.open("secure/page").text()).contains("fullName=FIRST MIDDLE LAST NAME", "alice");
    }

    @Test
    void a_pass_given_before_the_login_is_void_after_it() {
        passes();

        login("alice");

        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        assertThat(browser.open("open/echo").text()).contains("identity=Optional.empty");
    }

    @Test
    void a_pass_is_void_after_the_logout() {
        login("alice");
        passes();

        logout();

        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        assertThat(browser.open("open/echo").text()).contains("identity=Optional.empty");
    }

    @Test
    void a_pass_is_void_for_the_next_person_at_the_same_browser() {
        login("alice");
        passes();

        logout();
        login("bob");

        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        passes();
    }

    @Test
    void a_pass_does_not_come_back_with_the_same_persons_next_login() {
        login("alice");
        passes();

        logout();
        login("alice");

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
    void a_page_that_was_open_before_the_login_gives_a_pass_to_whoever_is_logged_in_now() {
        browser.open("secure/page");
        String token = browser.open("facecheck").token();
        login("alice");

        assertThat(browser.submit(token, Selfies.jpeg()).header("Location")).isEqualTo(browser.path("secure/page"));

        assertThat(browser.open("secure/page").text()).contains("PROTECTED", "alice");
        logout();
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void a_form_that_was_kept_for_one_person_is_not_sent_for_another() {
        login("alice");
        browser.post("secure/transfer", "amount=1000");

        logout();
        login("bob");
        String target = browser.passFaceCheck().header("Location");

        assertThat(browser.follow(target).text()).contains("PROTECTED").doesNotContain("amount");
    }
}
