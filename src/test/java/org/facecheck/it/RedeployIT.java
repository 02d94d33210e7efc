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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions that outlive their application: written to a file when it goes, and read when it is there again. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RedeployIT {
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
    void deploy() {
        Faceki.matches();
        deployer.deploy("redeployed");
    }

    @AfterEach
    void undeploy() {
        deployer.undeploy("redeployed");
    }

    private void redeploy() {
        deployer.undeploy("redeployed");
        deployer.deploy("redeployed");
    }

    private Browser browser() {
        return new Browser(beside.resolve("/redeployed/"));
    }

    private Browser verified() {
        Browser browser = browser();
        browser.open("secure/page");
        browser.passFaceCheck();
        assertThat(browser.open("secure/page").text()).contains("PROTECTED");
        return browser;
    }

    private static void leadsOn(Browser browser, Reply passed) {
        assertThat(passed.status()).isEqualTo(303);
        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED");
    }

    @EnabledIfSystemProperty(named = "server", matches = "wildfly")
    @Test
    void on_WildFly_a_pass_outlives_its_application() {
        Browser browser = verified();

        redeploy();

        assertThat(browser.open("secure/page").text()).contains("PROTECTED");
    }

    @EnabledIfSystemProperty(named = "server", matches = "wildfly")
    @Test
    void on_WildFly_a_page_that_was_open_meanwhile_leads_on() {
        Browser browser = browser();
        browser.open("secure/page");
        String token = browser.open("facecheck").token();

        redeploy();

        leadsOn(browser, browser.submit(token, Selfies.jpeg()));
    }

    @EnabledIfSystemProperty(named = "server", matches = "payara")
    @Test
    void on_Payara_which_forgets_sessions_a_face_is_asked_for_again() {
        Browser browser = verified();

        redeploy();

        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        leadsOn(browser, browser.passFaceCheck());
    }

    @EnabledIfSystemProperty(named = "server", matches = "payara")
    @Test
    void on_Payara_which_forgets_sessions_a_page_that_was_open_meanwhile_asks_anew() {
        Browser browser = browser();
        browser.open("secure/page");
        String token = browser.open("facecheck").token();

        redeploy();

        Reply refused = browser.submit(token, Selfies.jpeg());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(browser.submit(refused.token(), Selfies.jpeg()).status()).isEqualTo(303);
    }
}
