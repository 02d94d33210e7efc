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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The jar that was made for servers of the other kind, javax or jakarta. Such a server does not see its initializer; what stops
 * the deployment is the listener of its tag library, whose class can't be linked there; on Payara 5, which translates it, the
 * descriptor of the fragment.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIfSystemProperty(named = "other.jar", matches = ".+")
class WrongServerIT {
    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "other", managed = false, testable = false)
    static WebArchive war() {
        return TestWar.withJar("other", System.getProperty("other.jar")).build();
    }

    @Test
    void does_not_start_an_application_with_the_jar_for_other_servers() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("other")).isInstanceOf(Exception.class);

        assertThat(log.text()).containsAnyOf("jakarta/servlet/ServletContextListener", "META-INF/web-fragment.xml");
    }
}
