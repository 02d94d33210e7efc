package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** The jar's own command, as an operator runs it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SelfCheckIT {

    @Deployment(name = "checked", testable = false)
    static WebArchive checked() {
        return PathCorpusIT.shapes("checked").build();
    }

    @Deployment(name = "bypassed", testable = false)
    static WebArchive bypassed() {
        return TestWar.bare("bypassed")
                .with("facecheck.protect", "/docs/*")
                .with("facecheck.position", "last")
                .classes("org.facecheck.it.app.CarelessFilter")
                .file("docs/plan.txt", "PROTECTED")
                .webXml("", """
                        <filter><filter-name>careless</filter-name>
                          <filter-class>org.facecheck.it.app.CarelessFilter</filter-class></filter>
                        <filter-mapping><filter-name>careless</filter-name><url-pattern>/*</url-pattern></filter-mapping>
                        """)
                .build();
    }

    @Deployment(name = "without-the-jar", testable = false)
    static WebArchive withoutTheJar() {
        return ShrinkWrap.create(WebArchive.class, "without-the-jar.war")
                .add(new StringAsset("PROTECTED"), "docs/plan.txt");
    }

    /** What the command came to. */
    private record Run(int exitCode, String said) {}

    private static Run check(URI application, String... addresses) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("self-check.jar"),
                application.toString()));
        command.addAll(List.of(addresses));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Test
    void an_application_in_all_shapes_is_closed(@ArquillianResource @OperateOnDeployment("checked") URI application) {
        Run run = check(
                application,
                "prefix=/secure/x",
                "exact=/exact",
                "suffix=/other/page.jsp",
                "file=/docs/plan.txt",
                "resource=/api/private/1",
                "view=/members.xhtml",
                "named=/deep/vault/1");

        assertThat(run.said())
                .contains(
                        "closed  rule prefix",
                        "closed  rule exact",
                        "closed  rule suffix",
                        "closed  rule file",
                        "closed  rule resource",
                        "closed  rule view",
                        "closed  rule named")
                .doesNotContain("OPEN");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void one_whose_own_filter_answers_first_is_open_and_the_target_is_named(
            @ArquillianResource @OperateOnDeployment("bypassed") URI application) {
        Run run = check(application, "docs=/docs/plan.txt");

        assertThat(run.said())
                .contains("OPEN    docs=/docs/plan.txt", "GET /bypassed/DOCS/PLAN.TXT (case and endings): 200, 9 bytes")
                .contains("OPEN    rule docs")
                .doesNotContain("(matrix parameters)");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void one_that_has_names_of_its_own_for_what_a_rule_protects_is_open(
            @ArquillianResource @OperateOnDeployment("checked") URI application) {
        Run run = check(application, "front=/x/admin/1");

        assertThat(run.said())
                .contains("OPEN    front=/x/admin/1", "GET /checked/x/admin%20/1 (case and endings): 200")
                .doesNotContain("(dot segments)", "(matrix parameters)", "(slashes and backslashes)");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void one_without_the_jar_is_open_as_it_is(
            @ArquillianResource @OperateOnDeployment("without-the-jar") URI application) {
        Run run = check(application, "/docs/plan.txt");

        assertThat(run.said()).contains("OPEN    /docs/plan.txt", "GET /without-the-jar/docs/plan.txt (plain): 200");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void an_address_that_is_written_wrong_is_complained_of(
            @ArquillianResource @OperateOnDeployment("checked") URI application) {
        Run run = check(application, "/sekure/x", "/hello.txt");

        assertThat(run.said()).contains("UNCLEAR /sekure/x: 404: nothing is there", "OPEN    /hello.txt");
        assertThat(check(application, "/sekure/x").exitCode()).isEqualTo(2);
    }
}
