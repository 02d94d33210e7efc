package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every raw target of {@code targets.txt}, sent as it is, to an application in all shapes, at a context and at the root. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PathCorpusIT {

    @Deployment(name = "corpus", testable = false)
    static WebArchive inContext() {
        return shapes("corpus").build();
    }

    @Deployment(name = "corpus-root", testable = false)
    static WebArchive atRoot() {
        return shapes("corpus-root").atRoot().build();
    }

    static TestWar shapes(String name) {
        String shapes = "org.facecheck.it.app.Shapes";
        return TestWar.bare(name)
                .with("facecheck.protect", "/secure/*,*.jsp,/exact,/docs/*,/socket")
                .with("facecheck.rule.api.patterns", "/api/private/*")
                .with("facecheck.rule.front.patterns", "/x/admin/*")
                .with("facecheck.rule.view.patterns", "/members.xhtml")
                .with("facecheck.rule.named.servlets", "vault")
                .classes(
                        shapes,
                        shapes + "$Vault",
                        shapes + "$Open",
                        shapes + "$FrontController",
                        shapes + "$Api",
                        shapes + "$PrivateResource",
                        shapes + "$PublicResource",
                        shapes + "$SecureSocket",
                        shapes + "$Socket",
                        shapes + "$OpenSocket")
                .file("page.jsp", "<% response.setHeader(\"X-Content\", \"PROTECTED\"); %>PROTECTED")
                .file("other/page.jsp", "<% response.setHeader(\"X-Content\", \"PROTECTED\"); %>PROTECTED")
                .file("docs/plan.txt", "PROTECTED")
                .file("hello.txt", "OPEN")
                .file("members.xhtml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><p>PROTECTED</p></html>")
                .file("plain.xhtml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><p>OPEN</p></html>")
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"annotated\" version=\"4.0\"/>")
                .file(
                        "WEB-INF/faces-config.xml",
                        "<faces-config xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\"/>")
                .webXml("", """
                        <context-param><param-name>jakarta.faces.AUTOMATIC_EXTENSIONLESS_MAPPING</param-name>
                          <param-value>true</param-value></context-param>
                        """);
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    @Test
    void nothing_protected_comes_back_without_a_pass(
            @ArquillianResource @OperateOnDeployment("corpus") URI application) {
        expectEachAnswer(application);
    }

    @Test
    void nor_at_the_root_context(@ArquillianResource @OperateOnDeployment("corpus-root") URI application) {
        expectEachAnswer(application.resolve("/"));
    }

    @Test
    void with_a_pass_ordinary_targets_show_what_they_name(
            @ArquillianResource @OperateOnDeployment("corpus") URI application) {
        expectContentWithPass(application);
    }

    @Test
    void also_at_the_root_context(@ArquillianResource @OperateOnDeployment("corpus-root") URI application) {
        expectContentWithPass(application.resolve("/"));
    }

    @Test
    void the_corpus_is_as_large_as_it_claims() {
        assertThat(RawTarget.all()).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
    }

    private static void expectEachAnswer(URI application) {
        List<String> wrong = new ArrayList<>();
        for (RawTarget target : RawTarget.all()) {
            String answer = target.answer(application);
            if (answer.contains("PROTECTED") || !isExpected(target, answer)) {
                wrong.add(describe(target, answer));
            }
        }
        assertThat(wrong).as("of " + RawTarget.all().size()).isEmpty();
    }

    static String describe(RawTarget target, String answer) {
        return target + " gave " + firstLine(answer) + (answer.contains("PROTECTED") ? " PROTECTED" : "");
    }

    static boolean isExpected(RawTarget target, String answer) {
        String status = answer.replaceFirst("(?s)^HTTP/1.1 (\\d+).*", "$1");
        return switch (target.expected()) {
            case "asks" -> status.equals("303");
            case "refused" -> status.equals("400");
            case "open" -> status.equals("200") && answer.contains("OPEN");
            case "upgrades" -> status.equals("101");
            default ->
                !status.equals("101")
                        && (target.method().equals("GET") || target.text().equals("=*") || !status.equals("200"));
        };
    }

    private static void expectContentWithPass(URI application) {
        Browser browser = new Browser(application);
        browser.passFaceCheck();
        List<String> wrong = new ArrayList<>();
        for (RawTarget target : RawTarget.all()) {
            if (target.expected().equals("asks")) {
                String answer = target.answer(application, "Cookie: JSESSIONID=" + browser.sessionId());
                // Twisted names of things that are not there are let through to a 404.
                if (!answer.contains("PROTECTED") && !answer.startsWith("HTTP/1.1 404")) {
                    wrong.add(target + " gave " + firstLine(answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String firstLine(String answer) {
        return answer.lines().findFirst().orElse("nothing");
    }
}
