package org.facecheck.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.regex.Pattern;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CircuitIT {
    private static final Pattern OPENED = Pattern.compile("circuit is open");
    private static final Pattern CLOSED = Pattern.compile("circuit is closed again");

    @Deployment(name = "opens", testable = false)
    static WebArchive opens() {
        return war("opens", "PT1H");
    }

    @Deployment(name = "recovers", testable = false)
    static WebArchive recovers() {
        return war("recovers", "PT1S");
    }

    @Deployment(name = "waits", testable = false)
    static WebArchive waits() {
        return TestWar.named("waits").build();
    }

    private static WebArchive war(String name, String delay) {
        return TestWar.named(name)
                .with("facecheck.service.circuit-failures", "2")
                .with("facecheck.service.circuit-delay", delay)
                .with("facecheck.attempts.max", "3")
                .build();
    }

    private static void isTrouble(Reply told, String retryAfter) {
        assertThat(told.status()).isEqualTo(503);
        assertThat(told.header("Retry-After")).isEqualTo(retryAfter);
        assertThat(told.text()).contains("data-news=\"trouble\"");
    }

    /** As often as opens the circuit. */
    private static Browser triedTwice(URI application) {
        Faceki.answersStatus(500);
        Browser browser = new Browser(application);
        browser.open("secure/page");
        isTrouble(browser.passFaceCheck(), "30");
        isTrouble(browser.passFaceCheck(), "30");
        return browser;
    }

    private static long lines(ServerLog log, Pattern what) {
        return what.matcher(log.text()).results().count();
    }

    @Test
    void after_failures_in_a_row_people_are_told_at_once_and_none_gets_inside(
            @ArquillianResource @OperateOnDeployment("opens") URI application) {
        ServerLog log = ServerLog.fromNow();
        Browser browser = triedTwice(application);
        Faceki.matches(); // too late: the service is not asked

        for (int moreThanAttemptsAllow = 0; moreThanAttemptsAllow < 5; moreThanAttemptsAllow++) {
            isTrouble(browser.passFaceCheck(), "300");
        }
        Browser another = new Browser(application);
        another.open("secure/page");
        isTrouble(another.passFaceCheck(), "300");

        assertThat(Faceki.checks()).isZero();
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
        assertThat(another.open("secure/page").status()).isEqualTo(303);
        assertThat(another.open("facecheck").status()).isEqualTo(200);
        assertThat(Patience.until(() -> lines(log, OPENED), count -> count > 0)).isEqualTo(1);
    }

    @Test
    void when_the_service_is_back_the_next_to_try_gets_inside(
            @ArquillianResource @OperateOnDeployment("recovers") URI application) {
        ServerLog log = ServerLog.fromNow();
        Browser browser = triedTwice(application);
        assertThat(Patience.until(() -> lines(log, OPENED), count -> count > 0)).isEqualTo(1);

        Faceki.matches();
        Reply back = Patience.until(browser::passFaceCheck, told -> told.status() == 303);

        assertThat(back.header("Location")).isEqualTo(browser.path("secure/page"));
        assertThat(browser.open("secure/page").text()).contains("PROTECTED");
        assertThat(Patience.until(() -> lines(log, CLOSED), count -> count > 0)).isEqualTo(1);
        assertThat(lines(log, OPENED)).isEqualTo(1);
    }

    @Test
    void the_services_own_word_when_to_come_back_reaches_the_person(
            @ArquillianResource @OperateOnDeployment("waits") URI application) {
        Faceki.answers(aResponse().withStatus(429).withHeader("Retry-After", "77"));
        Browser browser = new Browser(application);
        browser.open("secure/page");

        Reply told = browser.passFaceCheck();

        isTrouble(told, "77");
        assertThat(told.text()).contains("in a few minutes");
    }
}
