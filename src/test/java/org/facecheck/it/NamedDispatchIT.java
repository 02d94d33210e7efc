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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that names a servlet protects it where no path leads to it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NamedDispatchIT {
    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.bare("named")
                .without("facecheck.protect")
                .with("facecheck.rule.vault.servlets", "vault")
                .classes(
                        "org.facecheck.it.app.Shapes",
                        "org.facecheck.it.app.Shapes$Vault",
                        "org.facecheck.it.app.DispatchServlet")
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"named-forward", "named-include"})
    void a_dispatch_by_name_shows_nothing_without_a_pass(String how) {
        Faceki.matches();
        Browser browser = new Browser(application);
        String page = "open/dispatch?to=vault&how=" + how;
        assertThat(browser.open(page).text()).doesNotContain("PROTECTED");

        browser.passFaceCheck();

        assertThat(browser.open(page).text()).contains("PROTECTED");
    }

    @Test
    void the_servlet_is_protected_wherever_it_is_mapped() {
        Browser browser = new Browser(application);
        for (String path : new String[] {"secure/x", "exact", "vault", "deep/vault/x"}) {
            assertThat(browser.open(path).status()).as(path).isEqualTo(303);
        }
    }
}
