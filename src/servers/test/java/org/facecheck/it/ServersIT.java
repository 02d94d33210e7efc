package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.facecheck.it.Browser.Reply;
import org.facecheck.it.ServerRow.Feature;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The journey, and each cell of the documents' table, on one server after the other. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.facecheck.it.ServersTable#rows")
class ServersIT {
    private static final String JPEG = "image/jpeg";
    private static final Pattern COORDINATES = Pattern.compile("[a-z.]+:([a-z-]+):([0-9.]*[0-9])");

    private static Node node;

    @Parameter
    ServerRow row;

    private Browser browser;

    @BeforeParameterizedClassInvocation
    static void start(ServerRow row) throws IOException {
        Optional<Jdk> jdk = Jdk.of(row.jdk());
        assumeTrue(jdk.isPresent(), "no JDK " + row.jdk() + " is here; name its folder in JAVA" + row.jdk() + "_HOME");
        Server server = row.server();
        Path directory =
                Tree.emptied(Path.of(System.getProperty("runs"), row.toString().replaceAll("\\W+", "-")));
        int port = FreePort.find();
        List<WebArchive> applications = ServerApplications.on(row).all();
        server.prepare(directory, port, applications);
        Map<String, String> environment = new HashMap<>(server.environment(directory));
        environment.put("JAVA_HOME", jdk.get().home().toString());
        node = Node.start(
                server.command(directory, port, jdk.get()),
                directory,
                URI.create("http://127.0.0.1:" + port + "/"),
                applications.stream()
                        .map(application -> application.getName().replaceFirst("\\.war$", ""))
                        .toList(),
                environment);
        node.awaitLog(server.started());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        if (node != null) {
            node.kill();
            node = null;
        }
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = node.browser("journey");
    }

    private void isAsTheTableSays(Feature feature, boolean works) {
        assertThat(works).as("%s, %s", row, feature).isEqualTo(row.has(feature));
    }

    @Test
    void a_protected_page_opens_after_a_picture_in_a_form() {
        Reply asked = browser.open("secure/page?x=1&y=%C3%BC");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo(browser.path("facecheck"));
        assertThat(asked.text()).doesNotContain("PROTECTED");
        assertThat(browser.open("facecheck/capture.js").header("Content-Type")).startsWith("text/javascript");

        Reply passed = browser.passFaceCheck();

        assertThat(passed.status()).isEqualTo(303);
        assertThat(passed.header("Location")).isEqualTo(browser.path("secure/page?x=1&y=%C3%BC"));
        assertThat(browser.follow(passed.header("Location")).text())
                .contains("PROTECTED CONTENT", "parameter x=[1]", parameterAsRead(), "fullName=FIRST MIDDLE LAST NAME");
    }

    /** The browser comes back to the address to the byte. Which letters these bytes are is up to the server, with a check or without. */
    @Test
    void a_letter_in_a_query_is_what_the_server_takes_it_for_without_a_check() {
        browser.open("secure/page?y=%C3%BC");
        String back = browser.passFaceCheck().header("Location");
        assertThat(back).isEqualTo(browser.path("secure/page?y=%C3%BC"));
        String unchecked = parameter(browser.open("open/echo?y=%C3%BC"));

        assertThat(parameter(browser.follow(back))).isEqualTo(unchecked);
        assertThat(unchecked).isEqualTo(parameterAsRead());
    }

    /** An ü that was sent in UTF-8. */
    private String parameterAsRead() {
        byte[] sent = "ü".getBytes(StandardCharsets.UTF_8);
        return "parameter y=[" + new String(sent, row.server().queries()) + "]";
    }

    private static String parameter(Reply reply) {
        return reply.text()
                .lines()
                .filter(line -> line.startsWith("parameter y="))
                .collect(Collectors.joining());
    }

