package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.facecheck.it.Prometheus.Series;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The dashboard's queries, on a Prometheus that reads the server; its picture in the documents comes of this.
 * Skipped where Prometheus is not on the machine.
 *
 * <p>With {@code -Ddashboard.seconds=600} it goes on for ten minutes, for a picture with something to see.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DashboardIT {
    private static final boolean WILDFLY = "wildfly".equals(System.getProperty("server"));
    /** From WildFly's port for applications, 8080, to that for management, 9990. */
    private static final int TO_MANAGEMENT = 1910;

    private static final String PASSED = "{application=\"/payroll\",outcome=\"PASSED\"}";
    private static final int NO_MATCH = 8013;

    private static final Duration GOING_ON = Duration.ofSeconds(Long.getLong("dashboard.seconds", 0));

    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.bare("payroll")
                .file("secure/page.html", "PROTECTED")
                .with("facecheck.attempts.max-per-address", "10000")
                .with("facecheck.service.circuit-failures", "3")
                .with("facecheck.service.circuit-delay", "PT20S")
                .build()
                .addAsLibrary(new File(System.getProperty("metrics.jar")), "facecheck-metrics.jar");
    }

    private URI figures() {
        return WILDFLY
                ? URI.create("http://127.0.0.1:" + (application.getPort() + TO_MANAGEMENT) + "/prometheus")
                : application.resolve("/metrics?scope=application");
    }

    /** The queries of a panel, with the application chosen, as Grafana does it. */
    private static List<String> queries(JsonObject panel) {
        return panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream()
                .map(target -> target.getString("expr").replace("$application", "/payroll"))
                .toList();
    }

    private void tryTheCheck() {
        Browser browser = new Browser(application);
        browser.open("secure/page.html");
        browser.passFaceCheck();
    }

    /** One round of what a day brings: people who pass, a face that matches no record, a slow service, one that fails. */
    private void round(int number) {
        switch (number % 10) {
            case 4 -> Faceki.answersCode(NO_MATCH);
            case 7 -> Faceki.answersSlowly(700);
            case 9 -> Faceki.answersStatus(500);
            default -> Faceki.matches();
        }
        tryTheCheck();
    }

    /** What is answered as soon as there is such a value in it. */
    private static List<Series> answered(Prometheus prometheus, String query, Instant start, Predicate<Double> wanted) {
        return Patience.until(
                () -> prometheus.range(query, start, Instant.now()).stream()
                        .filter(series -> series.values().values().stream().anyMatch(wanted))
                        .toList(),
                series -> !series.isEmpty());
    }

    @Test
    void each_query_of_the_dashboard_has_figures_to_show() throws IOException {
        assumeTrue(Files.isExecutable(Prometheus.PROGRAM), Prometheus.PROGRAM + " is not on this machine");
        Instant start = Instant.now();
        Prometheus prometheus = Prometheus.reading(figures());
        try {
            // Only what it has seen before and after can have increased.
            assertThat(answered(prometheus, "facecheck_checks" + PASSED, start, Double::isFinite))
                    .isNotEmpty();
            int rounds = 0;
            do {
                round(rounds++);
            } while (rounds < 10 || Instant.now().isBefore(start.plus(GOING_ON)));

            assertThat(answered(prometheus, "increase(facecheck_checks" + PASSED + "[5m])", start, value -> value > 0))
                    .isNotEmpty();
            Map<JsonObject, List<List<Series>>> shown = new LinkedHashMap<>();
            for (JsonObject panel : Dashboard.panels()) {
                List<List<Series>> answers = new ArrayList<>();
                for (String query : queries(panel)) {
                    List<Series> series = answered(prometheus, query, start, Double::isFinite);
                    assertThat(series)
                            .as(query)
                            .anySatisfy(
                                    line -> assertThat(line.values().values()).anyMatch(Double::isFinite));
                    answers.add(series);
                }
                shown.put(panel, answers);
            }

            Path picture = Path.of(System.getProperty("metrics.jar"))
                    .resolveSibling("facecheck-dashboard-" + System.getProperty("server") + ".svg");
            Files.writeString(picture, new DashboardPicture(start, Instant.now()).of(shown));
            assertThat(picture).content().contains("How long the service takes", "PASSED");
        } finally {
            prometheus.stop();
        }
    }
}
