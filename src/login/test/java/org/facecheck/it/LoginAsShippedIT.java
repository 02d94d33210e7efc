package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers with nothing set for it: the jar without its key changes nothing, and what the key takes is told. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LoginAsShippedIT {
    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "basic", testable = false)
    static WebArchive basic() {
        return LoginWar.build(TestWar.named("basic")
                .with("facecheck.binding", "fullName")
                .classes("org.facecheck.it.app.CallerServlet")
                .file("WEB-INF/beans.xml", LoginWar.BEANS)
                .webXml(
                        "",
                        LoginWar.constraint("/open/*", "**")
                                + "<login-config><auth-method>BASIC</auth-method></login-config>"));
    }

    @Deployment(name = "form", testable = false)
    static WebArchive form() {
        return LoginWar.build(Login.added(TestWar.named("form").classes("org.facecheck.it.app.CallerServlet")));
    }

    @Deployment(name = "unset", managed = false, testable = false)
    static WebArchive unset() {
        return LoginWar.build(
                LoginWar.named("unset").webXml("", LoginWar.constraint("/secure/*", "employee") + LoginWar.roles()));
    }

    @Test
    void a_basic_login_stays_what_it_is(@ArquillianResource @OperateOnDeployment("basic") URI application) {
        Reply asked = new Browser(application).open("open/caller");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.header("WWW-Authenticate")).startsWith("Basic ");

        Browser alice = new Browser(application)
                .claiming(Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("alice:face-check-1".getBytes())));

        assertThat(alice.open("open/caller").text()).contains("principal=alice", "authType=BASIC");
    }

    @Test
    void the_face_comes_on_top_of_it_as_ever(@ArquillianResource @OperateOnDeployment("basic") URI application) {
        Browser alice = new Browser(application)
                .claiming(Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("alice:face-check-1".getBytes())));
        alice.open("open/caller");
        assertThat(alice.open("secure/caller").status()).isEqualTo(303);
        Faceki.answersMatchNamed("alice");
        // The browser names its user on the capture page, too, where no constraint has the server look.
        alice.passFaceCheck();

        assertThat(alice.open("open/caller").text()).contains("principal=alice");
    }

    @Test
    void a_form_login_stays_what_it_is(@ArquillianResource @OperateOnDeployment("form") URI application) {
        Browser browser = new Browser(application);

        Login.as("alice", browser);

        assertThat(browser.open("open/caller").text()).contains("principal=alice", "authType=FORM");
    }

    @Test
    @EnabledIfSystemProperty(named = "server", matches = "wildfly")
    void wildfly_is_told_of_at_the_deployment_with_the_line_that_is_missing() {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy("unset")).isInstanceOf(Exception.class);

        assertThat(Patience.until(log::text, text -> text.contains("integrated-jaspi")))
                .contains("/subsystem=undertow/application-security-domain=other:write-attribute"
                        + "(name=integrated-jaspi,value=false)");
        assertThat(log.text().contains("/subsystem=elytron/policy=jacc:add(jacc-policy={})"))
                .isEqualTo(Boolean.getBoolean("policy.missing"));
    }
}
