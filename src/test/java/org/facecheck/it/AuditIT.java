package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** An auditor is told who passed when: by the application's own observers, and by the log as far as its operator wants. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AuditIT {
    private static final Path JSON_LINES = Path.of("target", "audit.jsonl").toAbsolutePath();
    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>";

    @Deployment(name = "registered", testable = false)
    static WebArchive registered() {
        return Login.added(TestWar.named("registered"))
                .with("facecheck.binding", "first-use")
                .classes("org.facecheck.it.app.Register", "org.facecheck.it.app.RegisterServlet")
                .file("WEB-INF/beans.xml", BEANS)
                .build();
    }

    @Deployment(name = "json-lines", testable = false)
    static WebArchive jsonLines() {
        return TestWar.named("json-lines")
                .with("audit.file", JSON_LINES.toString())
                .with("facecheck.audit.log-fields", "path,client,record")
                .classes("org.facecheck.it.app.JsonLines")
                .file("WEB-INF/beans.xml", BEANS)
                .build();
    }

    @BeforeEach
    @AfterEach
    void matches() throws Exception {
        Faceki.matches();
        Files.deleteIfExists(JSON_LINES);
    }

    @Test
    void a_database_knows_who_passed_before_the_page_opens(
            @ArquillianResource @OperateOnDeployment("registered") URI application) {
        Browser browser = new Browser(application);
        browser.open("open/register?do=create");
        Login.as("alice", browser);
        browser.open("secure/page?iban=DE00");

        assertThat(browser.passFaceCheck().status()).isEqualTo(303);

        assertThat(browser.open("open/register").text().strip())
                .isEqualTo("PASSED by alice is FIRST MIDDLE LAST NAME (644b7cff16cc73de26ff9b9c)"
                        + " for /registered/secure/page");
    }

    @Test
    void a_database_that_cannot_be_written_keeps_the_page_closed(
            @ArquillianResource @OperateOnDeployment("registered") URI application) {
        Browser browser = new Browser(application);
        browser.open("open/register?do=drop");
        browser.open("secure/page");

        Reply told = browser.passFaceCheck();

        assertThat(told.status()).isEqualTo(503);
        assertThat(told.text()).contains("data-news=\"trouble\"");
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void a_collector_reads_json_lines(@ArquillianResource @OperateOnDeployment("json-lines") URI application)
            throws Exception {
        Browser browser = new Browser(application);
        Faceki.answersCode(8013);
        browser.passFaceCheck();
        Faceki.matches();
        browser.passFaceCheck();

        List<String> lines = Files.readAllLines(JSON_LINES);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .matches("\\{\"at\":\"20[0-9T:.-]+Z\",\"reference\":\"[2-9A-Z]{8}\",\"outcome\":\"NOT_MATCHED\","
                        + "\"application\":\"/json-lines\"}");
        assertThat(lines.get(1)).contains("\"outcome\":\"PASSED\"");
    }

    @Test
    void the_log_has_the_personal_fields_that_its_operator_wants(
            @ArquillianResource @OperateOnDeployment("json-lines") URI application) {
        ServerLog log = ServerLog.fromNow();
        Browser browser = new Browser(application);
        browser.open("secure/page?iban=DE00");

        browser.passFaceCheck();

        assertThat(Patience.until(log::text, text -> text.contains("outcome=PASSED")))
                .containsPattern("face check reference=[2-9A-Z]{8} outcome=PASSED application=/json-lines rule=protect"
                        + " picture-bytes=\\d+ service-ms=\\d+ path=/json-lines/secure/page client=127\\.0\\.0\\.1"
                        + " record=644b7cff16cc73de26ff9b9c")
                .doesNotContain("DE00");
    }
}
