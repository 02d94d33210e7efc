package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
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
class FaceletsIT {
    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("facelets")
                .with("facecheck.protect", "/secure/*,/members.xhtml")
                .with("facecheck.capture.view", "/WEB-INF/facecheck/capture.xhtml")
                .webXml("", """
                        <servlet><servlet-name>faces</servlet-name>
                          <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>
                        <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
                        """)
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>")
                .file("members.xhtml", """
                        <!DOCTYPE html>
                        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="http://xmlns.jcp.org/jsf/html">
                        <h:head><title>Members</title></h:head>
                        <h:body>PROTECTED #{facecheck.identity.fullName}
                        <h:form id="f"><h:commandButton id="b" value="go"/></h:form></h:body></html>
                        """)
                .file("open/deep/own.xhtml", """
                        <!DOCTYPE html>
                        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:f="http://xmlns.jcp.org/jsf/core"
                              xmlns:fc="http://xmlns.jcp.org/jsf/composite/facecheck">
                        <f:view locale="es"><head><title>Own</title></head><body>
                        <p><fc:capture locale="#{view.locale}"/></p>
                        <p><fc:capture words="#{facecheck.page.inLanguage['fr']}"/></p>
                        <p><fc:capture page="#{facecheck.page}"/></p></body></f:view></html>
                        """)
                .build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    @Test
    void the_facelets_view_that_the_jar_ships_shows_the_capture() {
        Reply asked = browser.open("members.xhtml");
        assertThat(asked.status()).isEqualTo(303);
        Reply page = browser.open("facecheck");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .containsPattern("src=\"facecheck/[0-9a-f]{16}/capture.js\"")
                .contains("enctype=\"multipart/form-data\"", "name=\"selfie\"", "<h1>Face check</h1>")
                .doesNotContain("#{", "facecheckPage", "onclick", "&lt;div");

        Reply opened =
                browser.follow(browser.submit(page.token(), Selfies.jpeg()).header("Location"));

        assertThat(opened.text()).contains("PROTECTED FIRST MIDDLE LAST NAME");
    }

    @Test
    void any_page_has_the_component_in_a_language_of_its_choice() {
        Reply own = browser.open("open/deep/own.xhtml");

        assertThat(own.text())
                .contains("lang=\"es\" dir=\"ltr\"", "lang=\"fr\" dir=\"ltr\"", "lang=\"en\" dir=\"ltr\"")
                .contains("action=\"../../facecheck\"");
        assertThat(own.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void news_is_told_there_too() {
        Faceki.answersCode(8018);

        Reply told = browser.passFaceCheck();

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.text()).contains("data-news=\"retake-two-faces\"", "More than one face was found");
        Faceki.answersStatus(500);
        assertThat(browser.submit(told.token(), Selfies.jpeg()).text())
                .containsPattern("<strong class=\"facecheck-reference\">[2-9A-Z]{8}</strong>");
    }

    @Test
    void so_is_what_is_wrong_with_a_picture_that_a_script_sent() {
        browser.open("members.xhtml");

        Reply told = browser.submitRaw(
                browser.open("facecheck").token(), "no picture".getBytes(StandardCharsets.UTF_8), "image/jpeg");

        assertThat(told.status()).isEqualTo(415);
        assertThat(told.text()).contains("data-news=\"not-a-picture\"", "<h1>Face check</h1>");
    }

    @Test
    void a_partial_request_of_an_open_page_is_redirected_to_it() {
        Reply told = browser.send(browser.navigation(browser.path("members.xhtml"))
                .setHeader("Sec-Fetch-Mode", "cors")
                .header("Faces-Request", "partial/ajax")
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "f=f&jakarta.faces.partial.ajax=true&jakarta.faces.source=f:b")));

        assertThat(told.text()).contains("<redirect url=\"" + browser.path("facecheck") + "\"/>");
    }
}
