package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The face as the login of the container: its constraints, its EJBs, and all that asks it who is there. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ContainerLoginIT {
    private static final String ANNA = "ANNA GROSS";
    private static final String BOB = "BOB SMALL";
    /** WildFly has a principal for that, too. */
    private static final Pattern NOBODY = Pattern.compile("context=(nobody|anonymous) employee=false");

    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    @ArquillianResource
    URI application;

    Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return LoginWar.build(LoginWar.named("container")
                .with("facecheck.attempts.max-per-principal", "6")
                .with("facecheck.rule.pay.patterns", "/pay/*")
                .with("facecheck.rule.pay.one-time", "true")
                .file("pay/now.jsp", "PAID BY ${pageContext.request.remoteUser}")
                .file("hello.jsp", "HELLO ${pageContext.request.remoteUser}")
                .webXml(
                        "",
                        LoginWar.constraint("/secure/*", "employee")
                                + LoginWar.constraint("/pay/*", "employee")
                                + LoginWar.constraint("/board/*", "board")
                                + LoginWar.constraint("/orders", "employee", "POST")
                                + LoginWar.constraint("/approvals", "board", "POST")
                                + LoginWar.roles()));
    }

    @BeforeEach
    void openBrowser() {
        Faceki.answersMatchNamed(ANNA);
        browser = new Browser(application);
    }

    private Reply logIn(String name) {
        return NamedCheck.logIn(name, browser);
    }

    @Test
    void a_constraint_asks_for_the_face_and_opens_to_who_was_verified() {
        Reply asked = browser.open("secure/caller?x=1");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo(browser.path("facecheck"));

        Reply passed = logIn(ANNA);

        assertThat(passed.status()).isEqualTo(303);
        assertThat(passed.header("Location")).isEqualTo(browser.path("secure/caller?x=1"));
        assertThat(browser.open("secure/caller").text())
                .contains(
                        "CALLER GET",
                        "principal=ANNA GROSS",
                        "remoteUser=ANNA GROSS",
                        "employee=true",
                        "admin=false",
                        "identity=true");
    }

    @Test
    void what_has_no_constraint_is_open_and_sees_the_person_after_a_login() {
        assertThat(browser.open("open/caller").text()).contains("principal=null");
        assertThat(browser.open("open/components").text())
                .containsPattern(NOBODY)
                .contains("ejb=denied", "bonus=denied");

        logIn(ANNA);

        assertThat(browser.open("open/caller").text())
                .contains("principal=ANNA GROSS", "employee=true", "identity=true");
        assertThat(browser.open("hello.jsp").text()).contains("HELLO ANNA GROSS");
    }

    @Test
    void the_security_context_beans_and_ejbs_see_the_person_with_the_roles() {
        logIn(ANNA);

        assertThat(browser.open("secure/components").text())
                .contains(
                        "COMPONENTS GET ANNA GROSS",
                        "context=ANNA GROSS employee=true board=false",
                        "injected=ANNA GROSS",
                        "ejb=salary of ANNA GROSS employee=true",
                        "bonus=denied",
                        // What the annotation says of a bean that is no EJB, neither container reads.
                        "cdi=asked by an employee, annotated");
    }

    @Test
    void a_role_that_is_missing_is_the_applications_403() {
        logIn(ANNA);

        Reply refused = browser.open("board/components");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain("COMPONENTS", "data-news");
    }

    @Test
    void a_name_of_nobody_and_somebody_elses_have_one_answer_with_the_page_and_its_news() {
        browser.open("secure/caller");
        Reply elses = logIn(BOB);
        openBrowser();
        browser.open("secure/caller");
        Reply nobodys = logIn("Nobody Here");

        assertThat(elses.status()).isEqualTo(403);
        assertThat(nobodys.status()).isEqualTo(403);
        assertThat(elses.text()).contains("data-news=\"not-matched\"", "<video");
        assertThat(nobodys.text()).contains("data-news=\"not-matched\"", "<video");
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

    @Test
    void attempts_count_for_the_name_in_whichever_browser() {
        Faceki.answersCode(8013);
        for (int i = 0; i < 6; i++) {
            Browser another = new Browser(application);
            another.submit(NamedCheck.say("Carla Long", another).token(), Selfies.jpeg());
        }

        assertThat(NamedCheck.say("carla long", browser).status()).isEqualTo(429);
    }

    @Test
    void a_script_is_told_by_problem_details() {
        Reply told = browser.fetch("secure/caller");

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.header("Content-Type")).startsWith("application/problem+json");
        assertThat(told.header("WWW-Authenticate")).startsWith("FaceCheck ");
        assertThat(told.text()).contains("\"capture\":\"" + browser.path("facecheck") + "\"");
    }

    /** Presses the button of the page that has a form sent again, as a script does for people. */
    private Reply sendAgain(Reply page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<form method=\"post\"").doesNotContain("CALLER", "COMPONENTS");
        Matcher target = Pattern.compile("action=\"([^\"]*)\"").matcher(page.text());
        assertThat(target.find()).isTrue();
        String body = FIELD.matcher(page.text())
                .results()
                .map(field -> encoded(field.group(1)) + "=" + encoded(field.group(2)))
                .collect(Collectors.joining("&"));
        return browser.post(target.group(1).substring(browser.path("").length()), body);
    }

    private static String encoded(String attribute) {
        return URLEncoder.encode(
                attribute
                        .replace("&#13;", "\r")
                        .replace("&#10;", "\n")
                        .replace("&quot;", "\"")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&"),
                StandardCharsets.UTF_8);
    }

    @Test
    void a_form_is_sent_again_after_the_login_with_the_person_there() {
        browser.post("orders", "what=%C3%9C%22%26%3C&empty=");
        Reply passed = logIn(ANNA);

        Reply done = sendAgain(browser.follow(passed.header("Location")));

        assertThat(done.text()).contains("COMPONENTS POST ANNA GROSS", "what=\u00dc\"&<");
        assertThat(browser.open("orders").text()).contains("COMPONENTS GET", "what=null");
    }

    @Test
    void a_form_whose_constraint_wants_another_role_is_refused_after_the_login() {
        assertThat(browser.open("approvals").text()).contains("COMPONENTS GET");
        assertThat(browser.post("approvals", "what=million").status()).isEqualTo(303);
        Reply passed = logIn(ANNA);

        Reply refused = sendAgain(browser.follow(passed.header("Location")));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain("COMPONENTS");
    }

    @Test
    void a_form_of_another_site_is_not_kept() {
        Browser other = new Browser(application)
                .claiming(Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"));

        Reply told = other.post("orders", "what=million");

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.text()).contains("it comes from another website");
    }

    @Test
    void the_sessions_id_changes_once() {
        browser.open("secure/caller");
        String before = browser.sessionId();
        logIn(ANNA);
        String after = browser.sessionId();
        browser.open("secure/caller");
        browser.open("secure/components");

        assertThat(after).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.sessionId()).isEqualTo(after);
    }

    @Test
    void a_session_planted_before_the_login_is_worth_nothing() {
        browser.open("secure/caller");
        Reply camera = NamedCheck.say(ANNA, browser);
        Browser thief = new Browser(application);
        thief.adopt(browser);

        browser.submit(camera.token(), Selfies.jpeg());

        assertThat(browser.open("secure/caller").text()).contains("principal=ANNA GROSS");
        assertThat(thief.open("secure/caller").status()).isEqualTo(303);
        assertThat(thief.open("open/components").text()).containsPattern(NOBODY).contains("ejb=denied");
    }

    @Test
    void a_logout_ends_principal_pass_and_identity() {
        logIn(ANNA);

        assertThat(browser.open("secure/caller?logout").text())
                .contains("principal=null", "employee=false", "identity=false");

        assertThat(browser.open("secure/caller").status()).isEqualTo(303);
        assertThat(browser.open("open/components").text())
                .containsPattern(NOBODY)
                .contains("ejb=denied");
    }

    @Test
    void the_same_person_finds_the_session_as_it_was_and_another_one_finds_nothing_of_it() {
        logIn(ANNA);
        browser.open("secure/caller?keep");
        browser.open("secure/caller?logout");
        logIn(ANNA);
        assertThat(browser.open("secure/caller").text()).contains("basket=kept for ANNA GROSS");
        browser.open("secure/caller?logout");
        browser.post("orders", "what=million");
        Faceki.answersMatchNamed(BOB);
        String before = browser.sessionId();

        logIn(BOB);

        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(browser.open("secure/caller").text()).contains("principal=BOB SMALL", "basket=null");
        assertThat(browser.open("orders").text()).contains("COMPONENTS GET BOB SMALL", "what=null");
    }

    @Test
    void a_check_each_time_is_one_of_the_same_person() {
        logIn(ANNA);
        assertThat(browser.open("pay/now.jsp").status()).isEqualTo(303);
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
    void a_page_that_asks_for_a_login_by_itself_gets_one() {
        assertThat(browser.open("open/components?authenticate").status()).isEqualTo(303);

        Reply passed = logIn(ANNA);

        assertThat(browser.follow(passed.header("Location")).text()).contains("COMPONENTS GET ANNA GROSS");
    }
}
