package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BusyIT {
    @Deployment(name = "few", testable = false)
    static WebArchive few() {
        return TestWar.named("few")
                .with("facecheck.service.max-concurrent", "1")
                .build();
    }

    @Deployment(name = "blocking", testable = false)
    static WebArchive blocking() {
        return TestWar.named("blocking")
                .with("facecheck.service.max-blocking", "1")
                .behindAnOldFilter("")
                .build();
    }

    @Deployment(name = "behind", testable = false)
    static WebArchive behind() {
        return TestWar.named("behind")
                .with("facecheck.service.max-blocking", "1")
                .behindAnOldFilter("")
                .without("facecheck.position")
                .build();
    }

    private static void turnsTheSurplusAwayAndLosesNothing(URI application) {
        Faceki.holdsAnswers();
        Browser first = new Browser(application);
        first.open("secure/first");
        String token = first.open("facecheck").token();
        CompletableFuture<Reply> underWay = CompletableFuture.supplyAsync(() -> first.submit(token, Selfies.jpeg()));
        Patience.until(Faceki::checks, checks -> checks == 1);
        Browser second = new Browser(application);
        second.open("secure/second");

        Reply surplus = second.passFaceCheck();

        assertThat(underWay).isNotDone();
        assertThat(surplus.status()).isEqualTo(503);
        assertThat(surplus.header("Retry-After")).isEqualTo("5");
        assertThat(surplus.text()).contains("data-news=\"busy\"");
        assertThat(second.open("secure/second").status()).isEqualTo(303);
        Faceki.letsAnswersGo();
        assertThat(underWay.join().header("Location")).isEqualTo(first.path("secure/first"));
        assertThat(Faceki.checks()).isEqualTo(1);
        assertThat(second.submit(surplus.token(), Selfies.jpeg()).header("Location"))
                .isEqualTo(second.path("secure/second"));
    }

    @Test
    void more_checks_than_allowed_are_told_to_come_back(
            @ArquillianResource @OperateOnDeployment("few") URI application) {
        turnsTheSurplusAwayAndLosesNothing(application);
    }

    @Test
    void so_are_more_than_may_hold_a_thread_behind_an_old_filter(
            @ArquillianResource @OperateOnDeployment("blocking") URI application) {
        turnsTheSurplusAwayAndLosesNothing(application);
    }

    /** WildFly asks all filters that a request matches whether they are asynchronous, those behind the page, too. */
    @Test
    @EnabledIfSystemProperty(named = "server", matches = "payara")
    void an_old_filter_that_the_page_does_not_reach_holds_no_thread(
            @ArquillianResource @OperateOnDeployment("behind") URI application) {
        Faceki.holdsAnswers();
        Browser first = new Browser(application);
        Browser second = new Browser(application);

        CompletableFuture<Reply> one = CompletableFuture.supplyAsync(first::passFaceCheck);
        CompletableFuture<Reply> other = CompletableFuture.supplyAsync(second::passFaceCheck);
        int atOnce = Patience.until(Faceki::checks, checks -> checks == 2);
        Faceki.letsAnswersGo();

        assertThat(atOnce).isEqualTo(2);
        assertThat(one.join().status()).isEqualTo(303);
        assertThat(other.join().status()).isEqualTo(303);
    }
}
