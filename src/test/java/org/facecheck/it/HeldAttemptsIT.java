package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.facecheck.it.HeldUpload.Way;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An attempt is taken before it is made, so that uploads which are held and finished together are no more than allowed. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HeldAttemptsIT {
    private static final int TWO_FACES = 8018;
    private static final int UPLOADS = 8;
    private static final int ALLOWED = 2;

    @Deployment(name = "held-session", testable = false)
    static WebArchive ofTheSession() {
        return TestWar.named("held-session")
                .with("facecheck.capture.max-uploads-per-session", String.valueOf(UPLOADS))
                .with("facecheck.attempts.max", String.valueOf(ALLOWED))
                .with("facecheck.attempts.max-per-address", "1000")
                .build();
    }

    @Deployment(name = "held-principal", testable = false)
    static WebArchive ofThePrincipal() {
        return Login.added(TestWar.named("held-principal"))
                .with("facecheck.capture.max-uploads-per-session", String.valueOf(UPLOADS))
                .with("facecheck.attempts.max", "1000")
                .with("facecheck.attempts.max-per-principal", String.valueOf(ALLOWED))
                .with("facecheck.attempts.max-per-address", "1000")
                .build();
    }

    @Deployment(name = "held-address", testable = false)
    static WebArchive ofTheAddress() {
        return TestWar.named("held-address")
                .with("facecheck.capture.max-uploads-per-session", String.valueOf(UPLOADS))
                .with("facecheck.attempts.max", "1000")
                .with("facecheck.attempts.max-per-address", String.valueOf(2 * ALLOWED))
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

    /** Holds uploads, finishes them together, and returns how each was answered. */
    private static List<String> together(Way way, URI application, Browser browser) {
        // All pages first: held forms may take all threads that a server has.
        List<String> tokens = Stream.generate(() -> browser.open("facecheck").token())
                .limit(UPLOADS)
                .toList();
        List<HeldUpload> held = new ArrayList<>();
        try {
            tokens.forEach(token -> held.add(HeldUpload.begin(way, token, browser, application)));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            held.forEach(HeldUpload::finish);
            return held.stream()
                    .map(upload -> upload.answer().substring(0, "HTTP/1.1 200".length()))
                    .toList();
        } finally {
            held.forEach(HeldUpload::close);
        }
    }

    private static void noMoreThan(int allowed, List<String> answers) {
        assertThat(Faceki.checks()).isEqualTo(allowed);
        assertThat(answers).filteredOn(answer -> answer.endsWith("422")).hasSize(allowed);
        assertThat(answers).filteredOn(answer -> answer.endsWith("429")).hasSize(UPLOADS - allowed);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void of_a_session(Way way, @ArquillianResource @OperateOnDeployment("held-session") URI application) {
        noMoreThan(ALLOWED, together(way, application, new Browser(application)));
    }

    @Test
    void of_a_principal(@ArquillianResource @OperateOnDeployment("held-principal") URI application) {
        Browser alice = new Browser(application);
        Login.as("alice", alice);
        noMoreThan(ALLOWED, together(Way.FORM, application, alice));

        Faceki.answersCode(TWO_FACES);
        Browser bob = new Browser(application);
        Login.as("bob", bob);
        noMoreThan(ALLOWED, together(Way.BODY, application, bob));
    }

    @Test
    void of_an_address(@ArquillianResource @OperateOnDeployment("held-address") URI application) {
        noMoreThan(2 * ALLOWED, together(Way.FORM, application, new Browser(application)));
    }

    @Test
    void a_dispatch_of_the_applications_own_gives_back_nothing(
            @ArquillianResource @OperateOnDeployment("held-session") URI application) {
        Browser browser = new Browser(application);
        for (int i = 0; i < ALLOWED; i++) {
            assertThat(browser.passFaceCheck().status()).isEqualTo(422);
        }
        String token = browser.open("open/dispatch?how=async&to=/facecheck").token();

        assertThat(browser.submit(token, Selfies.jpeg()).status()).isEqualTo(429);
    }
}
