package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The face as the login in an application that has a login of the container's, too: that one counts where it was used. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FaceBesideLoginIT {
    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return Login.added(TestWar.named("beside")
                        .with("facecheck.login", "application")
                        .with("facecheck.login.name", "fullName")
                        .with("facecheck.login.roles", "employee")
                        .with("facecheck.login.username", "none")
                        .classes("org.facecheck.it.app.CallerServlet"))
                .build();
    }

    @Test
    void a_principal_of_the_containers_is_not_replaced() {
        Faceki.matches();
        Browser browser = new Browser(application);
        Login.as("alice", browser);
        browser.open("secure/caller");

        assertThat(browser.passFaceCheck().status()).isEqualTo(303);

        assertThat(browser.open("secure/caller").text())
                .contains("principal=alice", "remoteUser=alice", "employee=false", "identity=true")
                .doesNotContain("authType=FACE");
    }

    @Test
    void a_login_of_the_containers_ends_the_one_by_the_face() {
        Faceki.matches();
        Browser browser = new Browser(application);
        browser.passFaceCheck();
        assertThat(browser.open("secure/caller").text()).contains("principal=FIRST MIDDLE LAST NAME", "employee=true");

        Login.as("alice", browser);

        assertThat(browser.open("secure/caller").status()).isEqualTo(303);
    }
}
