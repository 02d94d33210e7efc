package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The face as the login of an application that asks the request who is there. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FaceLoginIT {
    private static final String ANNA = "ANNA GROSS";
    private static final String BOB = "BOB SMALL";

    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("facelogin")
                .with("facecheck.login", "application")
                .with("facecheck.login.name", "fullName")
                .with("facecheck.login.roles", "employee,payroll")
                .with("facecheck.attempts.max-per-principal", "6")
                .with("facecheck.rule.pay.patterns", "/pay/*")
                .with("facecheck.rule.pay.one-time", "true")
                .classes("org.facecheck.it.app.CallerServlet")
                .with("facecheck.rule.hello.patterns", "/hello/*")
                .file("hello/hello.jsp", "HELLO ${pageContext.request.remoteUser}")
                .file("pay/now.jsp", "PAID BY ${pageContext.request.remoteUser}")
                .build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.answersMatchNamed(ANNA);
        browser = new Browser(application);
    }

    private static Reply say(String name, Browser by) {
        return by.post(
                "facecheck",
                "token=" + by.open("facecheck?username").token() + "&username="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private Reply say(String name) {
        return say(name, browser);
    }

    private Reply logIn(String name) {
        return browser.submit(say(name).token(), Selfies.jpeg());
    }

    @Test
    void the_page_asks_for_the_name_first_and_then_for_the_face() {
        browser.open("secure/caller");
        Reply asked = browser.open("facecheck");
        assertThat(asked.text()).contains("name=\"username\"").doesNotContain("<video");
        String before = browser.sessionId();

        Reply camera = browser.post("facecheck", "token=" + asked.token() + "&username=anna+gross");
        assertThat(camera.text()).contains("<video", "You sign in as anna gross.");
        assertThat(browser.sessionId()).isEqualTo(before);
        Reply passed = browser.submit(camera.token(), Selfies.jpeg());

        assertThat(passed.header("Location")).isEqualTo(browser.path("secure/caller"));
        assertThat(browser.sessionId()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.open("secure/caller").text())
                .contains(
                        "principal=ANNA GROSS",
                        "remoteUser=ANNA GROSS",
                        "authType=FACE",
                        "employee=true",
                        "admin=false",
                        "identity=true");
    }

    @Test
    void pages_and_threads_of_the_application_see_the_person_too() {
        logIn(ANNA);

        assertThat(browser.open("hello/hello.jsp").text()).contains("HELLO ANNA GROSS");
        assertThat(browser.open("secure/caller?thread").text()).contains("principal=ANNA GROSS", "employee=true");
        assertThat(browser.open("open/caller").text()).contains("principal=null", "identity=true");
        assertThat(browser.open("open/dispatch?how=forward&to=/secure/caller").text())
                .contains("principal=ANNA GROSS");
        assertThat(browser.open("open/dispatch?how=async&to=/secure/caller").text())
                .contains("principal=ANNA GROSS");
        assertThat(browser.open("open/dispatch?how=include&to=/secure/caller").text())
                .contains("principal=ANNA GROSS");
    }

    @Test
    void no_picture_is_checked_before_there_is_a_name() {
        Reply asked = browser.submit(browser.open("facecheck").token(), Selfies.jpeg());

        assertThat(asked.text()).contains("name=\"username\"");
        assertThat(Faceki.checks()).isZero();
        assertThat(browser.open("secure/caller").status()).isEqualTo(303);
    }

    @Test
    void a_name_of_nobody_and_somebody_elses_and_a_face_of_nobody_have_one_answer() {
        String elses = told(logIn(BOB));
        openBrowser();
        String nobodys = told(logIn("Nobody Here"));
        openBrowser();
        Faceki.answersCode(8013);
        String face = told(logIn(ANNA));

        assertThat(elses)
                .contains("data-news=\"not-matched\"")
                .isEqualTo(nobodys)
                .isEqualTo(face);
        assertThat(browser.open("secure/caller").status()).isEqualTo(303);
    }

    @Test
    void whichever_name_is_given_the_same_is_asked_of_the_service() {
        for (String name : List.of(ANNA, BOB, "Nobody Here")) {
            openBrowser();
            logIn(name);
            assertThat(Faceki.checks()).as(name).isEqualTo(1);
        }
    }

    /** The page without what differs each time, and without the name that was typed. */
    private static String told(Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        return reply.text()
                .replaceAll("value=\"[^\"]*\"", "")
                .replaceAll("facecheck-reference\">[^<]*", "")
                .replaceAll("You sign in as [^.]*\\.", "");
    }

    @Test
    void attempts_count_for_the_name_in_whichever_browser() {
        Faceki.answersCode(8013);
        for (int i = 0; i < 6; i++) {
            Browser another = new Browser(application);
            another.submit(say("Carla Long", another).token(), Selfies.jpeg());
        }
        Faceki.answersMatchNamed("CARLA LONG");

        assertThat(say("carla long").status()).isEqualTo(429);
        assertThat(say(ANNA).status()).isEqualTo(200);
    }

    @Test
    void a_form_goes_on_after_the_login_with_the_person_there() {
        browser.post("secure/caller", "amount=100");
        Reply passed = logIn(ANNA);

        assertThat(browser.follow(passed.header("Location")).text())
                .contains("CALLER POST", "principal=ANNA GROSS", "amount=100");
    }

    @Test
    void a_logout_ends_principal_pass_and_identity() {
        logIn(ANNA);

        assertThat(browser.open("secure/caller?logout").text())
                .contains("principal=null", "authType=null", "employee=false", "identity=false");

        assertThat(browser.open("secure/caller").status()).isEqualTo(303);
        assertThat(browser.open("open/caller").text()).contains("identity=false");
    }

    @Test
    void the_same_person_finds_the_session_as_it_was_and_another_one_finds_nothing_of_it() {
        logIn(ANNA);
        browser.open("secure/caller?keep");
        browser.open("secure/caller?logout");
        logIn(ANNA);
        assertThat(browser.open("secure/caller").text()).contains("basket=kept for ANNA GROSS");
        browser.open("secure/caller?logout");
        browser.post("secure/caller", "amount=100");
        Faceki.answersMatchNamed(BOB);
        String before = browser.sessionId();

        logIn(BOB);

        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(browser.open("secure/caller").text())
                .contains("CALLER GET", "principal=BOB SMALL", "basket=null", "amount=null");
    }

    @Test
    void a_check_each_time_is_one_of_the_same_person() {
        logIn(ANNA);
        browser.open("pay/now.jsp");
        Faceki.answersMatchNamed(BOB);
        Reply camera = browser.open("facecheck");
        assertThat(camera.text()).contains("You sign in as ANNA GROSS.", "<video");

        assertThat(browser.submit(camera.token(), Selfies.jpeg()).status()).isEqualTo(403);
        assertThat(browser.open("pay/now.jsp").status()).isEqualTo(303);
        assertThat(browser.open("secure/caller").text()).contains("principal=ANNA GROSS");

        Faceki.answersMatchNamed(ANNA);
        browser.submit(browser.open("facecheck").token(), Selfies.jpeg());
        assertThat(browser.open("pay/now.jsp").text()).contains("PAID BY ANNA GROSS");
    }

    @Test
    void whoever_gives_another_name_has_logged_out_the_person_before() {
        logIn(ANNA);
        browser.open("pay/now.jsp");

        say(BOB);

        assertThat(browser.open("secure/caller").status()).isEqualTo(303);
    }

    @Test
    void a_session_planted_before_the_login_is_worth_nothing() {
        browser.open("secure/caller");
        say(ANNA);
        Browser thief = new Browser(application);
        thief.adopt(browser);

        browser.submit(browser.open("facecheck").token(), Selfies.jpeg());

        assertThat(browser.open("secure/caller").text()).contains("principal=ANNA GROSS");
        assertThat(thief.open("secure/caller").status()).isEqualTo(303);
    }

    @Test
    void no_other_site_can_say_who_somebody_is() {
        browser.open("secure/caller");
        browser.open("facecheck");

        Reply refused = browser.post("facecheck", "token=guessed&username=anna");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(browser.open("facecheck").text()).contains("name=\"username\"");
    }

    @Test
    void a_script_is_told_by_problem_details() {
        Reply told = browser.fetch("secure/caller");

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.header("Content-Type")).startsWith("application/problem+json");
    }
}
