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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that logs in by a filter of its own, before Facecheck's. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PositionIT {
    private static final String WARNING = "Filters that may run before Facecheck's rules of ";

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "last", testable = false)
    static WebArchive last() {
        return oldLogin("last", true).with("facecheck.position", "last").build();
    }

    @Deployment(name = "last-blocking", testable = false)
    static WebArchive lastBlocking() {
        return oldLogin("last-blocking", false)
                .with("facecheck.position", "last")
                .with("facecheck.binding", "fullName")
                .with("facecheck.binding.attribute", "badges")
                .build();
    }

    @Deployment(name = "last-loudly", managed = false, testable = false)
    static WebArchive lastLoudly() {
        return oldLogin("last-loudly", true).with("facecheck.position", "last").build();
    }

    @Deployment(name = "first-quietly", managed = false, testable = false)
    static WebArchive firstQuietly() {
        return oldLogin("first-quietly", true).build();
    }

    @Deployment(name = "early", managed = false, testable = false)
    static WebArchive early() {
        return TestWar.named("early")
                .classes(
                        "org.facecheck.it.app.OldLogin",
                        "org.facecheck.it.app.OldLogin$1",
                        "org.facecheck.it.app.OldLogin$Employee",
                        "org.facecheck.it.app.EarlyFilter")
                .build();
    }

    private static TestWar oldLogin(String name, boolean async) {
        return TestWar.named(name)
                .with("facecheck.binding", "fullName")
                .classes(
                        "org.facecheck.it.app.OldLogin",
                        "org.facecheck.it.app.OldLogin$1",
                        "org.facecheck.it.app.OldLogin$Employee")
                .webXml("", """
                        <filter><filter-name>old-login</filter-name>
                          <filter-class>org.facecheck.it.app.OldLogin</filter-class>
                          <async-supported>%s</async-supported></filter>
                        <filter-mapping><filter-name>old-login</filter-name><url-pattern>/*</url-pattern></filter-mapping>
                        """.formatted(async));
    }

    @AfterEach
    void matches() {
        Faceki.matches();
    }

    private static void passesAndIsTheirsAlone(URI application) {
        Browser browser = new Browser(application);
        browser.cookie("employee", "alice");
        assertThat(browser.open("secure/page").status()).isEqualTo(303);

        Reply passed = browser.passFaceCheck();

        assertThat(passed.status()).isEqualTo(303);
        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED", "principal=alice");
        browser.cookie("employee", "bob");
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void the_pass_belongs_to_whoever_the_old_filter_names(
            @ArquillianResource @OperateOnDeployment("last") URI application) {
        Faceki.answersMatchNamed("Alice");
        passesAndIsTheirsAlone(application);
    }

    @Test
    void also_where_the_old_filter_is_not_asynchronous_and_by_an_attribute(
            @ArquillianResource @OperateOnDeployment("last-blocking") URI application) {
        Faceki.answersMatchNamed("Alice of staff");
        passesAndIsTheirsAlone(application);
    }

    @Test
    void a_picture_that_a_script_sends_belongs_to_them_too(
            @ArquillianResource @OperateOnDeployment("last") URI application) {
        Faceki.answersMatchNamed("Alice");
        Browser browser = new Browser(application);
        browser.cookie("employee", "alice");

        Reply passed = browser.submitRaw(browser.open("facecheck").token(), Selfies.jpeg(), "image/jpeg");

        assertThat(passed.status()).isEqualTo(201);
        assertThat(browser.open("secure/page").text()).contains("PROTECTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last", "last-blocking"})
    void somebody_elses_face_does_not_pass(String name, @ArquillianResource @OperateOnDeployment("last") URI last) {
        Faceki.answersMatchNamed("Bob");
        Browser browser = new Browser(last.resolve("/" + name + "/"));
        browser.cookie("employee", "alice");

        assertThat(browser.passFaceCheck().status()).isEqualTo(403);
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void the_guard_stays_first(@ArquillianResource @OperateOnDeployment("last") URI application) {
        assertThat(RawRequest.to(application, "GET /last/open//status HTTP/1.1"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void filters_that_run_before_are_named_when_the_application_starts() {
        String named = "old-login (org.facecheck.it.app.OldLogin)";
        assertThat(logOf("last-loudly")).contains(WARNING + "/last-loudly", named);
        assertThat(logOf("first-quietly")).doesNotContain(WARNING);
    }

    @Test
    void what_follows_for_the_capture_page_is_said_then() {
        assertThat(logOf("last-loudly"))
                .contains("that run before Facecheck's capture page /facecheck", "<dispatcher>ASYNC</dispatcher>");
        assertThat(logOf("first-quietly")).doesNotContain("that run before Facecheck's capture page");
    }

    @Test
    void so_are_those_that_somebody_adds_in_code() {
        assertThat(logOf("early")).contains(WARNING + "/early", "[early (org.facecheck.it.app.OldLogin)]");
    }

    private String logOf(String deployment) {
        ServerLog log = ServerLog.fromNow();
        deployer.deploy(deployment);
        String text = log.text();
        deployer.undeploy(deployment);
        return text;
    }
}
