package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A login by a form in an application of which all is protected, the login's own pages too. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FormLoginIT {
    /** As the log says it, for the short form and these pages. */
    private static final String LINE = "/sorry.html,/welcome.html";

    @ArquillianResource
    Deployer deployer;

    private static TestWar war(String name) {
        return TestWar.named(name)
                .with("facecheck.protect", "/*")
                .file("welcome.html", "WELCOME <link rel=\"stylesheet\" href=\"login.css\">")
                .file("sorry.html", "SORRY")
                .file("login.css", "STYLE")
                .webXml("", """
                        <security-constraint>
                          <web-resource-collection><web-resource-name>members</web-resource-name>
                            <url-pattern>/secure/*</url-pattern></web-resource-collection>
                          <auth-constraint><role-name>**</role-name></auth-constraint>
                        </security-constraint>
                        <login-config><auth-method>FORM</auth-method><form-login-config>
                          <form-login-page>/welcome.html</form-login-page>
                          <form-error-page>/sorry.html</form-error-page></form-login-config></login-config>
                        """);
    }

    @Deployment(name = "form-login", testable = false)
    static WebArchive exempt() {
        return war("form-login").with("facecheck.exempt", LINE + ",/login.css").build();
    }

    @Deployment(name = "form-login-closed", managed = false, testable = false)
    static WebArchive closed() {
        return war("form-login-closed").build();
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    @Test
    void the_log_says_which_line_ends_the_second_check() {
        ServerLog log = ServerLog.fromNow();
        deployer.deploy("form-login-closed");
        deployer.undeploy("form-login-closed");

        assertThat(log.text())
                .contains("asks for a check before the login page is shown", "Write facecheck.exempt=" + LINE);
    }

    @Test
    void with_this_line_people_log_in_first_and_are_checked_once(
            @ArquillianResource @OperateOnDeployment("form-login") URI application) {
        Browser browser = new Browser(application);
        assertThat(browser.open("secure/page").text()).contains("WELCOME").doesNotContain("PROTECTED");
        assertThat(browser.open("login.css").text()).contains("STYLE");

        Reply loggedIn = browser.post("j_security_check", "j_username=alice&j_password=face-check-1");
        String wanted = URI.create(loggedIn.header("Location")).getPath();
        assertThat(wanted).isEqualTo(browser.path("secure/page"));
        assertThat(browser.follow(wanted).header("Location")).isEqualTo(browser.path("facecheck"));
        assertThat(browser.passFaceCheck().header("Location")).isEqualTo(wanted);

        assertThat(browser.follow(wanted).text()).contains("PROTECTED", "alice");
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    @Test
    void a_failed_login_shows_the_error_page_and_opens_nothing(
            @ArquillianResource @OperateOnDeployment("form-login") URI application) {
        Browser browser = new Browser(application);
        browser.open("secure/page");

        Reply refused = browser.post("j_security_check", "j_username=alice&j_password=wrong");

        String shown = refused.header("Location").isEmpty()
                ? refused.text()
                : browser.follow(URI.create(refused.header("Location")).getPath())
                        .text();
        assertThat(shown).contains("SORRY");
        assertThat(browser.open("secure/page").text()).doesNotContain("PROTECTED");
        assertThat(browser.open("open/echo").status()).isEqualTo(303);
    }
}
