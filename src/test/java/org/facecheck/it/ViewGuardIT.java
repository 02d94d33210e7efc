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

/** A protected Faces view that is rendered under the address of another one. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ViewGuardIT {

    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return views("views").build();
    }

    static TestWar views(String name) {
        return views(name, "");
    }

    /** The same with more declarations in web.xml. */
    static TestWar views(String name, String declarations) {
        return TestWar.bare(name)
                .with("facecheck.protect", "/members.xhtml,/secure/*")
                .with("facecheck.exempt", "/secure/help.xhtml")
                .webXml("", declarations + """
                        <servlet><servlet-name>faces</servlet-name>
                          <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>
                        <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
                        <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.jsf</url-pattern></servlet-mapping>
                        """)
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>")
                .file("start.xhtml", """
                        <!DOCTYPE html>
                        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html">
                        <h:head><title>Start</title></h:head><h:body>START
                        <h:form id="f"><h:commandButton id="members" value="go" action="members"/>
                        <h:commandButton id="help" value="help" action="/secure/help"/></h:form></h:body></html>
                        """)
                .file("direct.xhtml", """
                        <!DOCTYPE html>
                        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:f="jakarta.faces.core">
                        <f:metadata><f:viewAction action="members"/></f:metadata><body>DIRECT</body></html>
                        """)
                .file("secure/help.xhtml", page("HELP"))
                .file("members.xhtml", page("PROTECTED"));
    }

    private static String page(String content) {
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + content + "</body></html>";
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    private Reply press(String button) {
        return browser.press("start.xhtml", button);
    }

    @Test
    void implicit_navigation_to_a_protected_view_asks_for_a_check_and_leads_to_the_view() {
        Reply asked = press("members");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo(browser.path("facecheck"));
        assertThat(asked.text()).doesNotContain("PROTECTED");

        Reply passed = browser.passFaceCheck();

        assertThat(passed.header("Location")).isEqualTo(browser.path("members.xhtml"));
        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED");
        assertThat(press("members").text()).contains("PROTECTED");
    }

    @Test
    void a_view_action_that_navigates_to_one_asks_too() {
        Reply asked = browser.open("direct.xhtml");

        assertThat(asked.text()).doesNotContain("PROTECTED");
        browser.passFaceCheck();
        assertThat(browser.open("members.xhtml").text()).contains("PROTECTED");
    }

    @Test
    void navigation_to_an_exempt_view_stays_open() {
        assertThat(press("help").text()).contains("HELP");
        assertThat(browser.open("secure/help.xhtml").text()).contains("HELP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"members.jsf", "members.xhtml"})
    void every_address_of_a_protected_view_asks(String address) {
        assertThat(browser.open(address).status()).isEqualTo(303);
        assertThat(browser.follow(browser.passFaceCheck().header("Location")).text())
                .contains("PROTECTED");
    }
}
