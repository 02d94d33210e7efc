package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OwnPartsIT {
    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        String parts = "org.facecheck.it.app.OwnParts";
        return TestWar.named("own-parts")
                .classes(parts, parts + "$Matcher", parts + "$Policy", parts + "$Binding", parts + "$Guest")
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>")
                .build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.answersStatus(500);
        browser = new Browser(application);
        browser.open("secure/page");
    }

    @Test
    void the_applications_beans_match_accept_and_bind() {
        String target = browser.passFaceCheck().header("Location");

        assertThat(browser.follow(target).text()).contains("PROTECTED", "fullName=Own height-480");
        assertThat(Faceki.checks()).isZero();
    }

    @Test
    void its_binding_refuses_whom_it_does_not_know() {
        String token = browser.open("facecheck").token();

        assertThat(browser.submit(token, Selfies.draw(640, 640, "png")).text()).contains("data-news=\"not-matched\"");
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }
}
