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
}
