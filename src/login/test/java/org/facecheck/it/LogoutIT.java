package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends of a login, in both modes: by the button, by the session's age, and what is told of them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LogoutIT {
    private static final String ANNA = "ANNA GROSS";

    @ArquillianResource
    @OperateOnDeployment("leave-application")
    URI ofApplication;

    @ArquillianResource
    @OperateOnDeployment("leave-container")
    URI ofContainer;

    private static TestWar leaving(String name) {
        return LoginWar.named(name)
                .with("facecheck.protect", "/secure/*")
                .with("facecheck.login.username", "none")
                .with("facecheck.login.logout-path", "/sign-out")
                .with("facecheck.login.max-idle", "PT7M")
                .with("facecheck.audit.log-fields", "caller,roles")
                .classes("org.facecheck.it.app.LoginDiary", "org.facecheck.it.app.DiaryServlet")
                .file("button.jsp", """
                        <%@ taglib prefix="login" uri="https://facecheck.org/tags/login" %>
                        <login:logout>Sign ${"out"}</login:logout>""")
                .file("button.xhtml", """
                        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="http://xmlns.jcp.org/jsf/html"
                              xmlns:login="http://xmlns.jcp.org/jsf/composite/facecheck-login">
                        <h:head><title>x</title></h:head>
                        <h:body><login:logout label="Sign &lt;out"/></h:body></html>""")
                .webXml("", """
                        <servlet><servlet-name>faces</servlet-name>
                          <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>
                        <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
                        """ + LoginWar.roles());
    }

    @Deployment(name = "leave-application", testable = false)
    static WebArchive application() {
        return LoginWar.build(leaving("leave-application").with("facecheck.login", "application"));
    }

    @Deployment(name = "leave-container", testable = false)
    static WebArchive container() {
        return LoginWar.build(leaving("leave-container"));
    }

    private Browser loggedIn(String mode) {
        Faceki.answersMatchNamed(ANNA);
        Browser browser = new Browser(mode.equals("application") ? ofApplication : ofContainer);
        assertThat(browser.passFaceCheck().status()).isEqualTo(303);
        assertThat(browser.open("secure/caller?keep").text()).contains("principal=ANNA GROSS", "basket=kept");
        return browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void the_button_ends_login_and_session_and_leads_to_the_front_page(String mode) {
        Browser browser = loggedIn(mode);
        assertThat(browser.open("button.jsp").text().replaceAll("\\s+", " "))
                .contains("<form method=\"post\" action=\"" + browser.path("sign-out")
                        + "\"><button type=\"submit\">Sign out</button></form>");

        Reply gone = browser.post("sign-out", "");

        assertThat(gone.status()).isEqualTo(303);
        assertThat(gone.header("Location")).isEqualTo(browser.path(""));
        assertThat(browser.open("open/caller").text()).contains("principal=null", "identity=false", "basket=null");
        assertThat(browser.open("secure/caller").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void faces_pages_have_the_same_button(String mode) {
        Browser browser = loggedIn(mode);

        assertThat(browser.open("button.xhtml").text().replaceAll("\\s+", " "))
                .contains(
                        "action=\"" + browser.path("sign-out") + "\"", "<button type=\"submit\">Sign &lt;out</button>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void neither_a_link_nor_another_site_logs_anybody_out(String mode) {
        Browser browser = loggedIn(mode);

        assertThat(browser.open("sign-out").status()).isEqualTo(405);
        Browser other = new Browser(mode.equals("application") ? ofApplication : ofContainer)
                .claiming(Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"));
        other.adopt(browser);
        assertThat(other.post("sign-out", "").status()).isEqualTo(403);

        assertThat(browser.open("secure/caller").text()).contains("principal=ANNA GROSS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void whoever_was_not_logged_in_is_led_to_the_front_page_as_well(String mode) {
        Browser stranger = new Browser(mode.equals("application") ? ofApplication : ofContainer);

        assertThat(stranger.post("sign-out", "").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void login_and_logout_are_told_to_observers_and_to_the_log(String mode) {
        ServerLog log = ServerLog.fromNow();
        Browser browser = loggedIn(mode);
        browser.post("sign-out", "");

        String path = "/leave-" + mode;
        assertThat(browser.open("diary").text())
                .contains("PASSED ANNA GROSS [employee] in " + path, "LOGGED_OUT ANNA GROSS [employee] in " + path);
        assertThat(Patience.until(log::text, text -> text.contains("outcome=LOGGED_OUT application=" + path)))
                .contains("outcome=LOGGED_OUT application=" + path + " caller=\"ANNA GROSS\" roles=employee")
                .containsPattern("outcome=PASSED application=" + path + " .*caller=\"ANNA GROSS\" roles=employee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void a_logout_of_the_applications_is_told_once(String mode) {
        Browser browser = loggedIn(mode);
        String before = browser.open("diary").text();

        browser.open("secure/caller?logout");

        String after = browser.open("diary").text();
        assertThat(after.split("LOGGED_OUT", -1)).hasSize(before.split("LOGGED_OUT", -1).length + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void a_session_that_somebody_is_logged_in_to_may_be_idle_for_as_long_as_the_deployer_says(String mode) {
        assertThat(loggedIn(mode).open("diary").text()).contains("idle=420");
    }

    @Test
    void the_button_of_a_page_stops_nobody_from_seeing_it_who_is_not_logged_in() {
        assertThat(new Browser(ofApplication).open("button.jsp").text()).contains("Sign out");
    }
}
