package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two servers that share their sessions, while one has been updated and the other has not; then one is lost. People go from one
 * to the other and notice nothing, and what the application keeps in their sessions stays.
 */
@TestMethodOrder(OrderAnnotation.class)
@Tag("thorough")
class ClusterSessionsIT {
    private static final int TWO_FACES = 8018;
    /** Of "rolling", server 0 has the jar as it is and server 1 one whose session classes have a field more, see NewerJar. */
    private static final String BOTH_WAYS = "0, 1\n1, 0";

    private static Cluster cluster;

    /** People who begin at a server that is killed later: one has passed, the other has sent a form and has the page open. */
    private static Browser passed;

    private static Browser form;
    private static Browser refused;
    private static String token;

    @BeforeAll
    static void start() {
        String newer = NewerJar.build().toString();
        cluster = Cluster.sharingSessions(
                List.of(
                        application("moving", System.getProperty("facecheck.jar")),
                        application("rolling", System.getProperty("facecheck.jar"))),
                List.of(application("moving", System.getProperty("facecheck.jar")), application("rolling", newer)));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static WebArchive application(String name, String jar) {
        return TestWar.withJar(name, jar)
                .classes("org.facecheck.it.app.EchoServlet", "org.facecheck.it.app.KeepingServlet")
                .with("facecheck.attempts.max", "3")
                .webXml("", "<distributable/>")
                .build();
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    @AfterEach
    void matches_again() {
        Faceki.matches();
    }

    private static Browser person(int node, String application) {
        return cluster.node(node).browser(application);
    }

    /** A person whom a load balancer sends to the other server, once their session is there: the application notes something last. */
    private static Browser moved(Browser here, int node, String application) {
        here.open("open/keep?note=mine");
        Browser there = cluster.node(node).browser(application);
        there.adopt(here);
        assertThat(kept(there)).contains("notes=[mine]");
        return there;
    }

    private static String kept(Browser browser) {
        return Patience.until(() -> browser.open("open/keep").text(), text -> text.contains("notes=[mine]"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH_WAYS)
    @Order(1)
    void a_pass_of_one_version_opens_at_the_other(int from, int to) {
        Browser here = person(from, "rolling");
        here.open("secure/page");
        here.passFaceCheck();
        assertThat(here.open("secure/page").text()).contains("fullName=FIRST MIDDLE LAST NAME");
        assertThat(here.open("open/keep").text())
                .contains("org.facecheck.pass device=" + (from == 0 ? "none" : NewerJar.VALUE));

        Browser there = moved(here, to, "rolling");
        assertThat(kept(there)).contains("org.facecheck.pass device=" + (to == 0 ? "none" : "null"));
        assertThat(there.open("secure/page").text()).contains("PROTECTED", "fullName=FIRST MIDDLE LAST NAME");
        assertThat(kept(there)).contains("notes=[mine]");
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH_WAYS)
    @Order(1)
    void a_form_that_one_version_remembers_is_sent_on_by_the_other(int from, int to) {
        Browser here = person(from, "rolling");
        here.post("secure/transfer", "amount=5");
        String open = here.open("facecheck").token();

        Browser there = moved(here, to, "rolling");
        String target = there.submit(open, Selfies.jpeg()).header("Location");
        assertThat(target).isEqualTo(there.path("secure/transfer"));

        Browser back = moved(there, from, "rolling");
        assertThat(back.follow(target).text()).contains("method=POST", "parameter amount=[5]");
        assertThat(kept(back)).contains("notes=[mine]");
    }

    @ParameterizedTest
    @CsvSource(textBlock = BOTH_WAYS)
    @Order(1)
    void attempts_that_one_version_has_counted_count_for_the_other(int from, int to) {
        Faceki.answersCode(TWO_FACES);
        Browser here = person(from, "rolling");
        assertThat(here.passFaceCheck().status()).isEqualTo(422);
        assertThat(here.passFaceCheck().status()).isEqualTo(422);

        Browser there = moved(here, to, "rolling");
        assertThat(there.passFaceCheck().status()).isEqualTo(422);
        assertThat(there.passFaceCheck().status()).isEqualTo(429);

        Browser back = moved(there, from, "rolling");
        assertThat(back.passFaceCheck().status()).isEqualTo(429);
        assertThat(kept(back)).contains("notes=[mine]");
    }

    @Test
    @Order(2)
    void a_pass_opens_at_the_other_server_too() {
        form = person(0, "moving");
        form.post("secure/transfer", "amount=5");
        token = form.open("facecheck").token();
        Faceki.answersCode(TWO_FACES);
        refused = person(0, "moving");
        refused.passFaceCheck();
        refused.passFaceCheck();
        Faceki.matches();
        passed = person(0, "moving");
        passed.passFaceCheck();
        assertThat(passed.open("secure/page").status()).isEqualTo(200);

        assertThat(moved(passed, 1, "moving").open("secure/page").status()).isEqualTo(200);
        moved(form, 1, "moving");
        moved(refused, 1, "moving");
    }

    /** Containers tell a pass of each session that they lay by and bring back; a new id for a login is neither. */
    @ParameterizedTest
    @CsvSource(textBlock = BOTH_WAYS)
    @Order(2)
    void a_pass_does_not_go_along_where_a_login_changes_the_sessions_id(int from, int to) {
        Browser here = person(from, "moving");
        here.passFaceCheck();
        assertThat(here.open("secure/page").status()).isEqualTo(200);
        Browser there = moved(here, to, "moving");
        assertThat(there.open("secure/page").status()).isEqualTo(200);

        assertThat(there.open("open/keep?renew=id").text()).contains("notes=[mine]");

        assertThat(there.open("secure/page").status()).isEqualTo(303);
        assertThat(moved(there, from, "moving").open("secure/page").status()).isEqualTo(303);
    }

    /** As {@link #moved}, when there is no server left to be asked first. */
    private static Browser rescued(Browser browser) {
        Browser there = cluster.node(1).browser("moving");
        there.adopt(browser);
        return there;
    }

    @Test
    @Order(3)
    void what_people_were_doing_goes_on_when_their_server_is_gone() {
        cluster.node(0).kill();

        Browser opener = rescued(passed);
        assertThat(opener.open("secure/page").text()).contains("PROTECTED", "fullName=FIRST MIDDLE LAST NAME");
        assertThat(kept(opener)).contains("notes=[mine]");
        Browser sender = rescued(form);
        String target = sender.submit(token, Selfies.jpeg()).header("Location");
        assertThat(target).isEqualTo(sender.path("secure/transfer"));
        assertThat(sender.follow(target).text()).contains("method=POST", "parameter amount=[5]");
        assertThat(kept(sender)).contains("notes=[mine]");
        assertThat(cluster.node(1).browser("moving").open("secure/page").status())
                .isEqualTo(303);
    }

    @Test
    @Order(4)
    void attempts_in_a_session_go_on_counting_then() {
        Faceki.answersCode(TWO_FACES);
        Browser there = rescued(refused);

        assertThat(there.passFaceCheck().status()).isEqualTo(422);
        assertThat(there.passFaceCheck().status()).isEqualTo(429);
        assertThat(kept(there)).contains("notes=[mine]");
    }
}