    @Test
    void a_protected_page_opens_after_a_picture_as_the_body() {
        browser.open("secure/page?x=1");

        Reply passed = browser.submitRaw(browser.open("facecheck").token(), Selfies.jpeg(), JPEG);

        assertThat(passed.status()).isEqualTo(201);
        assertThat(passed.header("Location")).isEqualTo(browser.path("secure/page?x=1"));
        assertThat(browser.follow(passed.header("Location")).text()).contains("PROTECTED CONTENT", "parameter x=[1]");
        assertThat(Faceki.checks()).isEqualTo(1);
    }

    @Test
    void an_unprotected_page_needs_no_check_and_gets_no_session() {
        assertThat(browser.open("open/echo").status()).isEqualTo(200);
        assertThat(browser.sessionId()).isEmpty();
    }

    @Test
    void a_form_arrives_after_the_check_as_it_was_sent() {
        String form = "encoding-first=yes&name=" + URLEncoder.encode("Zoë Groß", StandardCharsets.UTF_8) + "&local="
                + URLEncoder.encode("السيد", StandardCharsets.UTF_8);
        assertThat(browser.post("secure/form?encoding-first", form).status()).isEqualTo(303);

        Reply resumed = browser.follow(browser.passFaceCheck().header("Location"));

        assertThat(resumed.text()).contains("method=POST", "parameter name=[Zoë Groß]", "parameter local=[السيد]");
    }

    @Test
    void a_face_that_the_service_does_not_know_opens_nothing() {
        browser.open("secure/page");
        Faceki.answersCode(8013);

        Reply refused = browser.passFaceCheck();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("data-news=\"not-matched\"");
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void a_script_gets_a_problem_document() {
        Reply told = browser.fetch("secure/data");

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.header("Content-Type")).startsWith("application/problem+json");
        assertThat(told.text())
                .contains("\"" + browser.path("facecheck") + "\"")
                .doesNotContain("PROTECTED");
    }

