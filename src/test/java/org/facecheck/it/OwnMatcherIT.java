package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application with a matcher of its own has no account at Faceki, and nothing of Faceki's client. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OwnMatcherIT {
    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "beside", testable = false)
    static WebArchive beside() {
        return ShrinkWrap.create(WebArchive.class, "beside.war").addClass("org.facecheck.it.app.EchoServlet");
    }

    @Deployment(name = "own-matcher", managed = false, testable = false)
    static WebArchive ownMatcher() {
        return war("own-matcher").build();
    }

    @Deployment(name = "own-matcher-by-listener", managed = false, testable = false)
    static WebArchive byListener() {
        return war("own-matcher-by-listener").webXml("", """
                <absolute-ordering/>
                <listener><listener-class>org.facecheck.web.FaceCheckListener</listener-class></listener>
                """).build();
    }

    private static TestWar war(String name) {
        String parts = "org.facecheck.it.app.OwnParts";
        return TestWar.named(name)
                .without("facecheck.service.client-id")
                .without("facecheck.service.client-secret")
                .classes(
                        parts,
                        parts + "$Matcher",
                        parts + "$Policy",
                        parts + "$Binding",
                        parts + "$Guest",
                        "org.facecheck.it.app.LeakServlet")
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>");
    }

    @Test
    void it_goes_the_journey_without_credentials(@ArquillianResource @OperateOnDeployment("beside") URI beside) {
        journey("own-matcher", beside);
    }

    @Test
    void so_it_does_by_the_listener_in_web_xml(@ArquillianResource @OperateOnDeployment("beside") URI beside) {
        journey("own-matcher-by-listener", beside);
    }

    private void journey(String name, URI beside) {
        ServerLog log = ServerLog.fromNow();
        deployer.deploy(name);
        try {
            assertThat(log.text())
                    .contains("Facecheck asks the application's own FaceMatcher bean, its capture page is /" + name
                            + "/facecheck");
            Browser browser = new Browser(beside.resolve("/" + name + "/"));
            assertThat(browser.open("open/leak?remember").status()).isEqualTo(200);
            assertThat(browser.open("secure/page").status()).isEqualTo(303);

            String target = browser.passFaceCheck().header("Location");

            assertThat(browser.follow(target).text()).contains("PROTECTED", "fullName=Own height-480");
            assertThat(browser.open("open/leak").text()).contains("threads=[]");
        } finally {
            deployer.undeploy(name);
        }
    }
}
