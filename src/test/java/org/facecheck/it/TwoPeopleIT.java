package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people in one session whose checks end together: the second one is judged when the first has the pass. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TwoPeopleIT {

    @Deployment(name = "two-people", testable = false)
    static WebArchive war() {
        return TestWar.named("two-people")
                .with("facecheck.binding", "first-use")
                .classes("org.facecheck.it.app.MeetingObserver")
                .build();
    }

    @AfterEach
    void matches() {
        Faceki.matches();
    }

    @Test
    void one_of_them_passes_however_long_the_audit_takes(
            @ArquillianResource @OperateOnDeployment("two-people") URI application) {
        Browser alice = new Browser(application);
        alice.open("secure/page");
        Browser bob = new Browser(application);
        bob.adopt(alice);
        String ofAlice = alice.open("facecheck").token();
        String ofBob = bob.open("facecheck").token();

        Faceki.answersMatchNamed("Alice");
        CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> alice.submit(ofAlice, Selfies.jpeg()));
        assertThat(Patience.until(Faceki::checks, checks -> checks == 1)).isEqualTo(1);
        Faceki.answersMatchNamed("Bob");
        Reply second = bob.submit(ofBob, Selfies.jpeg());

        // Whose answer is judged first is up to the server; the other person is refused.
        boolean isAlice = first.join().status() == 303;
        assertThat(List.of(first.join().status(), second.status())).containsExactlyInAnyOrder(303, 403);
        assertThat((isAlice ? alice : bob).open("secure/page").status()).isEqualTo(200);
        assertThat((isAlice ? bob : alice).open("secure/page").status()).isEqualTo(303);
    }
}
