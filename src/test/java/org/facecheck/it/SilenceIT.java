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

/** Where the server runs nothing of the jar, and web.xml does not declare its listener, nothing may be deployed. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SilenceIT {
    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "empty-ordering", managed = false, testable = false)
    static WebArchive emptyOrdering() {
        return TestWar.named("empty-ordering")
                .webXml("", "<absolute-ordering/>")
                .build();
    }

    @Deployment(name = "other-ordering", managed = false, testable = false)
    static WebArchive otherOrdering() {
        return TestWar.named("other-ordering")
                .webXml("", "<absolute-ordering><name>somebody_else</name></absolute-ordering>")
                .file("page.jsp", "PROTECTED")
                .file("WEB-INF/beans.xml", "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\"/>")
                .build();
    }

    @Deployment(name = "complete-ordering", managed = false, testable = false)
    static WebArchive completeOrdering() {
        return TestWar.named("complete-ordering")
                .webXml("metadata-complete=\"true\"", "<absolute-ordering/>")
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty-ordering", "other-ordering"})
    void an_ordering_that_leaves_the_jar_out_stops_the_deployment_and_the_log_names_the_remedy(String war) {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy(war)).isInstanceOf(Exception.class);

        assertThat(log.text()).contains("write <name>facecheck</name> (or <others/>) into it");
    }

    /** WildFly runs the initializer there all the same; Payara does not. */
    @Test
    void with_metadata_complete_it_is_stopped_or_guarded() {
        ServerLog log = ServerLog.fromNow();
        try {
            deployer.deploy("complete-ordering");
        } catch (Exception stopped) {
            assertThat(log.text()).contains("write <name>facecheck</name> (or <others/>) into it");
            return;
        }
        assertThat(log.text()).contains("Facecheck guards /complete-ordering");
    }
}
