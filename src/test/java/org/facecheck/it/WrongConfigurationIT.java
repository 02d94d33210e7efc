package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WrongConfigurationIT {
    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "wrong", managed = false, testable = false)
    static WebArchive war() {
        return TestWar.named("wrong")
                .without("facecheck.service.client-id")
                .with("facecheck.max-age", "half an hour")
                .with("facecheck.protct", "/payroll/*")
                .build();
    }

    @Deployment(name = "taken", managed = false, testable = false)
    static WebArchive taken() {
        return TestWar.named("taken").webXml("", """
                        <servlet><servlet-name>mine</servlet-name>
                          <servlet-class>org.facecheck.it.app.EchoServlet</servlet-class></servlet>
                        <servlet-mapping><servlet-name>mine</servlet-name><url-pattern>/facecheck</url-pattern></servlet-mapping>
                        """).build();
    }

    /** Valid, and stopped since the servlet that is meant would be open. */
    @Deployment(name = "no-servlet", managed = false, testable = false)
    static WebArchive noServlet() {
        return TestWar.named("no-servlet")
                .with("facecheck.rule.vault.servlets", "valt")
                .build();
    }

    /** Valid, and deployed, but hardly meant so. */
    @Deployment(name = "mistakes", managed = false, testable = false)
    static WebArchive mistakes() {
        return TestWar.named("mistakes")
                .with("facecheck.capture.view", "/WEB-INF/selfy.jsp")
                .with("facecheck.capture.path", "/check")
                .file("check/help.txt", "help")
                .with("facecheck.identity.fields", "fullName,firstNam")
                .build();
    }

    /** A rule by servlet names, and nothing to complain of. */
    @Deployment(name = "servlet", managed = false, testable = false)
    static WebArchive servlet() {
        return TestWar.named("servlet")
                .with("facecheck.rule.vault.servlets", "org.facecheck.it.app.EchoServlet")
                .build();
    }

    @Deployment(name = "no-cache", managed = false, testable = false)
    static WebArchive noCache() {
        return TestWar.named("no-cache")
                .with("facecheck.attempts.shared", "java:comp/env/facecheck/nothing")
                .build();
    }

    @Deployment(name = "no-map", managed = false, testable = false)
    static WebArchive noMap() {
        return TestWar.named("no-map")
                .with("facecheck.attempts.shared", "java:comp/UserTransaction")
                .build();
    }

    @Deployment(name = "no-credentials", managed = false, testable = false)
    static WebArchive noCredentials() {
        return TestWar.named("no-credentials")
                .without("facecheck.service.client-id")
                .without("facecheck.service.client-secret")
                .build();
    }

    /** With CDI, but without a matcher among its beans. */
    @Deployment(name = "no-matcher", managed = false, testable = false)
    static WebArchive noMatcher() {
        return TestWar.named("no-matcher")
                .without("facecheck.service.client-id")
                .without("facecheck.service.client-secret")
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>")
                .build();
    }

    @Deployment(name = "wrong-by-listener", managed = false, testable = false)
    static WebArchive byListener() {
        return byListener("wrong-by-listener")
                .with("facecheck.max-age", "half an hour")
                .build();
    }

    @Deployment(name = "no-credentials-by-listener", managed = false, testable = false)
    static WebArchive noCredentialsByListener() {
        return byListener("no-credentials-by-listener")
                .without("facecheck.service.client-id")
                .without("facecheck.service.client-secret")
                .build();
    }

    private static TestWar byListener(String name) {
        return TestWar.named(name).webXml("", """
                <absolute-ordering/>
                <listener><listener-class>org.facecheck.web.FaceCheckListener</listener-class></listener>
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-credentials", "no-matcher", "no-credentials-by-listener"})
    void neither_credentials_nor_a_matcher_stop_it_too(String war) {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy(war)).isInstanceOf(Exception.class);

        assertThat(log.text())
                .contains("facecheck.service.client-id is missing; write the client id of your Faceki account")
                .contains("facecheck.service.client-secret is missing")
                .contains("unless the application has a FaceMatcher bean of its own")
                .doesNotContain("Facecheck guards /" + war);
    }

    @Test
    void the_listener_stops_it_as_well() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("wrong-by-listener")).isInstanceOf(Exception.class);

        assertThat(log.text()).contains("facecheck.max-age is \"half an hour\"; write an ISO 8601 duration");
    }

    @Test
    void stops_the_deployment_and_names_every_wrong_key() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("wrong")).isInstanceOf(Exception.class);

        assertThat(log.text())
                .contains("facecheck.service.client-id is missing")
                .contains("facecheck.max-age is \"half an hour\"; write an ISO 8601 duration")
                .contains("facecheck.protct is not a key of Facecheck; did you mean facecheck.protect?")
                .doesNotContain(Faceki.SECRET);
    }

    @Test
    void a_shared_cache_that_is_not_there_stops_it_too() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("no-cache")).isInstanceOf(Exception.class);

        assertThat(log.text())
                .contains("facecheck.attempts.shared is \"java:comp/env/facecheck/nothing\", under which")
                .contains("<resource-env-ref>");
    }

    @Test
    void and_so_does_something_that_is_no_cache() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("no-map")).isInstanceOf(Exception.class);

        assertThat(log.text())
                .contains("facecheck.attempts.shared is \"java:comp/UserTransaction\", which is a ")
                .contains("write the name of an Infinispan cache");
    }

    @Test
    void a_capture_path_that_is_taken_stops_it_too() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("taken")).isInstanceOf(Exception.class);

        assertThat(log.text()).contains("facecheck.capture.path is /facecheck");
    }

    @Test
    void a_rule_for_a_servlet_that_is_not_there_stops_it() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("no-servlet")).isInstanceOf(Exception.class);

        assertThat(log.text()).contains("The rule vault protects the servlet \"valt\", and this application has none");
    }

    @Test
    void what_is_hardly_meant_so_is_named_at_start() {
        ServerLog log = ServerLog.fromNow();
        deployer.deploy("mistakes");
        deployer.undeploy("mistakes");

        assertThat(log.text())
                .contains("facecheck.capture.view is /WEB-INF/selfy.jsp, and this application has no such file")
                .contains("facecheck.capture.path is /check, where this application has a file or a folder")
                .contains("facecheck.identity.fields names \"firstNam\"", "did you mean firstName?")
                .doesNotContain("names \"fullName\"");
    }

    @Test
    void where_all_is_well_nothing_is_named() {
        ServerLog log = ServerLog.fromNow();
        deployer.deploy("servlet");
        deployer.undeploy("servlet");

        assertThat(log.text())
                .contains("Facecheck guards /servlet")
                .doesNotContain("more than once", "no such file", "a file or a folder", "no field that")
                .doesNotContain("WFLYEE0007");
    }
}
