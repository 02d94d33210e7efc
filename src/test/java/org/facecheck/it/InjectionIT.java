package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person's identity is never another's to see, in beans that live as long as they like. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InjectionIT {
    private static final String NAME = "FIRST MIDDLE LAST NAME";

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("readers")
    private URI readers;

    @Deployment(name = "readers", testable = false)
    static WebArchive readers() {
        return war("readers", "all", "IdentityServlet", "LiveObjects", "Asking", "OfRequest", "Observing");
    }

    @Deployment(name = "one-for-all", managed = false, testable = false)
    static WebArchive oneForAll() {
        return war("one-for-all", "annotated", "OneForAll");
    }

    @Deployment(name = "one-for-session", managed = false, testable = false)
    static WebArchive oneForSession() {
        return war("one-for-session", "annotated", "OneForSession");
    }

    @Deployment(name = "pooled", managed = false, testable = false)
    static WebArchive pooled() {
        return war("pooled", "annotated", "Pooled");
    }

    @Deployment(name = "making", managed = false, testable = false)
    static WebArchive making() {
        return war("making", "all", "Making");
    }

    @Deployment(name = "servlet", managed = false, testable = false)
    static WebArchive servlet() {
        return war("servlet", "annotated", "WrongServlet");
    }

    private static WebArchive war(String name, String discovery, String... classes) {
        TestWar war = TestWar.named(name).classes("org.facecheck.it.app.identity.Names");
        for (String one : classes) {
            war.classes("org.facecheck.it.app.identity." + one);
        }
        return war.file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"%s\" version=\"4.0\"/>"
                                .formatted(discovery))
                .build();
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    private Browser verified() {
        Browser browser = new Browser(readers);
        browser.passFaceCheck();
        return browser;
    }

    @Test
    void each_request_sees_its_own_person_whoever_came_first() {
        assertThat(verified().open("open/readers").text())
                .contains("asked=" + String.join("/", NAME, NAME, NAME, NAME), "injected=" + NAME, "observed=" + NAME);

        assertThat(new Browser(readers).open("open/readers").text())
                .contains("asked=nobody/nobody/nobody/nobody", "injected=nobody", "observed=nobody");
    }

    @Test
    void nothing_is_left_of_asking_in_a_bean_that_lives_long() {
        assertThat(verified().open("open/readers?often").text()).contains("grown={}");
    }

    @Test
    void an_identity_that_a_long_lived_bean_has_asked_for_ends_with_its_session() {
        String before = left(); // sessions of the other tests
        List<Browser> browsers = Stream.generate(this::verified).limit(20).toList();
        browsers.forEach(browser -> browser.open("open/readers"));
        assertThat(left()).isNotEqualTo(before);

        browsers.forEach(browser -> browser.open("open/readers?end"));

        assertThat(left()).isEqualTo(before);
    }

    /** How many identities are in the server's memory. */
    private String left() {
        return new Browser(readers).open("open/readers?left").text();
    }

    @ParameterizedTest
    @CsvSource({
        "one-for-all,     OneForAll.identity",
        "one-for-session, OneForSession.set",
        "pooled,          Pooled.identity",
        "making,          Making.greeting",
        "servlet,         WrongServlet.identity"
    })
    void what_would_show_one_persons_identity_to_others_stops_the_deployment(String war, String point) {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy(war)).isInstanceOf(Exception.class);

        // A server writes its log a moment later.
        assertThat(Patience.until(log::text, text -> text.contains(point)))
                .contains(point + " has a KycIdentity injected")
                .contains("Inject jakarta.enterprise.inject.Instance<KycIdentity>");
    }
}
