package org.facecheck.example.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that is open to everybody while its data is protected, with the jar's script in it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StepUpIT {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><title>List</title>
            <script src="facecheck/stepup.js"></script></head>
            <body><p id="data">%s</p>
            <script type="module">
            const show = (text) => (document.getElementById('data').textContent = text);
            %s
            </script></body></html>
            """;

    @ArquillianResource
    private URI application;

    private byte[] amina;

    @Deployment(testable = false)
    static WebArchive war() {
        return ExampleWar.named("step-up", Map.of())
                .add(new StringAsset(PAGE.formatted("…", """
                        const answer = await fetch('payroll/');
                        show(answer.ok ? 'Here it is' : 'It failed');
                        """)), "fetching.html")
                .add(new StringAsset(PAGE.formatted("…", """
                        const asked = new XMLHttpRequest();
                        asked.onload = () => show(asked.status === 200 ? 'Here it is' : 'It failed');
                        asked.open('GET', 'payroll/');
                        asked.send();
                        """)), "asking.html");
    }

    @BeforeEach
    void takePicture() {
        amina = new Visitor(application).download("sandbox/portraits/amina.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetching.html", "asking.html"})
    void a_person_is_led_to_the_check_and_back_to_where_they_were(String page) {
        try (Chromium browser = Chromium.seeing(application, amina)) {
            browser.open(page + "?id=7#row-3");
            browser.see("[data-step=start]");
            assertThat(browser.path()).isEqualTo("facecheck");

            browser.click("[data-step=start]");

            browser.seeText("#data", "Here it is");
            assertThat(browser.evaluate("return location.href")).isEqualTo(application.resolve(page) + "?id=7#row-3");
        }
    }
}
