package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ClientKindsIT {
    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("kinds").with("facecheck.max-age", "PT15M").build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    private void isToldToFetchAPass(Reply told) {
        assertThat(told.status()).isEqualTo(401);
        assertThat(told.header("Content-Type")).startsWith("application/problem+json");
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        assertThat(told.header("WWW-Authenticate"))
                .startsWith("FaceCheck ")
                .contains("error=\"insufficient_user_authentication\"", "max_age=900");
        JsonObject problem = Json.createReader(new StringReader(told.text())).readObject();
        assertThat(problem.getInt("status")).isEqualTo(401);
        assertThat(problem.getString("capture")).isEqualTo(browser.path("facecheck"));
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("type")).isNotBlank();
    }

    @Test
    void a_script_is_told_where_to_fetch_a_pass() {
        isToldToFetchAPass(browser.fetch("secure/data"));
        isToldToFetchAPass(browser.fetch("secure/data", "Sec-Fetch-Mode", "cors"));
        isToldToFetchAPass(browser.fetch("secure/data", "Accept", "text/html", "X-Requested-With", "XMLHttpRequest"));
        isToldToFetchAPass(browser.fetch("secure/data", "Accept", "text/html", "Sec-Fetch-Mode", "same-origin"));
    }

    @Test
    void a_background_poll_does_not_overwrite_what_the_person_asked_for() {
        browser.open("secure/wanted");
        browser.fetch("secure/poll", "Sec-Fetch-Mode", "cors");
        browser.fetch("secure/ahead", "Sec-Fetch-Mode", "navigate", "Sec-Purpose", "prefetch");

        assertThat(browser.passFaceCheck().header("Location")).isEqualTo(browser.path("secure/wanted"));
    }

    @Test
    void a_faces_partial_request_is_sent_on_in_its_own_language() {
        Reply told = browser.fetch("secure/view.xhtml?a=1&b=2", "Faces-Request", "partial/ajax");

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Content-Type")).startsWith("text/xml");
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        assertThat(told.text())
                .contains("<partial-response><redirect url=\"" + browser.path("facecheck") + "\"/></partial-response>");
    }

    @Test
    void a_websocket_handshake_is_refused() {
        String answer = RawRequest.to(
                application,
                "GET " + browser.path("secure/socket") + " HTTP/1.1",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(answer).startsWith("HTTP/1.1 401");
    }

    @Test
    void head_is_asked_as_get_is() {
        Reply asked =
                browser.send(browser.navigation(browser.path("secure/page")).method("HEAD", BodyPublishers.noBody()));

        assertThat(asked.status()).isEqualTo(303);
    }

    @Test
    void a_header_of_the_client_does_not_lead_to_another_host() {
        String answer = RawRequest.to(
                application,
                "GET " + browser.path("secure/page") + " HTTP/1.1",
                "Accept: text/html",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "Referer: https://evil.example/");

        assertThat(answer).startsWith("HTTP/1.1 303").contains("ocation: " + browser.path("facecheck") + "\r\n");
        assertThat(answer).doesNotContain("evil.example");
    }
}
