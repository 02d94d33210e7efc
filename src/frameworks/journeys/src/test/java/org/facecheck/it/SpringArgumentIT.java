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

/** A handler of Spring MVC has the identity as an argument, as the documents say (embedding.md). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SpringArgumentIT {
    private static final String PAGES = "org.example.spring.PagesConfiguration";

    @ArquillianResource
    private URI application;

    private Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        TestWar war = ForeignApplication.withFacecheck("spring");
        for (String name : new String[] {"IdentityArgument", "IdentityController", "IdentityConfiguration"}) {
            war.classes("org.facecheck.it.app." + name);
        }
        return ForeignApplication.withDescriptor(
                war.build(), xml -> xml.replace(PAGES, PAGES + ",org.facecheck.it.app.IdentityConfiguration"));
    }

    @BeforeEach
    void logIn() {
        Faceki.matches();
        browser = new Browser(application);
        browser.post("login", "username=alice&password=face-check-1");
    }

    @Test
    void a_handler_has_whoever_is_verified_as_an_argument() {
        browser.open("secure/who");

        assertThat(browser.follow(browser.passFaceCheck().header("Location")).text())
                .isEqualTo("argument=FIRST MIDDLE LAST NAME");
    }

    @Test
    void a_handler_outside_of_all_rules_is_not_called_for_who_is_not_verified() {
        assertThat(browser.open("open/who").status()).isEqualTo(403);
    }
}
