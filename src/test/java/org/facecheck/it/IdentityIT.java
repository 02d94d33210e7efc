package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.URI;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IdentityIT {
    private static final String PAGE = "<%@ page contentType=\"text/html;charset=UTF-8\" pageEncoding=\"UTF-8\" %>"
            + "EL=${facecheck.identity.fullName}/${facecheck.identity.fullName_local}/${facecheck.identity.documentNumber}.";

    @Deployment(name = "plain", testable = false)
    static WebArchive plain() {
        return TestWar.named("plain").file("open/who.jsp", PAGE).build();
    }

    @Deployment(name = "beans", testable = false)
    static WebArchive beans() {
        return TestWar.named("beans")
                .with("facecheck.max-age", "PT0.5S")
                .classes("org.facecheck.it.app.BeanServlet", "org.facecheck.it.app.Observer")
                .file("open/who.jsp", PAGE)
                .file(
                        "WEB-INF/beans.xml",
                        "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" bean-discovery-mode=\"all\" version=\"4.0\"/>")
                .build();
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    private static void isReadInJsp(URI application) {
        Browser browser = new Browser(application);
        assertThat(browser.open("open/who.jsp").text()).contains("EL=//.");

        browser.passFaceCheck();

        assertThat(browser.open("open/who.jsp").text()).contains("EL=FIRST MIDDLE LAST NAME/الاسم بالعربي/.");
    }

    @Test
    void is_read_in_jsp_without_cdi(@ArquillianResource @OperateOnDeployment("plain") URI application) {
        isReadInJsp(application);
    }

    @Test
    void has_no_control_characters_and_no_end_of_line(
            @ArquillianResource @OperateOnDeployment("beans") URI application) {
        Faceki.answersMatchNamed("FIRST\\u202eEMAN\\u0007\\n" + "x".repeat(200_000));
        Browser browser = new Browser(application);

        assertThat(browser.passFaceCheck().status()).isEqualTo(303);

        assertThat(browser.open("open/who.jsp").text())
                .contains("EL=FIRST\uFFFDEMAN\uFFFD " + "x".repeat(100))
                .hasSizeLessThan(1_100);
    }

    @Test
    void is_read_in_jsp_with_cdi(@ArquillianResource @OperateOnDeployment("beans") URI application) {
        isReadInJsp(application);
    }

    @Test
    void is_injected_and_every_outcome_is_an_event(@ArquillianResource @OperateOnDeployment("beans") URI application) {
        Browser browser = new Browser(application);
        assertThat(browser.open("open/bean").text()).contains("injected=nobody");

        Faceki.answersCode(8013);
        browser.passFaceCheck();
        Faceki.matches();
        browser.passFaceCheck();

        assertThat(browser.open("open/bean").text())
                .contains("injected=FIRST MIDDLE LAST NAME")
                .containsPattern("events=\\[.*NOT_MATCHED, PASSED\\]");
    }

    @Test
    void a_stale_pass_asks_again_and_somebody_else_is_not_let_in(
            @ArquillianResource @OperateOnDeployment("beans") URI application) {
        Browser browser = new Browser(application);
        browser.open("secure/page");
        browser.passFaceCheck();
        Reply stale = Patience.until(() -> browser.open("secure/page"), reply -> reply.status() == 303);
        assertThat(stale.status()).isEqualTo(303);

        Faceki.answersMatchOf("somebody-else");
        Reply other = browser.passFaceCheck();
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.text()).contains("data-news=\"not-matched\"").doesNotContain("LAST NAME");

        Faceki.matches();
        assertThat(browser.passFaceCheck().status()).isEqualTo(303);
    }

    @Test
    void the_log_says_what_happened_and_nothing_of_the_person(
            @ArquillianResource @OperateOnDeployment("plain") URI application) {
        ServerLog log = ServerLog.fromNow();
        Browser browser = new Browser(application);
        browser.open("secure/page");
        Faceki.answers(WireMock.aResponse().withStatus(500).withBody("internal words"));
        String page = browser.passFaceCheck().text();
        Faceki.matches();
        browser.follow(browser.passFaceCheck().header("Location"));

        String reference = page.replaceAll("(?s).*facecheck-reference\">([^<]+)<.*", "$1");
        assertThat(log.text())
                .contains("face check reference=" + reference + " outcome=TROUBLE application=/plain rule=protect"
                        + " detail=\"UNAVAILABLE")
                .containsPattern(
                        "face check reference=[2-9A-Z]{8} outcome=PASSED application=/plain rule=protect picture-bytes=\\d+ service-ms=\\d+")
                .doesNotContain(
                        Faceki.SECRET, Faceki.TOKEN, "930813316", "LAST NAME", "Last name", "الاسم", "internal words");
    }
}
