package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application with addresses that the guard would refuse, which lie beside what is protected. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NarrowedGuardIT {
    private static final String WARNING =
            "Facecheck refuses addresses that can be read in more than one way in a part of ";

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "narrowed", testable = false)
    static WebArchive narrowed() {
        return PathCorpusIT.shapes("narrowed")
                .with("facecheck.guard.patterns", "/nowhere")
                .classes("org.facecheck.it.app.LegacyServlet")
                .build();
    }

    @Deployment(name = "narrowed-views", testable = false)
    static WebArchive views() {
        return ViewGuardIT.views("narrowed-views")
                .with("facecheck.guard.patterns", "/nowhere")
                .file("secure/plan.txt", "PROTECTED")
                .file("secure/page.jsp", "<%= \"PRO\" + \"TECTED\" %>")
                .build();
    }

    @Deployment(name = "narrowed-loudly", managed = false, testable = false)
    static WebArchive loudly() {
        return TestWar.named("narrowed-loudly")
                .with("facecheck.guard.patterns", "/api/*")
                .build();
    }

    @Deployment(name = "not-narrowed", managed = false, testable = false)
    static WebArchive notNarrowed() {
        return TestWar.named("not-narrowed").build();
    }

    private static String get(URI application, String target) {
        return RawRequest.to(application, "GET " + application.getPath() + target + " HTTP/1.1", "Accept: text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy/report%2f2026", "legacy/a//b", "legacy/a;v=1/b", "legacy/100%25"})
    void beside_the_rules_what_others_would_call_suspicious_reaches_the_application(
            String target, @ArquillianResource @OperateOnDeployment("narrowed") URI application) {
        assertThat(get(application, target)).startsWith("HTTP/1.1 200").contains("LEGACY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secure/a%2fb",
                "secure//x",
                "secure/..;/x",
                "x/shop%2f..%2fadmin/1",
                "x/admin//1",
                "docs/a%25b",
                "facecheck//capture.js"
            })
    void within_reach_of_a_rule_it_is_refused_as_ever(
            String target, @ArquillianResource @OperateOnDeployment("narrowed") URI application) {
        assertThat(get(application, target)).startsWith("HTTP/1.1 400").doesNotContain("PROTECTED");
    }

    @Test
    void nothing_protected_comes_back_for_any_target_of_the_corpus(
            @ArquillianResource @OperateOnDeployment("narrowed") URI application) {
        List<String> wrong = RawTarget.all().stream()
                .map(target -> judged(target, target.answer(application)))
                .filter(verdict -> !verdict.isEmpty())
                .toList();

        assertThat(wrong).as("of " + RawTarget.all().size()).isEmpty();
    }

    /** What is refused elsewhere may find its way to an open page here. */
    private static String judged(RawTarget target, String answer) {
        boolean good = target.expected().equals("refused") || PathCorpusIT.isExpected(target, answer);
        return good && !answer.contains("PROTECTED") && !answer.startsWith("HTTP/1.1 101") || isOpenSocket(target)
                ? ""
                : PathCorpusIT.describe(target, answer);
    }

    private static boolean isOpenSocket(RawTarget target) {
        return target.expected().equals("upgrades");
    }

    /** A file system reads some of these as the file, where the rule's pattern does not match. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/secure/plan.txt",
                "./secure/plan.txt",
                "x/../secure/plan.txt",
                "x/%2e%2e/secure/plan.txt",
                "x/..;/secure/plan.txt",
                ";v=1/secure/plan.txt",
                "secure%2fplan.txt",
                "secure%5cplan.txt",
                "/secure/page.jsp",
                "./secure/page.jsp",
                "x/../secure/page.jsp",
                "x/..;/secure/page.jsp",
                ";v=1/secure/page.jsp",
                "secure%2fpage.jsp",
                "/members.xhtml",
                "./members.xhtml"
            })
    void files_and_pages_have_no_other_names(
            String target, @ArquillianResource @OperateOnDeployment("narrowed-views") URI application) {
        assertThat(get(application, target)).startsWith("HTTP/1.1 4").doesNotContain("PROTECTED");
    }

    @Test
    void views_are_guarded_from_the_first_request_on(
            @ArquillianResource @OperateOnDeployment("narrowed-views") URI application) {
        Reply asked = new Browser(application).press("start.xhtml", "members");

        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.text()).doesNotContain("PROTECTED");
    }

    @Test
    void the_log_says_where_the_guard_stands_when_the_application_starts() {
        ServerLog log = ServerLog.fromNow();
        deployer.deploy("narrowed-loudly");
        assertThat(log.text())
                .contains(WARNING + "/narrowed-loudly only: /api/*, /facecheck, /facecheck/*, /secure/*,")
                .contains("and before the servlets default, jsp");
        deployer.undeploy("narrowed-loudly");

        ServerLog other = ServerLog.fromNow();
        deployer.deploy("not-narrowed");
        assertThat(other.text()).contains("Facecheck guards /not-narrowed").doesNotContain(WARNING);
        deployer.undeploy("not-narrowed");
    }
}
