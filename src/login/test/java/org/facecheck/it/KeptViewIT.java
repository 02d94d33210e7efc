package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Faces view that somebody has kept open over a logout, in both modes: Faces holds its state in the session still. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KeptViewIT {
    private static final String FACES = """
            <servlet><servlet-name>faces</servlet-name>
              <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>
            <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
            """;

    @ArquillianResource
    @OperateOnDeployment("kept-application")
    URI ofApplication;

    @ArquillianResource
    @OperateOnDeployment("kept-container")
    URI ofContainer;

    private static TestWar kept(String name) {
        return LoginWar.named(name)
                .file("staff/transfer.xhtml", view("TRANSFER"))
                .file("open.xhtml", view("OPEN"))
                .file("told.jsp", "TOLD ${applicationScope.told}.");
    }

    private static String view(String title) {
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="http://xmlns.jcp.org/jsf/html">
                <h:head><title>x</title></h:head><h:body>%s
                <h:form id="f"><h:inputText id="%s" value="#{applicationScope.told}"/>
                <h:commandButton id="go" value="go"/></h:form></h:body></html>""".formatted(title, title);
    }

    @Deployment(name = "kept-application", testable = false)
    static WebArchive application() {
        return LoginWar.build(kept("kept-application")
                .with("facecheck.login", "application")
                .with("facecheck.protect", "/secure/*,/staff/*")
                .webXml("", FACES));
    }

    @Deployment(name = "kept-container", testable = false)
    static WebArchive container() {
        return LoginWar.build(kept("kept-container")
                .webXml(
                        "",
                        FACES
                                + LoginWar.constraint("/secure/*", "employee")
                                + LoginWar.constraint("/staff/*", "employee")
                                + LoginWar.roles()));
    }

    /** What the view's form sends with a text in its field. */
    private static String sent(Reply view, String text) {
        return "f=f&f%3ATRANSFER=" + text + "&f%3Ago=go&jakarta.faces.ViewState="
                + URLEncoder.encode(view.viewState(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void does_nothing_after_it_wherever_it_is_sent_and_whoever_comes_next(String mode) {
        Faceki.answersMatchNamed("ANNA GROSS");
        Browser browser = new Browser(mode.equals("application") ? ofApplication : ofContainer);
        NamedCheck.logIn("ANNA GROSS", browser);
        browser.post("staff/transfer.xhtml", sent(browser.open("staff/transfer.xhtml"), "little"));
        assertThat(browser.open("told.jsp").text()).contains("TOLD little.");
        String kept = sent(browser.open("staff/transfer.xhtml"), "million");

        browser.open("secure/caller?logout");

        for (String address : List.of("open.xhtml", "staff/transfer.xhtml")) {
            assertThat(browser.post(address, kept).text()).as(address).doesNotContain("TRANSFER");
        }
        Faceki.answersMatchNamed("BOB SMALL");
        browser.follow(NamedCheck.logIn("BOB SMALL", browser).header("Location"));
        assertThat(browser.open("secure/caller").text()).contains("principal=BOB SMALL");
        assertThat(browser.open("told.jsp").text()).contains("TOLD little.");
    }
}
