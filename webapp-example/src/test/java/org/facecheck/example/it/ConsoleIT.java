package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sandbox's console says what Facecheck holds against a visitor, and has it forgotten, seen in a browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConsoleIT {
    private static final String FORGET = "button[value=forget-held]";

    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return ExampleWar.named(
                "console",
                Map.of(
                        "facecheck.attempts.max", "2",
                        "facecheck.service.circuit-failures", "1",
                        "facecheck.service.circuit-delay", "PT1H"));
    }

    @AfterEach
    void reset() {
        new Visitor(application).console("action=reset");
    }

    /** Opens the protected page, and shows the face that the camera sees. */
    private static void showFace(Chromium browser) {
        browser.open("payroll/");
        browser.startCalmly();
        browser.click("[data-step=take]");
        browser.click("[data-step=use]");
    }

    private Chromium seeingAmina() {
        return Chromium.seeing(application, new Visitor(application).download("sandbox/portraits/amina.jpg"));
    }

    @Test
    void a_locked_visitor_is_let_try_again() {
        new Visitor(application).console("answer=no-match&times=2");
        try (Chromium browser = seeingAmina()) {
            for (int attempt = 0; attempt < 2; attempt++) {
                showFace(browser);
                browser.see("[data-news=not-matched]");
            }
            browser.open("sandbox/console");
            browser.seeText("#locked-until", "locked until 20");

            browser.click(FORGET);

            browser.seeText("#locked-until", "You may try.");
            showFace(browser);
            browser.seeText("main", "AMINA HADDAD");
        }
    }

    @Test
    void an_open_circuit_is_closed() {
        new Visitor(application).console("answer=server-error&times=1");
        try (Chromium browser = seeingAmina()) {
            showFace(browser);
            browser.see("[data-news=trouble]");
            browser.open("sandbox/console");
            browser.seeText("#circuit-open-until", "open until 20");

            browser.click(FORGET);

            browser.seeText("#circuit-open-until", "it is asked");
            showFace(browser);
            browser.seeText("main", "AMINA HADDAD");
        }
    }

    @Test
    void a_script_may_do_the_same() {
        Visitor visitor = new Visitor(application);
        visitor.console("answer=server-error&times=1");
        visitor.open("payroll/");
        assertThat(visitor.showFace(visitor.download("sandbox/portraits/amina.jpg"))
                        .statusCode())
                .isEqualTo(503);
        assertThat(visitor.open("sandbox/console").body()).contains("the circuit is open until");

        visitor.console("action=forget-held");

        assertThat(visitor.open("sandbox/console").body()).contains("it is asked");
    }
}
