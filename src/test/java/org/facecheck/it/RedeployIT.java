package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions that outlive their application: written to a file when it goes, and read when it is there again. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RedeployIT {
    private static final boolean KEEPS_SESSIONS = System.getProperty("server").equals("wildfly");

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("beside")
    private URI beside;

    @Deployment(name = "beside", testable = false)
    static WebArchive beside() {
        return TestWar.named("beside").build();
    }

    @Deployment(name = "redeployed", managed = false, testable = false)
    static WebArchive redeployed() {
        return TestWar.named("redeployed").webXml("", "<distributable/>").build();
    }

    @BeforeEach
    void match() {
        Faceki.matches();
    }

    private void redeploy() {
        deployer.undeploy("redeployed");
        deployer.deploy("redeployed");
    }

    @Test
    void a_pass_outlives_its_application_wherever_its_session_does() {
        deployer.deploy("redeployed");
        Browser browser = new Browser(beside.resolve("/redeployed/"));
        browser.open("secure/page");
        browser.passFaceCheck();
        assertThat(browser.open("secure/page").text()).contains("PROTECTED");

        redeploy();

        Reply again = browser.open("secure/page");
        if (KEEPS_SESSIONS) {
            assertThat(again.text()).contains("PROTECTED");
        } else {
            assertThat(again.status()).isEqualTo(303);
            assertThat(browser.follow(browser.passFaceCheck().header("Location"))
                            .text())
                    .contains("PROTECTED");
        }
        deployer.undeploy("redeployed");
    }

    @Test
    void a_page_that_was_open_meanwhile_leads_on_or_asks_anew() {
        deployer.deploy("redeployed");
        Browser browser = new Browser(beside.resolve("/redeployed/"));
        browser.open("secure/page");
        String token = browser.open("facecheck").token();

        redeploy();

        Reply sent = browser.submit(token, Selfies.jpeg());
        if (KEEPS_SESSIONS) {
            assertThat(sent.status()).isEqualTo(303);
            assertThat(browser.follow(sent.header("Location")).text()).contains("PROTECTED");
        } else {
            assertThat(sent.status()).isEqualTo(403);
            assertThat(browser.submit(sent.token(), Selfies.jpeg()).status()).isEqualTo(303);
        }
        deployer.undeploy("redeployed");
    }
}
