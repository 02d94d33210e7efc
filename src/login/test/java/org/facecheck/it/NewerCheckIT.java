package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the last check is too long ago, the next one is of the person who is logged in, in both modes. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NewerCheckIT {
    private static final String ANNA = "ANNA GROSS";

    @ArquillianResource
    @OperateOnDeployment("newer-application")
    URI ofApplication;

    @ArquillianResource
    @OperateOnDeployment("newer-container")
    URI ofContainer;

    @ArquillianResource
    @OperateOnDeployment("newer-constraint")
    URI ofConstraint;

    private static TestWar newer(String name) {
        return LoginWar.named(name)
                .with("facecheck.rule.vault.patterns", "/vault/*")
                .with("facecheck.rule.vault.max-age", "PT0.5S")
                .file("vault/now.jsp", "VAULT OF ${pageContext.request.remoteUser}");
    }

    private static String constrained() {
        return LoginWar.constraint("/secure/*", "employee") + LoginWar.roles();
    }

    @Deployment(name = "newer-application", testable = false)
    static WebArchive application() {
        return LoginWar.build(newer("newer-application")
                .with("facecheck.login", "application")
                .with("facecheck.protect", "/secure/*"));
    }

    @Deployment(name = "newer-container", testable = false)
    static WebArchive container() {
        return LoginWar.build(newer("newer-container").webXml("", constrained()));
    }

    @Deployment(name = "newer-constraint", testable = false)
    static WebArchive constraint() {
        return LoginWar.build(LoginWar.named("newer-constraint")
                .with("facecheck.max-age", "PT3S")
                .webXml("", constrained()));
    }

    @BeforeEach
    void annaIsThere() {
        Faceki.answersMatchNamed(ANNA);
    }

    /** Opens the page until it asks for a check, and then the page that asks. */
    private static Reply asked(Browser browser, String page) {
        assertThat(Patience.until(() -> browser.open(page).status(), status -> status == 303))
                .isEqualTo(303);
        Reply camera = browser.open("facecheck");
        assertThat(camera.text()).contains("You sign in as ANNA GROSS.", "<video");
        return camera;
    }

    private static void isRefusedToBob(Browser browser, Reply camera) {
        Faceki.answersMatchNamed("BOB SMALL");
        Reply refused = browser.submit(camera.token(), Selfies.jpeg());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("data-news=\"not-matched\"");
        Faceki.answersMatchNamed(ANNA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "container"})
    void a_rule_that_wants_one_newer_than_the_login_gets_it_of_the_same_person(String mode) {
        Browser browser = new Browser(mode.equals("application") ? ofApplication : ofContainer);
        NamedCheck.logIn(ANNA, browser);
        browser.open("secure/caller?keep");

        isRefusedToBob(browser, asked(browser, "vault/now.jsp"));
        assertThat(browser.open("secure/caller").text()).contains("principal=ANNA GROSS", "basket=kept for ANNA GROSS");

        Reply passed = browser.submit(asked(browser, "vault/now.jsp").token(), Selfies.jpeg());
        assertThat(passed.header("Location")).isEqualTo(browser.path("vault/now.jsp"));
        assertThat(browser.open("secure/caller").text()).contains("principal=ANNA GROSS", "basket=kept for ANNA GROSS");
    }

    @Test
    void so_does_a_constraint_whose_login_is_too_long_ago() {
        Browser browser = new Browser(ofConstraint);
        NamedCheck.logIn(ANNA, browser);
        browser.open("open/caller?keep");

        isRefusedToBob(browser, asked(browser, "secure/caller"));
        assertThat(browser.open("secure/caller").status()).isEqualTo(303);
        assertThat(browser.open("open/caller").text()).contains("principal=null", "basket=kept for ANNA GROSS");

        Reply passed = browser.submit(asked(browser, "secure/caller").token(), Selfies.jpeg());
        assertThat(passed.header("Location")).isEqualTo(browser.path("secure/caller"));
        assertThat(browser.open("open/caller").text()).contains("identity=true", "basket=kept for ANNA GROSS");
    }
}
