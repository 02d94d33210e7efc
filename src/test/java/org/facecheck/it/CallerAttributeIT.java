package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A login by Jakarta Security whose principal knows more than a name. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CallerAttributeIT {

    @Deployment(name = "badges", testable = false)
    static WebArchive badges() {
        return loggingIn("badges", "employeeNumber");
    }

    @Deployment(name = "no-badges", testable = false)
    static WebArchive noBadges() {
        return loggingIn("no-badges", "roomNumber");
    }

    private static WebArchive loggingIn(String name, String attribute) {
        return TestWar.named(name)
                .with("facecheck.binding", "fullName")
                .with("facecheck.binding.attribute", attribute)
                .classes(
                        "org.facecheck.it.app.BadgeMechanism",
                        "org.facecheck.it.app.BadgeMechanism$Badge",
                        "org.facecheck.it.app.WhoServlet")
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"all\" version=\"4.0\"/>")
                .build();
    }

    private static Browser as(String name, URI application) {
        Browser browser = new Browser(application);
        browser.cookie("badge", name);
        assertThat(browser.open("open/who").text()).doesNotContain("principal=none");
        return browser;
    }

    @AfterEach
    void matches() {
        Faceki.matches();
    }

    @Test
    void the_face_that_has_the_principals_number_passes(
            @ArquillianResource @OperateOnDeployment("badges") URI application) {
        Faceki.answersMatchNamed("e-ALICE");
        Browser browser = as("alice", application);

        assertThat(browser.passFaceCheck().status())
                .as(browser.open("open/who").text())
                .isEqualTo(303);
        assertThat(browser.open("secure/page").text()).contains("PROTECTED");
    }

    @Test
    void one_that_has_only_the_principals_name_does_not(
            @ArquillianResource @OperateOnDeployment("badges") URI application) {
        Faceki.answersMatchNamed("alice");

        assertThat(as("alice", application).passFaceCheck().status()).isEqualTo(403);
    }

    @Test
    void one_that_has_somebody_elses_number_does_not(
            @ArquillianResource @OperateOnDeployment("badges") URI application) {
        Faceki.answersMatchNamed("E-bob");

        assertThat(as("alice", application).passFaceCheck().status()).isEqualTo(403);
    }

    @Test
    void nobody_passes_whose_principal_lacks_the_attribute_and_the_log_says_so(
            @ArquillianResource @OperateOnDeployment("no-badges") URI application) {
        Faceki.answersMatchNamed("alice");
        Browser browser = as("alice", application);
        ServerLog log = ServerLog.fromNow();

        assertThat(browser.passFaceCheck().status()).isEqualTo(403);
        assertThat(Patience.until(log::text, text -> text.contains("roomNumber")))
                .contains("has no attribute roomNumber")
                .doesNotContain("alice");
    }
}
