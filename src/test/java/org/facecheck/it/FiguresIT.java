package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thorough")
class FiguresIT {
    private static final int TWO_FACES = 8018;

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "watcher", testable = false)
    static WebArchive watcher() {
        return ShrinkWrap.create(WebArchive.class, "watcher.war").addClass("org.facecheck.it.app.FiguresServlet");
    }

    @Deployment(name = "counted", managed = false, testable = false)
    static WebArchive counted() {
        return TestWar.named("counted")
                .classes("org.facecheck.it.app.SessionServlet")
                .with("facecheck.attempts.max", "2")
                .with("facecheck.service.circuit-failures", "2")
                .with("facecheck.service.circuit-delay", "PT1H")
                .build();
    }

    @Deployment(name = "neighbour", managed = false, testable = false)
    static WebArchive neighbour() {
        return TestWar.named("neighbour")
                .classes("org.facecheck.it.app.SessionServlet")
                .with("facecheck.service.max-concurrent", "1")
                .build();
    }

    /** What JMX has of the application at this path; empty where it has nothing. */
    private static Map<String, String> figures(URI watcher, String application) {
        String path = "application=\"" + application + "\"";
        return new Browser(watcher)
                .open("open/figures")
                .text()
                .lines()
                .filter(line -> line.contains(path))
                .map(line -> line.substring(line.indexOf("\" ", line.indexOf(path)) + 2)
                        .split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> "twice", TreeMap::new));
    }

    /** An operator acts on the application {@code /counted}. */
    private static void act(URI watcher, String action) {
        Browser operator = new Browser(watcher);
        assertThat(operator.post("open/figures", "application=/counted&action=" + action)
                        .status())
                .isEqualTo(200);
    }

    private static Browser atThePage(URI watcher, String application) {
        Browser browser = new Browser(watcher.resolve("/" + application + "/"));
        browser.open("secure/page");
        return browser;
    }

    @Test
    void an_operator_reads_from_jmx_how_many_were_refused_and_why_and_how_the_service_is(
            @ArquillianResource @OperateOnDeployment("watcher") URI watcher) {
        deployer.deploy("counted");
        deployer.deploy("neighbour");
        try {
            Faceki.matches();
            Browser matched = atThePage(watcher, "counted");
            assertThat(matched.passFaceCheck().status()).isEqualTo(303);
            Map<String, String> one = figures(watcher, "/counted");
            assertThat(one)
                    .containsEntry("Checks.PASSED", "1")
                    .containsEntry("Checks.NOT_MATCHED", "0")
                    .containsEntry("SessionsWithPass", "1")
                    .containsEntry("ServiceAnswers", "1")
                    .containsEntry("Circuit", "CLOSED")
                    .containsEntry("ChecksInFlight", "0")
                    .containsEntry("NotAudited", "0");
            assertThat(Long.parseLong(one.get("ServiceMillisMax"))).isBetween(0L, 60_000L);
            assertThat(Long.parseLong(one.get("TokenAgeSeconds"))).isBetween(0L, 600L);
            assertThat(Instant.parse(one.get("TokenGoodUntil"))).isAfter(Instant.now());

            for (int page = 0; page < 3; page++) { // a pass that is there costs no figure
                assertThat(matched.open("secure/page").text()).contains("PROTECTED");
            }
            assertThat(figures(watcher, "/counted")).containsEntry("Checks.PASSED", "1");

            Faceki.answersCode(TWO_FACES);
            Browser twins = atThePage(watcher, "counted");
            String late = twins.open("facecheck").token();
            assertThat(twins.passFaceCheck().status()).isEqualTo(422);
            assertThat(twins.passFaceCheck().status()).isEqualTo(422);
            assertThat(twins.submit(late, Selfies.jpeg()).status()).isEqualTo(429);
            Browser clumsy = atThePage(watcher, "counted");
            assertThat(clumsy.submit(clumsy.open("facecheck").token(), new byte[1000])
                            .status())
                    .isBetween(400, 499);

            Faceki.answersStatus(500);
            Browser unlucky = atThePage(watcher, "counted");
            for (int i = 0; i < 3; i++) {
                assertThat(unlucky.passFaceCheck().status()).isEqualTo(503);
            }

            Map<String, String> then = figures(watcher, "/counted");
            assertThat(then)
                    .containsEntry("Checks.RETAKE", "2")
                    .containsEntry("Checks.LOCKED", "1")
                    .containsEntry("AttemptsLocked", "1")
                    .containsEntry("Checks.PICTURE_REJECTED", "1")
                    .containsEntry("Checks.TROUBLE", "3")
                    .containsEntry("Troubles.UNAVAILABLE: circuit open, nothing was sent", "1")
                    .containsEntry("Circuit", "OPEN");
            assertThat(then.keySet()).anyMatch(name -> name.startsWith("PicturesRefused."));
            assertThat(Instant.parse(then.get("CircuitTriesAt"))).isAfter(Instant.parse(then.get("CircuitSince")));
            assertThat(Instant.parse(then.get("CircuitSince")))
                    .isBetween(Instant.parse(then.get("StartedAt")), Instant.now());
            assertThat(figures(watcher, "/neighbour"))
                    .containsEntry("Checks.PASSED", "0")
                    .containsEntry("Circuit", "CLOSED");

            Faceki.matches();
            act(watcher, "closeCircuit");
            assertThat(figures(watcher, "/counted"))
                    .containsEntry("Circuit", "CLOSED")
                    .containsEntry("CircuitTriesAt", "null");
            assertThat(twins.submit(twins.open("facecheck").token(), Selfies.jpeg())
                            .status())
                    .isEqualTo(429);
            act(watcher, "forgetAttempts");
            assertThat(twins.submit(twins.open("facecheck").token(), Selfies.jpeg())
                            .status())
                    .isEqualTo(303);

            Browser forgetful = atThePage(watcher, "neighbour");
            assertThat(forgetful.passFaceCheck().status()).isEqualTo(303);
            assertThat(figures(watcher, "/neighbour")).containsEntry("SessionsWithPass", "1");
            forgetful.open("open/session?forget");
            assertThat(figures(watcher, "/neighbour")).containsEntry("SessionsWithPass", "0");
            twins.open("open/session?end");
            matched.open("open/session?end");
            assertThat(figures(watcher, "/counted")).containsEntry("SessionsWithPass", "0");
        } finally {
            deployer.undeploy("counted");
            deployer.undeploy("neighbour");
        }
        assertThat(figures(watcher, "/counted")).isEmpty();
        assertThat(figures(watcher, "/neighbour")).isEmpty();
    }
}
