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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Descriptors that change what a JSP means: an old one that switches expression language off, and one whose property group says
 * of all JSPs that they are XML, in another encoding, without expressions and scripts, between a prelude and a coda. None of it may reach the page.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OldDescriptorsIT {
    private static final String JSP = "/WEB-INF/facecheck/capture.jsp";

    private static final String ARABIC_TITLE = "التحقق من الوجه";

    /** Servlet 2.3: EL is ignored in all JSPs (Jakarta Pages 3.1 section 3.3.2), and annotations are not read. */
    private static final String SERVLET_23 = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN" "http://java.sun.com/dtd/web-app_2_3.dtd">
            <web-app>
              <servlet><servlet-name>org.facecheck.it.app.EchoServlet</servlet-name>
                <servlet-class>org.facecheck.it.app.EchoServlet</servlet-class></servlet>
              <servlet-mapping><servlet-name>org.facecheck.it.app.EchoServlet</servlet-name>
                <url-pattern>/secure/*</url-pattern></servlet-mapping>
            </web-app>
            """;

    private static final String PROPERTY_GROUP = """
            <jsp-config><jsp-property-group>
              <url-pattern>*.jsp</url-pattern>
              <el-ignored>true</el-ignored>
              <page-encoding>ISO-8859-1</page-encoding>
              <scripting-invalid>true</scripting-invalid>
              <is-xml>true</is-xml>
              <include-prelude>/WEB-INF/prelude.jspf</include-prelude>
              <include-coda>/WEB-INF/coda.jspf</include-coda>
            </jsp-property-group></jsp-config>
            """;

    @Deployment(name = "old", testable = false)
    static WebArchive old() {
        return TestWar.named("old")
                .file("WEB-INF/web.xml", SERVLET_23)
                .with("facecheck.capture.view", JSP)
                .file("open/deep/own.jsp", """
                        <%@ page contentType="text/html;charset=UTF-8" %>
                        <%@ taglib prefix="fc" uri="https://facecheck.org/tags" %>
                        <html><body>IGNORED ${1 + 1}<fc:capture locale="fr"/></body></html>
                        """)
                .build();
    }

    @Deployment(name = "old-default", testable = false)
    static WebArchive oldDefault() {
        return TestWar.named("old-default").file("WEB-INF/web.xml", SERVLET_23).build();
    }

    private static TestWar grouped(String name) {
        return TestWar.named(name)
                .webXml("", PROPERTY_GROUP)
                .file("WEB-INF/prelude.jspf", "<%@ taglib prefix=\"c\" uri=\"https://facecheck.org/tags\" %>")
                .file("WEB-INF/coda.jspf", "<%@ taglib prefix=\"d\" uri=\"https://facecheck.org/tags\" %>");
    }

    @Deployment(name = "grouped", testable = false)
    static WebArchive grouped() {
        return grouped("grouped").with("facecheck.capture.view", JSP).build();
    }

    @Deployment(name = "grouped-default", testable = false)
    static WebArchive groupedDefault() {
        return grouped("grouped-default").build();
    }

    /** Between the old and the new: annotations are read, with names of two earlier owners of the specification. */
    @Deployment(name = "servlet-25", testable = false)
    static WebArchive servlet25() {
        return TestWar.named("servlet-25")
                .file("WEB-INF/web.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <web-app xmlns="http://java.sun.com/xml/ns/javaee" version="2.5"/>
                        """)
                .with("facecheck.capture.view", JSP)
                .build();
    }

    @Deployment(name = "servlet-31", testable = false)
    static WebArchive servlet31() {
        return TestWar.named("servlet-31")
                .file("WEB-INF/web.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="3.1"/>
                        """)
                .with("facecheck.capture.view", JSP)
                .build();
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    private static void showsThePageAndOpens(URI application) {
        Browser browser = new Browser(application).claiming(Map.of("Accept-Language", "ar"));
        browser.open("secure/page");

        Reply page = browser.open("facecheck");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.text().strip())
                .startsWith("<!DOCTYPE html>")
                .containsPattern("<html (lang=\"ar\" dir=\"rtl\"|dir=\"rtl\" lang=\"ar\")>")
                .contains("<h1>" + ARABIC_TITLE + "</h1>", "action=\"facecheck\"", "data-texts=\"")
                .containsPattern("src=\"facecheck/[0-9a-f]{16}/capture.js\"")
                .doesNotContain("${", "c:", "&lt;div");
        assertThat(browser.follow(browser.submit(page.token(), Selfies.jpeg()).header("Location"))
                        .text())
                .contains("PROTECTED");
    }

    @Test
    void the_page_is_shown_where_the_descriptor_is_old(
            @ArquillianResource @OperateOnDeployment("old-default") URI application) {
        showsThePageAndOpens(application);
    }

    @Test
    void so_is_the_jsp_that_the_jar_ships(@ArquillianResource @OperateOnDeployment("old") URI application) {
        showsThePageAndOpens(application);
    }

    @Test
    void the_tag_needs_no_expression_language(@ArquillianResource @OperateOnDeployment("old") URI application) {
        Reply own = new Browser(application).open("open/deep/own.jsp");

        assertThat(own.text()).contains("IGNORED ${1 + 1}", "lang=\"fr\"", "action=\"../../facecheck\"");
        assertThat(own.header("Cache-Control")).isEqualTo("no-store");
        assertThat(own.token()).isNotBlank();
    }

    @Test
    void the_page_is_shown_whatever_is_said_of_jsps(
            @ArquillianResource @OperateOnDeployment("grouped-default") URI application) {
        showsThePageAndOpens(application);
    }

    @Test
    void so_is_the_jsp_whatever_is_said_of_it(@ArquillianResource @OperateOnDeployment("grouped") URI application) {
        showsThePageAndOpens(application);
    }

    @Test
    void the_jsp_is_shown_below_a_descriptor_of_servlet_25(
            @ArquillianResource @OperateOnDeployment("servlet-25") URI application) {
        showsThePageAndOpens(application);
    }

    @Test
    void and_below_one_of_servlet_31(@ArquillianResource @OperateOnDeployment("servlet-31") URI application) {
        showsThePageAndOpens(application);
    }
}
