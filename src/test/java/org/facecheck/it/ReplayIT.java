package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same bytes, once interrupted by a face check and once not: the application must not be able to tell which. The server is
 * the measure; where servers differ, each is its own.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReplayIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ALL = "method; encoding; type; length; map; names; parameter a; values a; parameter b;"
            + " values none; parameter none; encoding";

    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.bare("replay")
                .classes(
                        "org.facecheck.it.app.StepServlet",
                        "org.facecheck.it.app.StepServlet$Plain",
                        "org.facecheck.it.app.StepServlet$Uploads",
                        "org.facecheck.it.app.StepServlet$Collector")
                .build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    private Reply send(String page, String type, byte[] body) {
        return browser.send(browser.navigation(browser.path(page))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Bytes above ASCII are written as characters of ISO 8859-1. */
    private void arrivesTheSame(String page, String type, String steps, String body) {
        arrivesTheSame(page, type, steps, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void arrivesTheSame(String page, String type, String steps, byte[] body) {
        browser = new Browser(application).claiming(Map.of("X-Steps", steps));
        assertThat(send(page, type, body).status()).isEqualTo(303);
        Reply resumed = browser.follow(browser.passFaceCheck().header("Location"));
        Reply direct = send(page, type, body);

        assertThat(resumed.status() + "\n" + resumed.text()).isEqualTo(direct.status() + "\n" + direct.text());
        assertThat(direct.status()).isEqualTo(200);
        assertThat(direct.text()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1&b=2&a=3&c=",
                "",
                "&",
                "a=1&",
                "a=1&&b=2",
                "&a=1",
                "=x&a=1",
                "=",
                "a",
                "a&b",
                "a==b=",
                "%3D=%26&a=%3d",
                "a=%",
                "a=1%&b=2",
                "a=%4&b=2",
                "a=%zz&b=2",
                "a=%+1&b=2",
                "%zz=1&a=2&b=3",
                "%=&a=%41%",
                "a=x%C3&b=%C3%A9",
                "a=x+y%20z%2B&b=+",
                "+a+=1",
                "a=%00&b=\u0000x",
                "a=\u00c3\u00a9x&b=x\u00e9%C3%A9",
                "a=1;b=2",
                "a=\r\nb&b=\t ",
                "a=%u0041&b=1",
                "z=1&y=2&x=3&w=4&aa=5&bb=6",
            })
    void each_body_is_read_as_the_server_reads_it(String body) {
        arrivesTheSame("secure/steps", FORM, ALL, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?a=q", "?a=q&b=%C3%A9&c", "?a=%zz&b=2", "?=x", "?b=%E9+x"})
    void the_query_comes_first(String query) {
        arrivesTheSame("secure/steps" + asSent(query), FORM, ALL + "; mapping", "a=1&b=%C3%A9&a=3");
        arrivesTheSame("secure/steps" + asSent(query), FORM + ";charset=UTF-8", ALL, "a=1&b=%C3%A9&a=3");
    }

    /** What the client library will not send does not get as far as the check; it is the target guard's. */
    private static String asSent(String query) {
        return query.replace("%zz", "zz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FORM + "; charset=UTF-8",
                FORM + ";charset=utf-8",
                FORM + ";charset=\"utf-8\"",
                FORM + ";  charset=UTF-8  ",
                FORM + "; Charset=UTF-8",
                FORM + ";charset= UTF-8",
                FORM + ";charset =UTF-8",
                FORM + ";charset='UTF-8'",
                FORM + ";charset=UTF-8;x=y",
                FORM + ";x=\"charset=ISO-8859-1\";charset=UTF-8",
                FORM + ";xcharset=UTF-8",
                FORM + ";charset=ISO-8859-1",
                FORM + ";charset=windows-1252",
                FORM + ";charset=UTF-16",
                FORM + ";charset=x-no-such-charset",
                FORM + ";charset=%%%",
                FORM + ";charset",
                FORM + ";charset=\"UTF-8",
                FORM + " ;charset=UTF-8",
                FORM + ",text/plain;charset=UTF-8",
                FORM + "x",
                FORM + "\t;\tcharset=UTF-8",
                "Application/X-WWW-Form-URLencoded",
                "APPLICATION/X-WWW-FORM-URLENCODED;CHARSET=UTF-8",
            })
    void each_content_type_means_what_it_means_to_the_server(String type) {
        arrivesTheSame("secure/steps", type, ALL, "a=%C3%89x&b=%89+%e9&c=+\u00e9&d=plain&%C3%89=1");
        arrivesTheSame("secure/steps", type, "encoding; reader; encoding", "a=%C3%89x&\u00c3\u0089");
        arrivesTheSame("secure/steps", type, "set ISO-8859-15; " + ALL, "a=%C3%89x&b=%A4");
    }

    @Test
    void what_the_server_fails_at_is_not_kept_for_it() {
        browser.claiming(Map.of("X-Steps", "encoding"));
        int asked = send("secure/steps", FORM + ";charset=", new byte[0]).status();
        browser.passFaceCheck();
        String direct = send("secure/steps", FORM + ";charset=", new byte[0]).text();

        assertThat(asked).isEqualTo(direct.contains("RuntimeException") ? 401 : 303);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encoding; set UTF-8; encoding; map",
                "encoding; set utf-8; encoding; map",
                "set windows-1252; map; encoding",
                "set UTF-8; set ISO-8859-1; map",
                "set no-such; encoding; map",
                "parameter a; set UTF-8; encoding; parameter b; map",
                "parameter q; set UTF-8; encoding; parameter a; map",
                "map; set no-such; set UTF-8; map; encoding",
                "stream; set UTF-8; encoding; map",
                "reader; set UTF-8; encoding; map",
                "byte; map; stream",
                "stream; parameter a; parameter q; map; names; values a",
                "reader; parameter a; parameter q; map; names; values a",
                "map; stream; stream; byte",
                "names; reader",
                "values q; stream",
                "parameter q; stream; map",
                "parameter a; reader; stream",
                "stream; reader; stream",
                "reader; stream; reader",
                "byte; reader; byte",
                "byte; same; stream",
                "set UTF-8; reader; encoding",
                "change; map",
                "map; trailer; mapping; trailer", // before the body is read, Grizzly answers by what has arrived
                "parts; part a; map; stream",
                "listener; stream",
            })
    void each_order_of_questions_gets_the_servers_answers(String steps) {
        arrivesTheSame("secure/steps?q=1", FORM, steps, "a=%C3%89x&b=\u00c3\u0089");
        arrivesTheSame("secure/upload?q=1", FORM + ";charset=ISO-8859-1", steps, "a=%C3%89x&b=\u00c3\u0089");
    }

    @ParameterizedTest
    @ValueSource(strings = {"listen", "dispatch"})
    void asynchronous_programs_get_the_form_too(String steps) {
        arrivesTheSame("secure/steps?q=1", FORM, steps, "a=1&b=2");
    }

    @Test
    void the_pages_charset_is_the_applications_to_name() {
        arrivesTheSame("secure/steps", FORM, "set windows-1252; parameter a", "a=%80%E9");

        assertThat(URLDecoder.decode("%80%E9", java.nio.charset.Charset.forName("windows-1252")))
                .isEqualTo("€é");
        assertThat(send("secure/steps", FORM, "a=%80%E9".getBytes(StandardCharsets.US_ASCII))
                        .text())
                .contains("parameter a -> €é");
    }
}
