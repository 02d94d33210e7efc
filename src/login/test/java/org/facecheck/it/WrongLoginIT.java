package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contradicts the face as the container's login stops the deployment, and the message says what to drop. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WrongLoginIT {
    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "two-logins", managed = false, testable = false)
    static WebArchive twoLogins() {
        return LoginWar.build(LoginWar.named("two-logins")
                .webXml("", "<login-config><auth-method>BASIC</auth-method></login-config>"));
    }

    @Deployment(name = "one-jar", managed = false, testable = false)
    static WebArchive oneJar() {
        // Without what asks for a SecurityContext: WildFly 26 has none for an application without a mechanism.
        return TestWar.named("one-jar")
                .with("facecheck.login", "container")
                .with("facecheck.login.name", "fullName")
                .build();
    }

    @Deployment(name = "late-key", managed = false, testable = false)
    static WebArchive lateKey() {
        return LoginWar.build(
                LoginWar.named("late-key").without("facecheck.login").webXml("", """
                <context-param><param-name>facecheck.login</param-name>
                  <param-value>container</param-value></context-param>
                """));
    }

    @Deployment(name = "closed-page", managed = false, testable = false)
    static WebArchive closedPage() {
        return LoginWar.build(LoginWar.named("closed-page")
                .webXml("", LoginWar.constraint("/facecheck", "employee") + LoginWar.roles()));
    }

    @Deployment(name = "two-mechanisms", managed = false, testable = false)
    static WebArchive twoMechanisms() {
        return LoginWar.build(LoginWar.named("two-mechanisms")
                .classes("org.facecheck.it.app.BadgeMechanism", "org.facecheck.it.app.BadgeMechanism$Badge"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-logins | drop the <login-config>, or write facecheck.login=application",
                "one-jar | facecheck.login=container takes facecheck-login-<version>.jar beside this one",
                "late-key | the key where CDI finds it when it starts",
                "closed-page | a security-constraint of web.xml names",
                "two-mechanisms | HttpAuthenticationMechanism"
            })
    void stops_the_deployment(String war, String told) {
        ServerLog log = ServerLog.fromNow();

        assertThatThrownBy(() -> deployer.deploy(war)).isInstanceOf(Exception.class);

        assertThat(Patience.until(log::text, text -> text.contains(told))).contains(told);
    }
}
