package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that people write into forms, in applications with servlets, JSP and Faces, without an encoding filter and behind one:
 * whether a face check came between must not be seen in the database.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EncodingIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> NAMES = List.of("Éx", "Zoë Groß", "السيد", "王小明 & 100% +1", "plain");

    private static final String JSP = """
            <%@page contentType="text/plain;charset=UTF-8"%>encoding=${pageContext.request.characterEncoding}
            name=${param.name}
            all=<%= java.util.Arrays.toString(request.getParameterValues("name")) %>
            town=${paramValues.town[0]}
            """;
    private static final String OLD_JSP =
            "<% request.setCharacterEncoding(\"UTF-8\"); %>" + JSP; // as the pages have it that no filter serves
    private static final String FACES = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="http://xmlns.jcp.org/jsf/html">
            <h:head><title>Person</title></h:head>
            <h:body>encoding=#{request.characterEncoding} saved=[#{person.saved}]
            <h:form id="f" prependId="false"><h:inputText id="name" value="#{person.name}"/>
            <h:inputText id="town" value="#{person.town}"/>
            <h:commandButton id="save" value="Save" action="#{person.save}"/></h:form></h:body></html>
            """;

    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        TestWar war = TestWar.bare("encoding")
                .classes(
                        "org.facecheck.it.app.EncodingFilter",
                        "org.facecheck.it.app.NameServlet",
                        "org.facecheck.it.app.NameBean",
                        "org.facecheck.it.app.SessionServlet")
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>")
                .webXml("", """
                        <servlet><servlet-name>faces</servlet-name>
                          <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>
                        <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
                        <filter><filter-name>unnamed</filter-name>
                          <filter-class>org.facecheck.it.app.EncodingFilter</filter-class></filter>
                        <filter-mapping><filter-name>unnamed</filter-name><url-pattern>/secure/unnamed/*</url-pattern></filter-mapping>
                        <filter><filter-name>forced</filter-name>
                          <filter-class>org.facecheck.it.app.EncodingFilter</filter-class>
                          <init-param><param-name>force</param-name><param-value>true</param-value></init-param></filter>
                        <filter-mapping><filter-name>forced</filter-name><url-pattern>/secure/forced/*</url-pattern></filter-mapping>
                        """);
        for (String part : List.of("plain", "unnamed", "forced")) {
            war.file("secure/" + part + "/page.jsp", JSP)
                    .file("secure/" + part + "/old.jsp", OLD_JSP)
                    .file("secure/" + part + "/page.xhtml", FACES);
        }
        return war.build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    private static String encoded(String text, Charset charset) {
        return URLEncoder.encode(text, charset);
    }

    private Reply send(String page, String type, String body) {
        return browser.send(browser.navigation(browser.path(page))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
    }

    /** With a check in between, and once more without: what the page says must be the same. */
    private String saysTheSame(String page, String type, String body) {
        assertThat(send(page, type, body).status()).isEqualTo(303);
        Reply resumed = browser.follow(browser.passFaceCheck().header("Location"));
        Reply direct = send(page, type, body);

        assertThat(resumed.status()).isEqualTo(200);
        assertThat(resumed.text()).isEqualTo(direct.text());
        return resumed.text();
    }

    private static Stream<Arguments> pages() {
        return Stream.of("plain", "unnamed", "forced")
                .flatMap(part -> Stream.of("servlet", "page.jsp", "old.jsp")
                        .map(page -> "secure/" + part + "/" + page)
                        .flatMap(page -> Stream.of(FORM, FORM + ";charset=UTF-8", FORM + ";charset=ISO-8859-1")
                                .map(type -> Arguments.of(page, type))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void each_page_gets_each_field_as_if_it_had_been_sent_to_it(String page, String type) {
        for (String name : NAMES) {
            browser = new Browser(application);
            Charset charset = type.endsWith("8859-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
            String said = saysTheSame(
                    page + "?town=" + encoded("Übach", StandardCharsets.UTF_8),
                    type,
                    "name=" + encoded(name, charset) + "&town=Herzogenrath&name=" + encoded("ß", charset));

            assertThat(said).contains("town=");
            boolean utf8 = !page.equals("secure/plain/servlet") && !page.equals("secure/plain/page.jsp");
            if (utf8 && type.equals(FORM)) {
                assertThat(said).contains("[" + name + ", ß]").contains("encoding=UTF-8");
            }
        }
    }

    @Test
    void a_page_that_names_no_encoding_sees_none() {
        assertThat(saysTheSame("secure/plain/servlet", FORM, "name=%C3%89x"))
                .contains("encoding=null", "name=[Ã\u0089x]");
    }

    /** What a Faces page saves is what was written, whatever the browser calls it, and it always is UTF-8 there. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "unnamed", "forced"})
    void a_faces_form_saves_what_was_written_to_it(String part) {
        String page = "secure/" + part + "/page.xhtml";
        for (String name : NAMES) {
            browser = new Browser(application);
            browser.open(page);
            browser.passFaceCheck();
            String state = browser.open(page).viewState();
            assertThat(browser.open("open/session?plant=nothing").status()).isEqualTo(200);
            String body = "f=f&save=Save&name=" + encoded(name, StandardCharsets.UTF_8) + "&town="
                    + encoded("Übach", StandardCharsets.UTF_8) + "&jakarta.faces.ViewState="
                    + encoded(state, StandardCharsets.UTF_8);

            assertThat(send(page, FORM, body).status()).isEqualTo(303);
            Reply resumed = browser.follow(browser.passFaceCheck().header("Location"));

            assertThat(resumed.status()).isEqualTo(200);
            assertThat(resumed.text()).contains("encoding=UTF-8 saved=[" + name.replace("&", "&amp;") + "|Übach]");
            assertThat(withoutState(send(page, FORM, body).text())).isEqualTo(withoutState(resumed.text()));
        }
    }

    /** Faces gives each answer a state of its own. */
    private static String withoutState(String page) {
        return page.replaceAll("<input[^>]*ViewState[^>]*>", "");
    }
}
