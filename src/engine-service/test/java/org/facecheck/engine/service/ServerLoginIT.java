package org.facecheck.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.picture.Photographs.BLOND;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.SMILING;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facecheck.engine.picture.Photographs.Cut;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The WAR with a {@code <security-constraint>} that the operator has put into its web.xml: the server asks who somebody is before a page opens.
 * Bob is an operator, Alice is not; she enrols herself.
 */
@EnabledIf(
        value = "areThereWeights",
        disabledReason = "SKIPPED: npm is missing or reaches no registry: there are no weights")
@ExtendWith(ArquillianExtension.class)
class ServerLoginIT {
    private static final String CONSTRAINT = """
              <security-constraint>
                <web-resource-collection><web-resource-name>pages</web-resource-name>
                  <url-pattern>/operator/*</url-pattern><url-pattern>/self/*</url-pattern></web-resource-collection>
                <auth-constraint><role-name>**</role-name></auth-constraint>
              </security-constraint>
              <login-config><auth-method>BASIC</auth-method><realm-name>file</realm-name></login-config>
            </web-app>
            """;

    @ArquillianResource
    private URI engine;

    /** Asked before a server is started. */
    static boolean areThereWeights() {
        return DeployedServiceIT.areThereWeights();
    }

    @Deployment(testable = false)
    static WebArchive war() throws IOException {
        RunningService.freshSettings(
                Path.of(System.getProperty("settings.directory")), "operators=bob", "self-enrolment-days=30");
        String descriptor = Files.readString(Path.of("webapp/WEB-INF/web.xml"));
        return ShrinkWrap.create(ZipImporter.class, "engine.war")
                .importFrom(new File(System.getProperty("war")))
                .as(WebArchive.class)
                .setWebXML(new StringAsset(descriptor.replace("</web-app>", CONSTRAINT)));
    }

    private RunningService service() {
        String address = engine.toString();
        return RunningService.at(URI.create(address.substring(0, address.length() - 1))); // a slash
    }

    private static Map<String, byte[]> form(OperatorBrowser browser, String page, Cut portrait) {
        Map<String, byte[]> form = new LinkedHashMap<>();
        form.put("token", browser.formToken(page).getBytes(UTF_8));
        form.put("portrait1", RunningService.picture(portrait));
        return form;
    }

    @Test
    void the_server_asks_who_somebody_is() {
        for (String page : new String[] {"operator/people", "self/enrol"}) {
            assertThat(new OperatorBrowser(service(), "/").get(page).statusCode())
                    .as(page)
                    .isEqualTo(401);
        }
    }

    @Test
    void a_person_enrols_themselves_and_is_recognised_and_nobody_else_under_that_name() {
        RunningService service = service();
        OperatorBrowser alice = new OperatorBrowser(service, "/").as("alice");

        Map<String, byte[]> form = form(alice, "self/enrol", SMILING);
        form.put("consent", "yes".getBytes(UTF_8));
        HttpResponse<String> answer = alice.send("self/enrol", form);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("You are logged in as <strong>alice</strong>", "You are enrolled.");
        assertThat(service.check(LAUGHING, "alice")).contains("\"face_verified\":true");
        Map<String, byte[]> others = form(alice, "self/enrol", BLOND);
        others.put("consent", "yes".getBytes(UTF_8));
        assertThat(alice.send("self/enrol", others).statusCode()).isEqualTo(422);
        assertThat(service.check(LAUGHING, "alice")).contains("\"face_verified\":true");
    }

    @Test
    void an_operator_needs_no_secret_and_another_one_still_does() {
        OperatorBrowser bob = new OperatorBrowser(service(), "/").as("bob");

        HttpResponse<String> people = bob.get("operator/people");
        assertThat(people.statusCode()).isEqualTo(200);
        assertThat(people.body()).contains("<h2>Enrol</h2>").doesNotContain("Log out");
        Map<String, byte[]> form = form(bob, "operator/people", BLOND);
        form.put("key", "carol".getBytes(UTF_8));
        assertThat(bob.send("operator/people", form).body()).contains("The person is enrolled.");
        assertThat(service().check(BLOND, "carol")).contains("\"face_verified\":true");

        OperatorBrowser alice = new OperatorBrowser(service(), "/").as("alice");
        assertThat(alice.get("operator/people").statusCode()).isEqualTo(303);
        assertThat(alice.get("operator/login").body()).contains("Its secret");
        assertThat(alice.send("operator/people", form).statusCode()).isEqualTo(403);
    }
}
