package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.facecheck.testkit.PlayedServiceExtension;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The kit's service, asked by an application on a real server: what the documents show. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KitIT {
    @RegisterExtension
    static final PlayedServiceExtension FACES = new PlayedServiceExtension();

    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return ExampleWar.named("kit", FACES.settings());
    }

    @Test
    void a_portrait_opens_the_page() {
        Visitor visitor = new Visitor(application);
        visitor.open("payroll/");

        assertThat(visitor.showFace(FACES.service().portrait("amina")).statusCode())
                .isEqualTo(303);

        assertThat(visitor.open("payroll/").body()).contains("AMINA HADDAD");
        assertThat(FACES.service().checks()).isEqualTo(1);
    }

    @Test
    void two_faces_are_no_selfie() {
        Visitor visitor = new Visitor(application);
        FACES.service().answerOnce("two-faces");

        assertThat(visitor.showFace(FACES.service().portrait("amina")).body()).contains("retake-two-faces");
    }

    @Test
    void with_match_nobody_needs_a_camera() {
        Visitor visitor = new Visitor(application);
        FACES.service().answer("match");

        assertThat(visitor.showFace(FACES.service().portrait("joerg")).statusCode())
                .isEqualTo(303);
    }
}
