package org.facecheck.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContextEvent;
import java.util.Map;
import org.facecheck.fake.FakeApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartupCheckListenerTest {
    private final FakeApplication application = new FakeApplication(Map.of(
            "facecheck.protect", "/secure/*",
            "facecheck.service.client-id", "id",
            "facecheck.service.client-secret", "s3cret"));

    @AfterEach
    void undeploy() {
        application.close();
    }

    private void check() {
        new StartupCheckListener().contextInitialized(new ServletContextEvent(application.context));
    }

    @Test
    void stops_a_deployment_in_which_nothing_has_run() {
        assertThatThrownBy(this::check).hasMessageContaining("write <name>facecheck</name> (or <others/>) into it");
    }

    @Test
    void lets_one_start_in_which_the_initializer_has_run() throws Exception {
        new FaceCheckInitializer().onStartup(null, application.context);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void leaves_everything_to_the_listener_where_web_xml_declares_it_whichever_comes_first() {
        application.webXml("<web-app><absolute-ordering/><listener><listener-class>"
                + "org.facecheck.web.FaceCheckListener</listener-class></listener></web-app>");

        assertThatCode(this::check).doesNotThrowAnyException();
    }
}
