package org.facecheck.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.picture.Photographs.BLOND;
import static org.facecheck.engine.picture.Photographs.GREEN;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.NOBODY;
import static org.facecheck.engine.picture.Photographs.SMILING;
import static org.facecheck.engine.picture.Photographs.TWO;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.facecheck.engine.picture.Photographs.Cut;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole way on a real server: an application with the library's jar, and the engine in the place of the paid service. Alice and
 * Bob are the server's users; the woman on two photographs is Alice, and another one is Bob. The library tells the engine who is
 * logged in.
 */
@EnabledIf(
        value = "areThereWeights",
        disabledReason = "SKIPPED: npm is missing or reaches no registry: there are no weights")
@ExtendWith(ArquillianExtension.class)
class EngineJourneyIT {
    @ArquillianResource
    @OperateOnDeployment("intranet")
    private URI application;

    @ArquillianResource
    @OperateOnDeployment("engine")
    private URI engine;

    /** Asked before a server is started. */
    static boolean areThereWeights() {
        return DeployedServiceIT.areThereWeights();
    }

    @Deployment(name = "engine", order = 1, testable = false)
    static WebArchive engine() throws IOException {
        RunningService.freshSettings(Path.of(System.getProperty("settings.directory")));
        return ShrinkWrap.create(ZipImporter.class, "engine.war")
                .importFrom(new File(System.getProperty("war")))
                .as(WebArchive.class);
    }

    @Deployment(name = "intranet", order = 2, testable = false)
    static WebArchive intranet() {
        return ShrinkWrap.create(WebArchive.class, "intranet.war")
                .addAsLibrary(new File(System.getProperty("facecheck.jar")), "facecheck.jar")
                .addClass(PayslipServlet.class)
                .add(new StringAsset("LOGIN"), "login.html")
                .add(new StringAsset("MEMBERS"), "members")
                .add(new StringAsset("""
                        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                          <security-constraint>
                            <web-resource-collection><web-resource-name>members</web-resource-name>
                              <url-pattern>/members</url-pattern></web-resource-collection>
                            <auth-constraint><role-name>**</role-name></auth-constraint>
                          </security-constraint>
                          <login-config><auth-method>FORM</auth-method><form-login-config>
                            <form-login-page>/login.html</form-login-page>
                            <form-error-page>/login.html</form-error-page></form-login-config></login-config>
                        </web-app>
                        """), "WEB-INF/web.xml")
                .addAsResource(
                        new StringAsset("""
                        facecheck.protect=/payslip
                        facecheck.binding=fullName
                        facecheck.service.base-url=http://127.0.0.1:28080/engine
                        facecheck.service.client-id=intranet
                        facecheck.service.client-secret=%s
                        facecheck.service.token-request=json
                        facecheck.service.person-key=true
                        facecheck.attempts.max=100
                        facecheck.attempts.max-per-principal=100
                        facecheck.attempts.max-per-address=100
                        """.formatted(RunningService.CHECK_SECRET)),
                        "META-INF/microprofile-config.properties");
    }

    @BeforeEach
    void enrol() {
        String address = engine.toString();
        RunningService service = RunningService.at(URI.create(address.substring(0, address.length() - 1))); // a slash
        assertThat(service.enrol("alice", SMILING).statusCode()).isEqualTo(200);
        assertThat(service.enrol("bob", BLOND).statusCode()).isEqualTo(200);
    }

    private Intranet alice() {
        return new Intranet(application).as("alice");
    }

    @Test
    void who_is_enrolled_gets_to_the_page_by_another_picture() {
        Intranet alice = alice();

        HttpResponse<String> answer = alice.show(LAUGHING);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201); // what the page's script is told
        assertThat(alice.payslip().body()).isEqualTo("payslip of ALICE for alice");
    }

    @Test
    void another_person_does_not() {
        refuses(alice(), GREEN, 403, "Your face was not recognised");
    }

    /** Bob's face is on file, and a search would find it: it is compared with Alice's only. */
    @Test
    void nor_does_one_who_is_enrolled_under_the_name_of_somebody_else() {
        refuses(alice(), BLOND, 403, "Your face was not recognised");
        refuses(new Intranet(application).as("bob"), LAUGHING, 403, "Your face was not recognised");
    }

    @Test
    void a_picture_without_a_face_or_with_two_is_to_be_taken_again() {
        refuses(alice(), NOBODY, 422, "No face was found");
        refuses(alice(), TWO, 422, "More than one face was found");
    }

    private static void refuses(Intranet person, Cut selfie, int status, String text) {
        HttpResponse<String> answer = person.show(selfie);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(text);
        assertThat(person.payslip().statusCode()).isEqualTo(303);
    }
}
