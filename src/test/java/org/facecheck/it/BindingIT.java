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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A face and a login that have to be one person's. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BindingIT {
    private static final String WARNING = "nothing binds a face to whoever is logged in";

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "bound", testable = false)
    static WebArchive bound() {
        return Login.added(TestWar.named("bound"))
                .with("facecheck.binding", "fullName")
                .build();
    }

    @Deployment(name = "unbound", managed = false, testable = false)
    static WebArchive unbound() {
        return Login.added(TestWar.named("unbound")).build();
    }

    @Deployment(name = "knowingly-unbound", managed = false, testable = false)
    static WebArchive knowinglyUnbound() {
        return Login.added(TestWar.named("knowingly-unbound"))
                .with("facecheck.binding", "first-use")
                .build();
    }

    @AfterEach
    void matches() {
        Faceki.matches();
    }

    @Test
    void the_face_of_whoever_is_logged_in_passes(@ArquillianResource @OperateOnDeployment("bound") URI application) {
        Faceki.answersMatchNamed(" Alice ");
        Browser browser = new Browser(application);
        Login.as("alice", browser);

        assertThat(browser.passFaceCheck().status()).isEqualTo(303);
    }

    @Test
    void somebody_elses_is_a_security_event_and_the_page_tells_nothing(
            @ArquillianResource @OperateOnDeployment("bound") URI application) {
        Faceki.answersMatchNamed("Bob");
        Browser browser = new Browser(application);
        Login.as("alice", browser);
        ServerLog log = ServerLog.fromNow();

        Reply told = browser.passFaceCheck();

        assertThat(told.status()).isEqualTo(403);
        assertThat(told.text()).contains("data-news=\"not-matched\"").doesNotContainIgnoringCase("bob");
        assertThat(Patience.until(log::text, text -> text.contains("OTHER_PERSON")))
                .contains("OTHER_PERSON")
                .doesNotContain("Bob");
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void nobodys_login_is_nobodys_face(@ArquillianResource @OperateOnDeployment("bound") URI application) {
        assertThat(new Browser(application).passFaceCheck().status()).isEqualTo(403);
    }

    @Test
    void a_login_without_a_word_on_binding_is_warned_of_when_the_application_starts() {
        ServerLog log = ServerLog.fromNow();
        deployer.deploy("unbound");
        assertThat(log.text()).contains(WARNING);
        deployer.undeploy("unbound");

        ServerLog knowingly = ServerLog.fromNow();
        deployer.deploy("knowingly-unbound");
        assertThat(knowingly.text()).doesNotContain(WARNING);
        deployer.undeploy("knowingly-unbound");
    }
}
