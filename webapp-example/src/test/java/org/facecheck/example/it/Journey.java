package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a page through the capture page and back, in a real browser; one subclass for each technology of the page. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class Journey {
    /** The jar's own, which a view has only if its operator says so: without any, nothing would be forbidden there. */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script';"
                    + " trusted-types 'none'";

    private final String technology;

    @ArquillianResource
    private URI application;

    Journey(String technology) {
        this.technology = technology;
    }

    private byte[] portrait(String name) {
        return new Visitor(application).download("sandbox/portraits/" + name + ".jpg");
    }

    private static void takeSelfie(Chromium browser) {
        browser.startCalmly();
        browser.click("[data-step=take]");
        browser.see("[data-step=again]");
    }

    private static void showFace(Chromium browser) {
        takeSelfie(browser);
        browser.click("[data-step=use]");
    }

    @Test
    void somebody_enrols_and_gets_to_the_page_by_a_selfie() {
        try (Chromium browser = Chromium.seeing(application, Drawing.INES.jpeg())) {
            browser.open("sandbox/enrol");
            browser.type("#firstName", "Inés");
            browser.type("#lastName", "Ørsted");
            browser.type("#localName", "إينيس");
            browser.date("#dateOfBirth", "1990-01-31");
            browser.type("#nationality", "DNK");
            browser.type("#documentNumber", "DK1234567");
            browser.date("#expiry", "2099-12-31");
            takeSelfie(browser);
            browser.photograph(technology + "-1-enrol");
            browser.click("button[type=submit]");
            browser.see(".news");

            browser.open("");
            browser.click(".cards a[href='payroll/']");
            browser.photograph(technology + "-2-asked");
            assertThat(browser.path()).isEqualTo("facecheck");
            takeSelfie(browser);
            browser.photograph(technology + "-3-selfie");
            browser.click("[data-step=use]");

            browser.seeText("main .person", "INÉS");
            assertThat(browser.path()).isEqualTo("payroll/");
            assertThat(browser.text()).contains("إينيس", "4 310.00");
            assertThat(browser.see("main .person").getCssValue("direction")).isEqualTo("ltr");
            assertThat(browser.see("main .person + span").getCssValue("direction"))
                    .isEqualTo("rtl");
            browser.photograph(technology + "-4-payroll");
            browser.open("identity");
            assertThat(browser.text()).contains("fullName", "DNK");
            browser.photograph(technology + "-5-identity");
        }
    }

    @Test
    void a_stranger_is_not_recognised_and_the_page_stays_closed() {
        try (Chromium browser = Chromium.seeing(application, Drawing.STRANGER.jpeg())) {
            browser.open("payroll/");

            showFace(browser);

            browser.see("[data-news=not-matched]");
            assertThat(browser.see(".facecheck-reference").getText()).matches("[2-9A-Z]{8}");
            browser.photograph(technology + "-6-stranger");
            browser.open("payroll/");
            assertThat(browser.path()).isEqualTo("facecheck");
        }
    }

    /** The browser itself notes the status of an answer that is no success; besides that there is nothing, not even a warning. */
    @Test
    void a_check_leaves_nothing_in_the_browsers_console_that_the_page_could_have_helped() {
        try (Chromium browser = Chromium.seeing(application, portrait("amina"))) {
            browser.open("payroll/");
            new Visitor(application).console("answer=too-dark&times=1");
            showFace(browser);
            browser.see("[data-news=retake-too-dark]");
            assertThat(browser.console()).singleElement().asString().contains("facecheck", "a status of 422");

            showFace(browser);
            browser.seeText("main .person", "AMINA");

            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void what_the_policy_forbids_and_what_fails_in_a_script_would_be_in_the_browsers_console() {
        try (Chromium browser = Chromium.seeing(application, portrait("amina"))) {
            browser.open("payroll/");
            browser.see("[data-step=start]");

            browser.evaluate("document.body.setAttribute('style', 'color: red');"
                    + " setTimeout(() => missing(), 0); await new Promise((done) => setTimeout(done, 0));");

            assertThat(browser.console())
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("Content Security Policy"),
                            line -> assertThat(line).contains("missing is not defined"));
        }
    }

    @Test
    void after_a_picture_that_is_of_no_use_the_next_one_opens_the_page() {
        try (Chromium browser = Chromium.seeing(application, portrait("amina"))) {
            browser.open("payroll/");
            new Visitor(application).console("answer=too-dark&times=1");

            showFace(browser);
            browser.see("[data-news=retake-too-dark]");
            browser.photograph(technology + "-7-retake");
            showFace(browser);

            browser.seeText("main .person", "AMINA");
        }
    }

    @Test
    void a_form_arrives_after_the_face_check_as_it_was_sent() {
        try (Chromium browser = Chromium.seeing(application, portrait("joerg"))) {
            browser.open("leave.jsp");
            browser.date("#from", "2026-12-21");
            browser.date("#to", "2027-01-04");
            browser.type("#reason", "Überfällig: 100 % Erholung & 日本");
            browser.click("main button");
            browser.see("#facecheck");
            assertThat(browser.path()).isEqualTo("facecheck");

            showFace(browser);

            browser.seeText("main .reason", "Überfällig: 100 % Erholung & 日本");
            assertThat(browser.text()).contains("JÖRG", "2026-12-21", "2027-01-04");
        }
    }

    @Test
    void a_script_is_told_the_way_and_works_after_it() {
        try (Chromium browser = Chromium.seeing(application, portrait("wei"))) {
            browser.open("leave.jsp");
            browser.seeText("#balance", "Your balance is for your eyes only.");
            browser.click("#balance a");

            showFace(browser);
            browser.seeText("h1", "Welcome");

            browser.open("leave.jsp");
            browser.seeText("#balance", "17 days left");
        }
    }

    @Test
    void a_faces_page_searches_by_partial_requests_and_asks_again_when_the_session_is_over() {
        try (Chromium browser = Chromium.seeing(application, portrait("wei"))) {
            browser.open("directory.xhtml");
            showFace(browser);
            browser.seeText("main .person", "WEI");

            browser.type("input[type=text]", "works");
            browser.seeText("main tbody tr:first-child", "Jörg Weiß");
            browser.photograph(technology + "-8-directory");
            browser.forgetCookies();
            browser.type("input[type=text]", "h");

            browser.see("#facecheck");
            assertThat(browser.path()).isEqualTo("facecheck");
        }
    }

    @Test
    void a_browser_without_scripts_sends_a_file() throws IOException {
        Path file = Files.write(Files.createTempFile("portrait", ".jpg"), portrait("amina"));
        try (Chromium browser = Chromium.withoutScripts(application)) {
            browser.open("payroll/");
            browser.photograph(technology + "-9-without-scripts");
            browser.choose("input[type=file]", file);
            browser.click("button[type=submit]");

            browser.seeText("main .person", "AMINA");
        } finally {
            Files.delete(file);
        }
    }
}
