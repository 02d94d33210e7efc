package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The jar that was made for servers of the other kind, javax or jakarta, in an application that has servlets of this one: by
 * these, Payara 5 tells an application of Java EE 8 from one that it translates.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIfSystemProperty(named = "other.jar", matches = ".+")
class WrongServerIT {
    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "other", managed = false, testable = false)
    static WebArchive war() {
        return TestWar.withJar("other", System.getProperty("other.jar"))
                .classes("org.facecheck.it.app.EchoServlet")
                .build();
    }

    @Test
    void does_not_start_an_application_with_the_jar_for_other_servers() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("other")).isInstanceOf(Exception.class);

        assertThat(log.text())
                .contains("Facecheck can't start: this is its jar for servers with")
                .contains("In its place, take "
                        + Path.of(System.getProperty("facecheck.jar")).getFileName());
    }
}
