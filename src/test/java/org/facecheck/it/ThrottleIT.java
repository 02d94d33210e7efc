package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new session is no new chance. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ThrottleIT {
    private static final int TWO_FACES = 8018;

    @Deployment(name = "by-address", testable = false)
    static WebArchive byAddress() {
        return TestWar.named("by-address")
                .with("facecheck.attempts.max-per-address", "3")
                .build();
    }

    @Deployment(name = "by-claims", testable = false)
    static WebArchive byClaims() {
        return TestWar.named("by-claims")
                .with("facecheck.attempts.max-per-address", "3")
                .build();
    }

    @Deployment(name = "by-principal", testable = false)
    static WebArchive byPrincipal() {
        return Login.added(TestWar.named("by-principal"))
                .with("facecheck.attempts.max-per-principal", "3")
                .build();
    }

    @BeforeEach
    void finds_two_faces() {
        Faceki.answersCode(TWO_FACES);
    }

    @AfterEach
    void matches_again() {
        Faceki.matches();
    }

    @Test
    void attempts_from_one_address_count_in_whatever_session(
            @ArquillianResource @OperateOnDeployment("by-address") URI application) {
        for (int i = 0; i < 3; i++) {
            assertThat(new Browser(application).passFaceCheck().status()).isEqualTo(422);
        }
        Faceki.matches();

        Reply told = new Browser(application).passFaceCheck();

        assertThat(told.status()).isEqualTo(429);
        assertThat(told.header("Retry-After")).matches("\\d+");
        assertThat(Faceki.checks()).isZero();
    }

    @Test
    void no_header_makes_an_address_another_one(@ArquillianResource @OperateOnDeployment("by-claims") URI application) {
        for (int i = 0; i < 3; i++) {
            assertThat(claiming(i, application).passFaceCheck().status()).isEqualTo(422);
        }
        Faceki.matches();

        assertThat(claiming(3, application).passFaceCheck().status()).isEqualTo(429);
        assertThat(Faceki.checks()).isZero();
    }

    private static Browser claiming(int number, URI application) {
        String address = "203.0.113." + number;
        return new Browser(application)
                .claiming(Map.of(
                        "X-Forwarded-For", address,
                        "Forwarded", "for=" + address,
                        "X-Real-IP", address,
                        "Client-IP", address,
                        "True-Client-IP", address,
                        "Proxy-ip", address));
    }

    @Test
    void attempts_as_one_principal_count_in_whatever_session(
            @ArquillianResource @OperateOnDeployment("by-principal") URI application) {
        for (int i = 0; i < 3; i++) {
            assertThat(loggedIn("alice", application).passFaceCheck().status()).isEqualTo(422);
        }
        Faceki.matches();

        assertThat(loggedIn("alice", application).passFaceCheck().status()).isEqualTo(429);
        assertThat(loggedIn("bob", application).passFaceCheck().status()).isEqualTo(303);
    }

    private static Browser loggedIn(String name, URI application) {
        Browser browser = new Browser(application);
        Login.as(name, browser);
        return browser;
    }
}
