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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static final String LISTENER =
            "<listener><listener-class>org.facecheck.web.FaceCheckListener</listener-class></listener>";

    private static final String[] OLD_LOGIN = {
        "org.facecheck.it.app.OldLogin", "org.facecheck.it.app.OldLogin$1", "org.facecheck.it.app.OldLogin$Employee"
    };

    private static final String LOGIN_FILTER = """
            <filter><filter-name>old-login</filter-name>
              <filter-class>org.facecheck.it.app.OldLogin</filter-class>
              <async-supported>true</async-supported></filter>
            <filter-mapping><filter-name>old-login</filter-name><url-pattern>/*</url-pattern></filter-mapping>
            """;

    @ArquillianResource
    Deployer deployer;

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

    @Deployment(name = "listener-ordered", testable = false)
    static WebArchive listenerOrdered() {
        return TestWar.named("listener-ordered")
                .classes(OLD_LOGIN)
                .webXml("", "<absolute-ordering/>" + LISTENER + LOGIN_FILTER)
                .build();
    }

    @Deployment(name = "listener-complete", testable = false)
    static WebArchive listenerComplete() {
        return TestWar.named("listener-complete")
                .classes(OLD_LOGIN)
                .webXml("metadata-complete=\"true\"", "<absolute-ordering/>" + LISTENER + LOGIN_FILTER + ECHO)
                .build();
    }

    @Deployment(name = "listener-too", testable = false)
    static WebArchive listenerToo() {
        return TestWar.named("listener-too")
                .classes(OLD_LOGIN)
                .webXml("", LISTENER + LOGIN_FILTER)
                .build();
    }

    @Deployment(name = "listener-too-complete", testable = false)
    static WebArchive listenerTooComplete() {
        return TestWar.named("listener-too-complete")
                .classes(OLD_LOGIN)
                .webXml("metadata-complete=\"true\"", LISTENER + LOGIN_FILTER + ECHO)
                .build();
    }

    /** Where an ordering keeps the jar's own initializer from running, and where it runs as well. */
    @ParameterizedTest
    @ValueSource(strings = {"listener-ordered", "listener-complete", "listener-too", "listener-too-complete"})
    void works_by_the_listener_in_web_xml(
            String name, @ArquillianResource @OperateOnDeployment("listener-ordered") URI one) {
        URI application = one.resolve("/" + name + "/");
        asksAndOpens(application);
        Browser browser = new Browser(application);
        assertThat(browser.open("open//echo").status()).isEqualTo(400);
        assertThat(browser.open("open/status").text()).contains("ANSWERED BY ITSELF");
        assertThat(browser.open("facecheck/capture.js").status()).isEqualTo(200);
    }

    /** The filter of web.xml would answer this by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"listener-ordered", "listener-complete", "listener-too", "listener-too-complete"})
    void the_listeners_filters_are_before_those_of_web_xml(
            String name, @ArquillianResource @OperateOnDeployment("listener-ordered") URI one) {
        assertThat(new Browser(one.resolve("/" + name + "/"))
                        .open("secure/status")
                        .status())
                .isEqualTo(303);
    }

    @Deployment(name = "listener-views", testable = false)
    static WebArchive listenerViews() {
        return ViewGuardIT.views("listener-views", "<absolute-ordering/>" + LISTENER)
                .build();
    }

    @Test
    void views_are_guarded_by_the_listener_too(
            @ArquillianResource @OperateOnDeployment("listener-views") URI application) {
        Reply asked = new Browser(application).press("start.xhtml", "members");

        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.text()).doesNotContain("PROTECTED");
    }

    @Test
    void the_listener_starts_everything_once() {
        for (String name : new String[] {"once-ordered", "once-too"}) {
            ServerLog log = ServerLog.fromNow();
            deployer.deploy(name);
            assertThat(log.text().split("Facecheck guards /" + name + ",", -1))
                    .as(name)
                    .hasSize(2);
            deployer.undeploy(name);
        }
    }

    @Deployment(name = "once-ordered", managed = false, testable = false)
    static WebArchive onceOrdered() {
        return TestWar.named("once-ordered")
                .webXml("", "<absolute-ordering/>" + LISTENER)
                .build();
    }

    @Deployment(name = "once-too", managed = false, testable = false)
    static WebArchive onceToo() {
        return TestWar.named("once-too").webXml("", LISTENER).build();
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
                .without("facecheck.position")
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
