package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.facecheck.it.Browser.Reply;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two virtual hosts of one server, with an application at the same path of both, as a host's default, and at the root. */
class VirtualHostIT {
    private static final String FIRST = "localhost";
    private static final String SECOND = "127.0.0.1";

    private static final String PLACES = """
            first, localhost, /shop/
            second, 127.0.0.1, /shop/
            preset, 127.0.0.1, /
            ROOT, localhost, /
            """;

    private static Cluster server;

    @BeforeAll
    static void start() {
        server = Cluster.alone(
                "hosts",
                new HostingServer(ClusterServer.underTest()),
                at("first", "<context-root>/shop</context-root>"),
                at("second", "<context-root>/shop</context-root><virtual-host>other</virtual-host>"),
                at(HostingServer.PRESET, "<virtual-host>other</virtual-host>"),
                at("ROOT", ""));
        for (String host : new String[] {FIRST, SECOND}) {
            server.node(0).awaitCapturePage(server.node(0).browser(host, "/shop/"));
            server.node(0).awaitCapturePage(server.node(0).browser(host, "/"));
        }
    }

    private static WebArchive at(String name, String place) {
        return TestWar.named(name)
                .file("WEB-INF/jboss-web.xml", "<jboss-web>" + place + "</jboss-web>")
                .file("name.txt", name)
                .webXml("", "<distributable/>")
                .build();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    @ParameterizedTest
    @CsvSource(textBlock = PLACES)
    void asks_and_opens_wherever_the_application_is(String name, String host, String path) {
        Browser browser = server.node(0).browser(host, path);
        assertThat(browser.open("name.txt").text()).isEqualTo(name);
        Reply asked = browser.open("secure/page?x=1");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo(path + "facecheck");
        assertThat(browser.open("facecheck/capture.js").status()).isEqualTo(200);

        String target = browser.passFaceCheck().header("Location");

        assertThat(target).isEqualTo(path + "secure/page?x=1");
        assertThat(browser.follow(target).text())
                .contains("PROTECTED", "parameter x=[1]", "fullName=FIRST MIDDLE LAST NAME");
    }

    @Test
    void a_pass_on_one_host_is_none_at_the_same_path_of_the_other() {
        Browser here = server.node(0).browser(FIRST, "/shop/");
        here.open("secure/page");
        here.passFaceCheck();
        Browser there = server.node(0).browser(SECOND, "/shop/");
        there.adopt(here);

        assertThat(here.open("name.txt").text()).isEqualTo("first");
        assertThat(there.open("name.txt").text()).isEqualTo("second");
        assertThat(here.open("secure/page").status()).isEqualTo(200);
        assertThat(there.open("secure/page").status()).isEqualTo(303);
        assertThat(there.open("open/echo").text()).contains("identity=Optional.empty");
    }

    @Test
    void a_form_that_waits_on_one_host_is_not_sent_at_the_same_path_of_the_other() {
        Browser here = server.node(0).browser(FIRST, "/shop/");
        here.post("secure/form", "secret=first");
        Browser there = server.node(0).browser(SECOND, "/shop/");
        there.adopt(here);
        there.passFaceCheck();

        assertThat(there.open("secure/form").text()).contains("method=GET").doesNotContain("secret");
    }

    /** Servers differ in whether it is there at all. */
    @Test
    void the_default_of_a_host_is_not_open_at_its_own_path() {
        assertThat(server.node(0)
                        .browser(SECOND, "/" + HostingServer.PRESET + "/")
                        .open("secure/page")
                        .status())
                .isIn(303, 404);
    }
}
