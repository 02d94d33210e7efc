package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who may be logged in on one device at a time, in both modes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SingleSessionIT {
    @ArquillianResource
    @OperateOnDeployment("single-application")
    URI ofApplication;

    @ArquillianResource
    @OperateOnDeployment("single-container")
    URI ofContainer;

    private static WebArchive single(String name, String mode) {
        return LoginWar.build(LoginWar.named(name)
                .with("facecheck.login", mode)
                .with("facecheck.protect", "/secure/*")
                .with("facecheck.login.username", "none")
                .with("facecheck.login.single-session", "true")
                .with("facecheck.audit.log-fields", "caller"));
    }

    @Deployment(name = "single-application", testable = false)
    static WebArchive application() {
        return single("single-application", "application");
    }

    @Deployment(name = "single-container", testable = false)
    static WebArchive container() {
        return single("single-container", "container");
    }

    private Browser loggedIn(String mode, String name) {
        Faceki.answersMatchNamed(name);
        Browser browser = new Browser(mode.equals("application") ? ofApplication : ofContainer);
        browser.passFaceCheck();
        assertThat(browser.open("secure/caller").text()).contains("principal=" + name);
        return browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void are_logged_out_on_the_first_one_by_a_login_on_the_second(String mode) {
        ServerLog log = ServerLog.fromNow();
        Browser first = loggedIn(mode, "ANNA GROSS");
        Browser bob = loggedIn(mode, "BOB SMALL");
        Browser second = loggedIn(mode, "ANNA GROSS");

        assertThat(first.open("secure/caller").status()).isEqualTo(303);
        assertThat(first.open("open/caller").text()).contains("principal=null", "identity=false");
        assertThat(second.open("secure/caller").text()).contains("principal=ANNA GROSS");
        assertThat(bob.open("secure/caller").text()).contains("principal=BOB SMALL");

        first.passFaceCheck();
        assertThat(first.open("secure/caller").text()).contains("principal=ANNA GROSS");
        assertThat(second.open("secure/caller").status()).isEqualTo(303);
        String told = "outcome=LOGGED_OUT application=/single-" + mode
                + " detail=\"not the latest login\" caller=\"ANNA GROSS\"";
        assertThat(Patience.until(log::text, text -> text.split(told, -1).length == 3)
                        .split(told, -1))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void may_log_out_and_in_again_elsewhere(String mode) {
        Browser first = loggedIn(mode, "ANNA GROSS");
        first.open("secure/caller?logout");

        Browser second = loggedIn(mode, "ANNA GROSS");

        assertThat(first.open("secure/caller").status()).isEqualTo(303);
        assertThat(second.open("secure/caller").text()).contains("principal=ANNA GROSS");
    }
}
