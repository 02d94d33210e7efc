package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.concurrent.CompletionException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The verified identity is read in each kind of component that an application has, as the documents say (embedding.md). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IdentityEverywhereIT {
    private static final String NAME = "FIRST MIDDLE LAST NAME";

    @ArquillianResource
    private URI application;

    private Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        TestWar war = TestWar.bare("everywhere");
        for (String name : new String[] {
            "WhoFilter",
            "WhoServlet",
            "WhoBean",
            "WhoApplication",
            "WhoResource",
            "WhoView",
            "WhoHandshake",
            "WhoEndpoint",
            "OpenEndpoint"
        }) {
            war.classes("org.facecheck.it.app.reader." + name);
        }
        return war.webXml("", """
                        <servlet><servlet-name>faces</servlet-name>
                          <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>
                        <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
                        """)
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"all\" version=\"4.0\"/>")
                .file("secure/page.jsp", "jsp=${facecheck.identity.fullName}")
                .file("secure/view.xhtml", """
                        <!DOCTYPE html>
                        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="http://xmlns.jcp.org/jsf/html">
                        <h:head><title>Who</title></h:head>
                        <h:body>view=#{facecheck.identity.fullName}/#{who.injected}/#{who.read}</h:body></html>
                        """)
                .build();
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
        browser = new Browser(application);
        browser.passFaceCheck();
    }

    @Test
    void in_a_servlet_and_in_a_session_bean_that_it_calls() {
        assertThat(browser.open("secure/servlet").text()).contains("servlet=" + NAME, "ejb=" + NAME);
    }

    @Test
    void in_a_filter() {
        assertThat(browser.open("secure/servlet").header("Who")).isEqualTo(NAME);
    }

    @Test
    void in_a_jsp() {
        assertThat(browser.open("secure/page.jsp").text()).contains("jsp=" + NAME);
    }

    @Test
    void in_a_view_of_faces_and_in_the_bean_behind_it() {
        assertThat(browser.open("secure/view.xhtml").text()).contains("view=" + String.join("/", NAME, NAME, NAME));
    }

    @Test
    void in_a_resource_of_jakarta_rest() {
        assertThat(browser.open("secure/api/who").text()).isEqualTo("rest=" + NAME + "/" + NAME);
    }

    @Test
    void in_a_websocket_from_its_opening_on() {
        try (Socket socket = Socket.open(browser, application, "secure/socket")) {
            assertThat(socket.next()).isEqualTo("open=" + NAME + " left=nothing");
            assertThat(socket.ask("hello")).isEqualTo("hello=" + NAME);
        }
    }

    @Test
    void a_websocket_that_is_not_protected_has_nobody_for_who_is_not_verified_whoever_came_before() {
        try (Socket verified = Socket.open(browser, application, "open/socket");
                Socket stranger = Socket.open(new Browser(application), application, "open/socket")) {
            assertThat(verified.next()).isEqualTo("open=" + NAME + " left=nothing");
            assertThat(stranger.next()).isEqualTo("open=nobody left=nothing");
            assertThat(verified.ask("still")).isEqualTo("still=" + NAME);
        }
    }

    @Test
    void a_websocket_below_a_rule_does_not_open_without_a_check() {
        assertThatThrownBy(() -> Socket.open(new Browser(application), application, "secure/socket"))
                .isInstanceOf(CompletionException.class);
    }
}
