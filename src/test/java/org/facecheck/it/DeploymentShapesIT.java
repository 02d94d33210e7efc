package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeploymentShapesIT {
    /** With metadata-complete, annotations are skipped: the tests' own servlets are declared. */
    private static final String ECHO = """
            <servlet><servlet-name>echo</servlet-name><servlet-class>org.facecheck.it.app.EchoServlet</servlet-class>
              <async-supported>true</async-supported></servlet>
            <servlet-mapping><servlet-name>echo</servlet-name><url-pattern>/secure/*</url-pattern></servlet-mapping>
            <servlet-mapping><servlet-name>echo</servlet-name><url-pattern>/open/*</url-pattern></servlet-mapping>
            """;

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    private static void asksAndOpens(URI application) {
        Browser browser = new Browser(application);
        assertThat(browser.open("open/echo").status()).isEqualTo(200);
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        String target = browser.passFaceCheck().header("Location");
        assertThat(target).isEqualTo(browser.path("secure/page"));
        assertThat(browser.follow(target).text()).contains("PROTECTED", "fullName=FIRST MIDDLE LAST NAME");
    }

    @Deployment(name = "complete", testable = false)
    static WebArchive complete() {
        return TestWar.named("complete")
                .webXml("metadata-complete=\"true\"", ECHO)
                .build();
    }

    @Test
    void works_under_metadata_complete(@ArquillianResource @OperateOnDeployment("complete") URI application) {
        asksAndOpens(application);
    }

    @Deployment(name = "ordered", testable = false)
    static WebArchive ordered() {
        return TestWar.named("ordered")
                .webXml("", "<absolute-ordering><name>facecheck</name></absolute-ordering>")
                .build();
    }

    @Test
    void works_where_an_absolute_ordering_names_it(
            @ArquillianResource @OperateOnDeployment("ordered") URI application) {
        asksAndOpens(application);
    }

    @Deployment(name = "by-hand", testable = false)
    static WebArchive byHand() throws IOException {
        return TestWar.named("by-hand")
                .webXml("metadata-complete=\"true\"", "<absolute-ordering/>" + ECHO + readmesDeclarations())
                .build();
    }

    private static String readmesDeclarations() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String chapter = readme.substring(readme.indexOf("**Declared by hand.**"));
        String declarations = chapter.substring(chapter.indexOf("```xml") + 6, chapter.indexOf("```\n\n"));
        return declarations.replace("/payroll/*", "/secure/*");
    }

    @Test
    void works_declared_by_hand_where_nothing_of_the_jar_runs_by_itself(
            @ArquillianResource @OperateOnDeployment("by-hand") URI application) {
        asksAndOpens(application);
        assertThat(new Browser(application).open("open//echo").status()).isEqualTo(400);
    }

    @Deployment(name = "root", testable = false)
    static WebArchive root() {
        return TestWar.named("root").atRoot().build();
    }

    @Test
    void works_at_the_root_context(@ArquillianResource @OperateOnDeployment("root") URI application) {
        asksAndOpens(application.resolve("/"));
    }

    @Deployment(name = "whole", testable = false)
    static WebArchive whole() {
        return TestWar.named("whole").with("facecheck.protect", "/*").build();
    }

    @Test
    void works_for_a_whole_application(@ArquillianResource @OperateOnDeployment("whole") URI application) {
        Browser browser = new Browser(application);
        assertThat(browser.open("").status()).isEqualTo(303);
        assertThat(browser.open("open/echo").status()).isEqualTo(303);
        assertThat(browser.open("facecheck/capture.js").status()).isEqualTo(200);
        assertThat(browser.passFaceCheck().status()).isEqualTo(303);
        assertThat(browser.open("open/echo").status()).isEqualTo(200);
    }

    @Deployment(name = "legacy", testable = false)
    static WebArchive legacy() {
        return TestWar.named("legacy")
                .without("facecheck.protect")
                .behindAnOldFilter("""
                        <context-param><param-name>facecheck.protect</param-name><param-value>/secure/*</param-value></context-param>
                        <context-param><param-name>facecheck.service.client-id</param-name><param-value>loses</param-value></context-param>
                        """)
                .build();
    }

    @Test
    void works_with_context_params_and_an_old_filter_that_is_not_asynchronous(
            @ArquillianResource @OperateOnDeployment("legacy") URI application) {
        asksAndOpens(application);
    }

    @Deployment(name = "own-view", testable = false)
    static WebArchive ownView() {
        return TestWar.named("own-view")
                .with("facecheck.protect", "/secure/*,*.jsp")
                .with("facecheck.capture.view", "/selfie.jsp")
                .with("facecheck.capture.path", "/check/me")
                .file(
                        "selfie.jsp",
                        "<%@ page pageEncoding=\"UTF-8\" %>OWN VIEW <input type=\"hidden\" name=\"token\""
                                + " value=\"${facecheckPage.token}\"> ${facecheckPage.action}")
                .build();
    }

    @Test
    void shows_the_applications_own_view_even_where_a_rule_matches_it(
            @ArquillianResource @OperateOnDeployment("own-view") URI application) {
        Browser browser = new Browser(application);
        assertThat(browser.open("secure/page").header("Location")).isEqualTo(browser.path("check/me"));

        assertThat(browser.open("check/me").text()).contains("OWN VIEW", "../check/me");
        assertThat(browser.open("check/me").token()).isNotBlank();
        assertThat(browser.open("selfie.jsp").status()).isEqualTo(303);
    }
}
