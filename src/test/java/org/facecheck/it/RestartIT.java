package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.facecheck.it.Browser.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that keeps sessions over a restart: people go on where they were. */
@Tag("thorough")
class RestartIT {
    private static final int TWO_FACES = 8018;
    private static final List<String> APPLICATIONS = List.of("single", "distributable");
    private static Cluster server;

    /** What people have in hand when the server is stopped. */
    private record Person(Browser passed, Browser form, String token, Browser refused) {
        static Person at(String application) {
            Faceki.answersCode(TWO_FACES);
            Browser refused = server.node(0).browser(application);
            assertThat(refused.passFaceCheck().status()).isEqualTo(422);
            assertThat(refused.passFaceCheck().status()).isEqualTo(422);
            Faceki.matches();
            Browser passed = server.node(0).browser(application);
            passed.open("open/keep?note=mine");
            passed.passFaceCheck();
            Browser form = server.node(0).browser(application);
            form.post("secure/transfer", "amount=5");
            return new Person(passed, form, form.open("facecheck").token(), refused);
        }
    }

    private static Map<String, Person> people;

    /** Payara keeps sessions in the file that the application names. */
    private static TestWar application(String name) {
        return TestWar.named(name)
                .file(
                        "WEB-INF/glassfish-web.xml",
                        "<glassfish-web-app><session-config><session-manager><manager-properties>"
                                + "<property name=\"sessionFilename\" value=\"sessions\"/>"
                                + "</manager-properties></session-manager></session-config></glassfish-web-app>")
                .classes("org.facecheck.it.app.KeepingServlet")
                .with("facecheck.attempts.max", "3");
    }

    @BeforeAll
    static void restart() {
        server = Cluster.alone(
                "restarted",
                Map.of(),
                application("single").build(),
                application("distributable").webXml("", "<distributable/>").build());
        APPLICATIONS.forEach(server.node(0)::awaitApplication);
        people = Map.of("single", Person.at("single"), "distributable", Person.at("distributable"));

        server.restart(0);
    }

    @AfterAll
    static void stop() {
        Faceki.matches();
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "distributable"})
    void a_pass_still_opens_and_the_application_has_what_it_kept(String application) {
        Browser passed = people.get(application).passed();

        assertThat(passed.open("open/keep").text()).contains("notes=[mine]");
        assertThat(passed.open("secure/page").text()).contains("PROTECTED", "fullName=FIRST MIDDLE LAST NAME");
        assertThat(passed.open("open/keep").text()).contains("notes=[mine]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "distributable"})
    void a_page_that_was_open_can_be_sent_and_its_form_goes_on(String application) {
        Faceki.matches();
        Browser sender = people.get(application).form();

        Reply sent = sender.submit(people.get(application).token(), Selfies.jpeg());

        assertThat(sent.header("Location")).isEqualTo(sender.path("secure/transfer"));
        assertThat(sender.follow(sent.header("Location")).text()).contains("method=POST", "parameter amount=[5]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "distributable"})
    void attempts_go_on_counting(String application) {
        Faceki.answersCode(TWO_FACES);
        Browser refused = people.get(application).refused();

        assertThat(refused.passFaceCheck().status()).isEqualTo(422);
        assertThat(refused.passFaceCheck().status()).isEqualTo(429);
    }
}