    @Test
    void what_was_sent_once_is_not_taken_again() {
        Faceki.answersCode(8013);
        browser.open("secure/page");
        String token = browser.open("facecheck").token();
        browser.submit(token, Selfies.jpeg());
        Faceki.matches();

        assertThat(browser.submit(token, Selfies.jpeg()).status()).isEqualTo(403);
        assertThat(browser.submitRaw(token, Selfies.jpeg(), JPEG).status()).isEqualTo(403);
        assertThat(Faceki.checks()).isZero();
        assertThat(browser.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void a_session_stolen_before_the_pass_is_worth_nothing() {
        browser.open("secure/page");
        Browser thief = node.browser("journey");
        thief.adopt(browser);
        browser.passFaceCheck();

        assertThat(browser.open("secure/page").status()).isEqualTo(200);
        assertThat(thief.open("secure/page").status()).isEqualTo(303);
    }

    @Test
    void a_face_is_the_login_of_an_application_until_its_logout() {
        Browser person = node.browser("login");
        assertThat(person.open("secure/caller").status()).isEqualTo(303);
        Reply camera =
                person.post("facecheck", "token=" + person.open("facecheck").token() + "&username=somebody+else");
        assertThat(person.submit(camera.token(), Selfies.jpeg()).status()).isEqualTo(403);
        camera = person.post(
                "facecheck", "token=" + person.open("facecheck?username").token() + "&username=first+middle+last+name");
        person.submit(camera.token(), Selfies.jpeg());

        assertThat(person.open("secure/caller").text())
                .contains(
                        "principal=FIRST MIDDLE LAST NAME",
                        "remoteUser=FIRST MIDDLE LAST NAME",
                        "authType=FACE",
                        "employee=true",
                        "admin=false");
        assertThat(person.open("secure/caller?logout").text()).contains("principal=null", "identity=false");
        assertThat(person.open("secure/caller").status()).isEqualTo(303);
    }

    @Test
    void so_it_is_until_the_button_is_pressed() {
        Browser person = node.browser("login");
        Reply camera = person.post(
                "facecheck", "token=" + person.open("facecheck").token() + "&username=first+middle+last+name");
        person.submit(camera.token(), Selfies.jpeg());
        assertThat(person.open("secure/caller").text()).contains("principal=FIRST MIDDLE LAST NAME");

        Reply gone = person.post("sign-out", "");

        assertThat(gone.status()).isEqualTo(303);
        assertThat(gone.header("Location")).isEqualTo(person.path(""));
        assertThat(person.open("secure/caller").status()).isEqualTo(303);
    }

    @Test
    void an_application_without_a_configuration_is_not_opened_and_the_log_says_what_to_write() {
        node.awaitLog(Pattern.compile("facecheck\\.protect is missing"));

        assertThat(node.browser("unset").open("secure/page").text()).doesNotContain("PROTECTED");
        assertThat(node.browser("unset").open("open/echo").text()).doesNotContain("PROTECTED");
    }

    @Test
    void an_application_with_the_jar_for_javax_is_not_opened_and_the_log_names_the_right_one() {
        node.awaitLog(Pattern.compile(
                "Facecheck can't start: this is its jar for servers with javax\\.servlet, and this server"
                        + " has jakarta\\.servlet\\. In its place, take facecheck-[^ ]+(?<!-javax)\\.jar"));

        assertThat(node.browser("wrong").open("secure/page").text()).doesNotContain("PROTECTED");
        assertThat(node.browser("wrong").open("open/echo").text()).doesNotContain("PROTECTED");
    }

    @Test
    void the_jar_alone_works_or_names_all_that_it_needs() {
        isAsTheTableSays(
                Feature.JAR_ALONE, node.browser("alone").open("secure/page").status() == 303);
        if (!row.has(Feature.JAR_ALONE)) {
            assertThat(node.log())
                    .contains("does not get: MicroProfile Config, JSON Processing, JSON Binding.")
                    .containsPattern("put these into WEB-INF/lib[^:]*: (" + COORDINATES + "(, )?){3}\\.");
            assertThat(ServerApplications.apis().stream()
                            .map(file -> file.getName().replaceFirst("\\.jar$", "")))
                    .containsAll(librariesNamed());
        }
    }

    /** As the files are called. */
    private static List<String> librariesNamed() {
        MatchResult remedy = Pattern.compile("put these into WEB-INF/lib.*")
                .matcher(node.log())
                .results()
                .findFirst()
                .orElseThrow();
        return COORDINATES
                .matcher(remedy.group())
                .results()
                .map(one -> one.group(1) + "-" + one.group(2))
                .toList();
    }

    @Test
    void pages_read_the_identity() {
        Browser reader = node.browser("pages");
        reader.passFaceCheck();

        isAsTheTableSays(Feature.JSP, reader.open("open/who.jsp").text().contains("EL=FIRST MIDDLE LAST NAME."));
    }

    @Test
    void a_view_of_faces_is_the_capture_page() {
        Browser reader = node.browser("views");
        boolean shown = reader.open("facecheck").text().contains("name=\"token\"");
        isAsTheTableSays(Feature.FACES, shown);
        if (shown) {
            assertThat(reader.passFaceCheck().status()).isEqualTo(303);
        }
    }

    @Test
    void beans_have_the_identity_injected() {
        Browser reader = node.browser("beans");
        boolean started = reader.open("facecheck").status()
                == 200; // without CDI's classes, a server may take no such application
        if (started) {
            reader.passFaceCheck();
        }

        isAsTheTableSays(
                Feature.CDI, started && reader.open("open/bean").text().contains("injected=FIRST MIDDLE LAST NAME"));
    }

    @Test
    void an_ordering_that_keeps_the_jar_from_running_stops_the_application() {
        isAsTheTableSays(
                Feature.ORDERING,
                !node.browser("ordered").open("secure/page").text().contains("PROTECTED"));
    }
}
