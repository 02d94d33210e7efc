package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The servers' own endpoints: WildFly's at its management port, Payara's beside the applications. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MetricsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final boolean WILDFLY = "wildfly".equals(System.getProperty("server"));
    /** From WildFly's port for applications, 8080, to that for management, 9990. */
    private static final int TO_MANAGEMENT = 1910;

    @ArquillianResource
    Deployer deployer;

    /** Its address only: it has nothing of Facecheck. */
    @Deployment(name = "bystander", testable = false)
    static WebArchive bystander() {
        return ShrinkWrap.create(WebArchive.class, "bystander.war").add(new StringAsset("here"), "index.html");
    }

    @Deployment(name = "metered", managed = false, testable = false)
    static WebArchive metered() {
        return TestWar.bare("metered")
                .file("secure/page.html", "PROTECTED")
                .with("facecheck.service.circuit-failures", "1")
                .with("facecheck.service.circuit-delay", "PT1H")
                .build()
                .addAsLibrary(new File(System.getProperty("metrics.jar")), "facecheck-metrics.jar");
    }

    private static HttpResponse<String> get(URI bystander, String path) {
        try {
            URI server = WILDFLY ? URI.create("http://127.0.0.1:" + (bystander.getPort() + TO_MANAGEMENT)) : bystander;
            return HTTP.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String ready(URI bystander) {
        return get(bystander, "/health/ready").body().replaceAll("\\s", "");
    }

    /** The line of one meter in the text that Prometheus reads, which a server may write in its own way. */
    private static String metric(String name, String tag, URI bystander) {
        String text = get(bystander, WILDFLY ? "/prometheus" : "/metrics?scope=application")
                .body();
        return text.lines()
                .filter(line -> line.startsWith(name) && line.contains(tag) && line.contains("/metered"))
                .findFirst()
                .orElse("none of " + name + " in\n" + text);
    }

    /** What the server publishes of one application: the words at the beginning of lines that Prometheus reads. */
    private static List<String> published(URI bystander) {
        return get(bystander, WILDFLY ? "/prometheus" : "/metrics?scope=application")
                .body()
                .lines()
                .filter(line -> line.contains("\"/metered\""))
                .toList();
    }

    /** Each selector of each query of the dashboard has to find a line, by the metric's name and by all labels that the query names. */
    private static void answersTheDashboard(List<String> published) throws IOException {
        for (Dashboard.Query query : Dashboard.queries()) {
            assertThat(published)
                    .as(query.expression())
                    .anyMatch(line -> line.startsWith(query.metric() + "{")
                            && query.labels().stream().allMatch(label -> line.contains(label + "=\"")));
        }
    }

    @Test
    void the_server_publishes_what_came_of_checks_and_stays_ready_while_the_service_is_down(
            @ArquillianResource @OperateOnDeployment("bystander") URI bystander) throws IOException {
        deployer.deploy("metered");
        try {
            Faceki.matches();
            Browser browser = new Browser(bystander.resolve("/metered/"));
            browser.open("secure/page.html");
            assertThat(browser.passFaceCheck().status()).isEqualTo(303);

            assertThat(metric("facecheck_checks", "PASSED", bystander)).endsWith(" 1.0");
            assertThat(metric("facecheck_checks", "LOCKED", bystander)).endsWith(" 0.0");
            assertThat(metric("facecheck_circuit_closed", "", bystander)).endsWith(" 1.0");
            assertThat(metric("facecheck_service_answer_seconds", "quantile=\"0.99\"", bystander))
                    .matches(".* \\d+\\.\\d+(E-\\d)?");
            assertThat(metric("facecheck_sessions", "", bystander)).endsWith(" 1.0");
            assertThat(ready(bystander))
                    .contains("\"name\":\"facecheck\",\"status\":\"UP\"", "CLOSED", "token-good-until");

            Faceki.answersStatus(500);
            Browser unlucky = new Browser(bystander.resolve("/metered/"));
            unlucky.open("secure/page.html");
            assertThat(unlucky.passFaceCheck().status()).isEqualTo(503);

            assertThat(metric("facecheck_checks", "TROUBLE", bystander)).endsWith(" 1.0");
            assertThat(metric("facecheck_circuit_closed", "", bystander)).endsWith(" 0.0");
            assertThat(get(bystander, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(ready(bystander)).contains("\"name\":\"facecheck\",\"status\":\"UP\"", "OPEN", "circuit-since");
            answersTheDashboard(published(bystander));
        } finally {
            deployer.undeploy("metered");
        }
        assertThat(metric("facecheck_checks", "PASSED", bystander)).startsWith("none of");
        assertThat(ready(bystander)).doesNotContain("facecheck");
    }
}
