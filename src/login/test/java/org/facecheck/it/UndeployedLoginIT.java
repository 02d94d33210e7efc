package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that is stopped ends its sessions, and nobody has logged out by that. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UndeployedLoginIT {
    @ArquillianResource
    Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("stays")
    URI stays;

    @Deployment(name = "stays", testable = false)
    static WebArchive stays() {
        return TestWar.named("stays").build();
    }

    private static WebArchive goes(String name, String mode) {
        return LoginWar.build(LoginWar.named(name)
                .with("facecheck.login", mode)
                .with("facecheck.protect", "/secure/*")
                .with("facecheck.login.username", "none"));
    }

    @Deployment(name = "goes-application", managed = false, testable = false)
    static WebArchive application() {
        return goes("goes-application", "application");
    }

    @Deployment(name = "goes-container", managed = false, testable = false)
    static WebArchive container() {
        return goes("goes-container", "container");
    }

    @ParameterizedTest
    @ValueSource(strings = {"goes-application", "goes-container"})
    void is_told_as_nobodys_logout(String war) {
        Faceki.matches();
        String told = "outcome=LOGGED_OUT application=/" + war;
        ServerLog log = ServerLog.fromNow();
        for (int logouts = 1; logouts <= 2; logouts++) {
            int expected = logouts;
            deployer.deploy(war);
            loggedIn(war);
            loggedIn(war).open("secure/caller?logout");
            assertThat(Patience.until(() -> count(log.text(), told), count -> count >= expected))
                    .as("logouts told in round %d", logouts)
                    .isEqualTo(expected);
            deployer.undeploy(war);
        }
    }

    private Browser loggedIn(String war) {
        Browser browser = new Browser(stays.resolve("/" + war + "/"));
        browser.passFaceCheck();
        assertThat(browser.open("secure/caller").text()).contains("principal=FIRST MIDDLE LAST NAME");
        return browser;
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
