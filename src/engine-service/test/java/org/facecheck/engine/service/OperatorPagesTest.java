package org.facecheck.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.picture.Photographs.BLOND;
import static org.facecheck.engine.picture.Photographs.GREEN;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.NOBODY;
import static org.facecheck.engine.picture.Photographs.SMILING;
import static org.facecheck.engine.picture.Photographs.TWO;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facecheck.engine.picture.Photographs.Cut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with a browser, on the running program, with real faces. */
class OperatorPagesTest {
    @TempDir
    static Path directory;

    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(directory.resolve("imports"));
        service = RunningService.start(directory, "imports=imports");
    }

    @AfterAll
    static void stop() throws Exception {
        if (service != null) {
            service.close();
        }
    }

    private static OperatorBrowser loggedIn() {
        OperatorBrowser browser = new OperatorBrowser(service);
        HttpResponse<String> in = browser.post("login", "id=hr&secret=" + RunningService.ENROL_SECRET);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Strict", "Path=/operator")
                        .doesNotContain(RunningService.ENROL_SECRET));
        return browser;
    }

    private static Map<String, byte[]> person(OperatorBrowser browser, String key, Cut... portraits) {
        Map<String, byte[]> form = new LinkedHashMap<>();
        form.put("token", browser.formToken().getBytes(UTF_8));
        form.put("key", key.getBytes(UTF_8));
        form.put("fullName", "ANNA <b>GROSS".getBytes(UTF_8));
        form.put("expiry", "2099-06-30".getBytes(UTF_8));
        form.put("keepUntil", "2099-12-31".getBytes(UTF_8));
        form.put("consent", "HR-2026/0815".getBytes(UTF_8));
        form.put("verified", "yes".getBytes(UTF_8));
        for (int i = 0; i < portraits.length; i++) {
            form.put("portrait" + (i + 1), RunningService.picture(portraits[i]));
        }
        return form;
    }

    @Test
    void without_a_session_there_is_the_login_and_nothing_else() {
        OperatorBrowser stranger = new OperatorBrowser(service);

        for (String page : new String[] {"", "people", "import", "deletion", "elsewhere"}) {
            assertThat(stranger.get(page)).satisfies(answer -> {
                assertThat(answer.statusCode()).as(page).isEqualTo(303);
                assertThat(answer.headers().firstValue("Location")).hasValue("/operator/login");
            });
        }
        for (String page : new String[] {"people", "deletion", "import", "elsewhere"}) {
            assertThat(stranger.post(page, "key=x&deleted=x")).satisfies(answer -> {
                assertThat(answer.statusCode()).as(page).isEqualTo(403);
                assertThat(answer.body())
                        .contains("Nothing was done: you are not logged in", "<form method=\"post\" action=\"login\">")
                        .doesNotContain("hidden", "Enrolled people");
            });
        }
        assertThat(stranger.get("login").body()).contains("<form method=\"post\" action=\"login\">");
    }

    @Test
    void only_who_may_enrol_is_let_in() {
        OperatorBrowser stranger = new OperatorBrowser(service);

        for (String wrong : new String[] {
            "id=hr&secret=wrong", "id=hr", "id=nobody&secret=", "id=intranet&secret=" + RunningService.CHECK_SECRET
        }) {
            HttpResponse<String> answer = stranger.post("login", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void of_a_stranger_nothing_but_a_short_form_is_read() {
        OperatorBrowser stranger = new OperatorBrowser(service);
        String right = "id=hr&secret=" + RunningService.ENROL_SECRET;

        assertThat(stranger.post("login", right + "&more=" + "x".repeat(8192)).statusCode())
                .isEqualTo(403);
        assertThat(stranger.post("login", right).statusCode()).isEqualTo(303);
    }

    @Test
    void each_page_allows_no_script_but_the_services_own_and_is_kept_nowhere() {
        HttpResponse<String> page = loggedIn().get("people");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContain("<script>", "style=", "onclick");
    }

    @Test
    void a_person_is_enrolled_and_the_face_that_was_found_is_shown() {
        OperatorBrowser browser = loggedIn();

        HttpResponse<String> answer = browser.send("people", person(browser, "anna", SMILING, NOBODY));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "The person is enrolled.",
                        "Portrait 2 was not used: no face was found on it.",
                        "src=\"data:image/jpeg;base64,")
                .containsPattern("Enrolled people: [1-9]\\d*\\. ")
                .doesNotContain("<b>GROSS");
        assertThat(service.check(LAUGHING, "ANNA")).contains("\"face_verified\":true", "ANNA <b>GROSS");
        browser.send(
                "deletion", Map.of("token", browser.formToken().getBytes(UTF_8), "deleted", "anna".getBytes(UTF_8)));
        assertThat(service.check(LAUGHING, "anna")).contains("\"face_verified\":false");
    }

    @Test
    void a_face_that_is_enrolled_already_and_a_person_without_a_key_or_portrait_are_refused() {
        OperatorBrowser browser = loggedIn();
        assertThat(browser.send("people", person(browser, "green", GREEN)).statusCode())
                .isEqualTo(200);

        HttpResponse<String> twin = browser.send("people", person(browser, "twin", GREEN));
        assertThat(twin.statusCode()).isEqualTo(409);
        assertThat(twin.body()).contains("enrolled under another key").doesNotContain(">green<");
        assertThat(browser.send("people", person(browser, " ", GREEN)).body()).contains("key is missing");
        assertThat(browser.send("people", person(browser, "nobody")).body()).contains("there is no portrait");
    }

    @Test
    void what_is_wrong_with_a_portrait_is_said_in_words() {
        OperatorBrowser browser = loggedIn();
        Map<String, byte[]> form = person(browser, "party", TWO);
        form.put("portrait2", "no picture".getBytes(UTF_8));

        assertThat(browser.send("people", form).body())
                .contains("Portrait 1 was not used: it shows more than one face.")
                .contains("Portrait 2 was not used: it is no JPEG or PNG that can be read (");
    }

    @Test
    void what_was_typed_is_there_again_after_a_mistake_and_is_never_vouched_for_by_the_page() {
        HttpResponse<String> answer = loggedInWith("nobody", NOBODY);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"nobody\"", "value=\"ANNA &lt;b&gt;GROSS\"", "value=\"2099-06-30\"", "HR-2026/0815")
                .doesNotContain("checked");
    }

    /** A browser whose session the service has ended, with a form that was opened before. */
    private static OperatorBrowser late() {
        OperatorBrowser browser = loggedIn();
        browser.send("logout", Map.of("token", browser.formToken().getBytes(UTF_8)));
        return browser;
    }

    private static Map<String, byte[]> typed(Cut... portraits) {
        OperatorBrowser before = loggedIn();
        Map<String, byte[]> form = new LinkedHashMap<>();
        form.put("seal", before.hidden("seal").getBytes(UTF_8));
        form.putAll(person(before, "agross", portraits));
        return form;
    }

    /** As a browser sends what a page's hidden fields hold. */
    private static Map<String, byte[]> hiddenFields(HttpResponse<String> page) {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        OperatorBrowser.hiddenFields(page.body()).forEach((name, value) -> fields.put(name, value.getBytes(UTF_8)));
        return fields;
    }

    @Test
    void what_was_typed_before_the_sessions_end_is_there_again_after_the_next_login() {
        OperatorBrowser browser = late();

        HttpResponse<String> late = browser.send("people", typed(SMILING));

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body())
                .contains(
                        "Nothing was done", "What you typed is kept on this page", "Portraits have to be chosen again")
                .contains("name=\"fullName\" value=\"ANNA &lt;b&gt;GROSS\"", "<a href=\"login\" target=\"_blank\"")
                .doesNotContain("data:image", "verified", "password");
        assertThat(late.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(late.headers().firstValue("Location")).isEmpty();

        HttpResponse<String> tooEarly = browser.send("people", hiddenFields(late));
        assertThat(tooEarly.body()).as("still without a session").isEqualTo(late.body());
        assertThat(browser.post("login", "id=hr&secret=" + RunningService.ENROL_SECRET)
                        .statusCode())
                .as("nothing for a browser to send again")
                .isEqualTo(303);
        HttpResponse<String> again = browser.send("people", hiddenFields(tooEarly));

        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body())
                .contains("value=\"agross\"", "value=\"ANNA &lt;b&gt;GROSS\"", "value=\"2099-06-30\"")
                .contains(
                        "HR-2026/0815",
                        "value=\"2099-12-31\"",
                        "Nobody was enrolled: the form was of a session that is over.")
                .doesNotContain("checked", RunningService.ENROL_SECRET);
        assertThat(service.check(LAUGHING, "agross")).contains("\"face_verified\":false");
        // The page is the session's: what is sent from it is done.
        assertThat(browser.send("people", person(browser, " ", SMILING)).body()).contains("key is missing");
    }

    @Test
    void what_was_typed_in_another_session_is_there_again_in_this_one() {
        OperatorBrowser browser = loggedIn();

        HttpResponse<String> answer = browser.send("people", typed(SMILING));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Nobody was enrolled: the form was of a session that is over.", "value=\"agross\"")
                .contains("value=\"" + browser.formToken() + "\"")
                .doesNotContain("checked", "data:image");
        assertThat(service.check(LAUGHING, "agross")).contains("\"face_verified\":false");
    }

    @Test
    void nothing_is_kept_that_no_page_of_the_service_asked_for() {
        OperatorBrowser browser = late();
        Map<String, byte[]> ofAnotherSite = typed(SMILING);
        ofAnotherSite.put("seal", "0".repeat(64).getBytes(UTF_8));
        Map<String, byte[]> tooLong = typed(SMILING);
        tooLong.put("fullName", "x".repeat(2049).getBytes(UTF_8));
        Map<String, byte[]> empty = typed();
        empty.keySet().retainAll(Set.of("seal", "token"));

        for (Map<String, byte[]> form : List.of(ofAnotherSite, tooLong, empty)) {
            assertThat(browser.send("people", form)).satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body())
                        .contains("Nothing was done")
                        .doesNotContain("ANNA", "agross", "hidden", "what you typed");
            });
        }
        assertThat(browser.post(
                                "login",
                                "id=hr&secret=" + RunningService.ENROL_SECRET + "&key=agross&seal=" + "0".repeat(64))
                        .statusCode())
                .as("without the seal")
                .isEqualTo(303);
    }

    @Test
    void as_much_as_is_kept_can_be_sent_again() {
        OperatorBrowser browser = late();
        Map<String, byte[]> form = typed(SMILING);
        form.keySet().retainAll(Set.of("seal", "portrait1"));
        form.put("fullName", "\u00FC".repeat(1024).getBytes(UTF_8));
        Map<String, byte[]> inOrder = new LinkedHashMap<>();
        for (String name : List.of("seal", "fullName", "portrait1")) {
            inOrder.put(name, form.get(name));
        }

        HttpResponse<String> late = browser.send("people", hiddenFields(browser.send("people", inOrder)));
        browser.post("login", "id=hr&secret=" + RunningService.ENROL_SECRET);

        assertThat(browser.send("people", hiddenFields(late)).body())
                .contains("value=\"" + "\u00FC".repeat(1024) + "\"");
    }

    private static HttpResponse<String> loggedInWith(String key, Cut portrait) {
        OperatorBrowser browser = loggedIn();
        return browser.send("people", person(browser, key, portrait));
    }

    @Test
    void a_person_whom_an_application_would_refuse_for_the_record_is_enrolled_with_a_warning() {
        OperatorBrowser browser = loggedIn();
        Map<String, byte[]> form = person(browser, "unchecked", BLOND);
        form.remove("verified");
        form.remove("expiry");

        HttpResponse<String> answer = browser.send("people", form);

        assertThat(answer.body())
                .contains("The person is enrolled.", "does not let this person in", "compared with the document")
                .contains("until when the document is valid");
        Map<String, byte[]> again = person(browser, "unchecked", BLOND);
        assertThat(browser.send("people", again).body()).doesNotContain("does not let this person in");
        again.put("expiry", "2020-01-01".getBytes(UTF_8));
        assertThat(browser.send("people", again).body()).contains("the document is valid no more");
        browser.send(
                "deletion",
                Map.of("token", browser.formToken().getBytes(UTF_8), "deleted", "unchecked".getBytes(UTF_8)));
    }

    @Test
    void a_form_that_another_page_made_changes_nothing() {
        OperatorBrowser browser = loggedIn();
        Map<String, byte[]> forged = person(browser, "forged", BLOND);
        forged.put("token", "0".repeat(64).getBytes(UTF_8));

        assertThat(browser.send("people", forged).statusCode()).isEqualTo(403);
        assertThat(browser.send("people", person(loggedIn(), "forged", BLOND)).statusCode())
                .as("of another session")
                .isEqualTo(403);
        assertThat(service.check(BLOND, "forged")).contains("\"face_verified\":false");
    }

    @Test
    void after_the_logout_the_cookie_is_of_no_use() {
        OperatorBrowser browser = loggedIn();
        OperatorBrowser thief = browser.stolen();

        assertThat(browser.send("logout", Map.of("token", browser.formToken().getBytes(UTF_8)))
                        .statusCode())
                .isEqualTo(303);

        assertThat(thief.get("people").statusCode()).isEqualTo(303);
    }

    @Test
    void a_table_is_imported_line_by_line_and_what_failed_is_said() throws Exception {
        Path imports = directory.resolve("imports");
        Files.write(imports.resolve("party.png"), RunningService.picture(SMILING));
        Files.write(imports.resolve("blond.png"), RunningService.picture(BLOND));
        Files.write(imports.resolve("wall.png"), RunningService.picture(NOBODY));
        Files.writeString(imports.resolve("people.csv"), """
                \uFEFFkey;portraits;fullName;status;verificationPassed;livenessDecision;expiry;consent;keepUntil
                party;party.png|wall.png;"PARTY; GUEST";ACCEPTED;true;accept;2099-06-30;HR/1;2099-12-31
                wall;wall.png;WALL;;;;;;
                outside;../engine.properties;X;;;;;;
                blond;blond.png;BLOND;;maybe;;;;
                twin;party.png;TWIN;;;;;;
                ;blond.png;NOBODY;;;;;;
                """);
        OperatorBrowser browser = loggedIn();

        assertThat(browser.send(
                                "import",
                                Map.of(
                                        "token", browser.formToken().getBytes(UTF_8),
                                        "table", "people.csv".getBytes(UTF_8)))
                        .statusCode())
                .isEqualTo(303);
        String page = browser.follow("import"); // as long as the page asks to be loaded again

        assertThat(page)
                .contains("people.csv: 6 of 6 people, 1 enrolled. The import is over.")
                .contains("<td>2</td><td>portrait wall.png was not used: no face was found on it</td>")
                .contains("<td>3</td><td>not enrolled: no portrait can be used</td>")
                .contains("<td>4</td><td>portrait ../engine.properties: no file in the folder</td>")
                .contains("<td>5</td><td>verificationPassed is neither true nor false</td>")
                .contains("<td>6</td><td>not enrolled: the face is enrolled under another key</td>")
                .contains("<td>7</td><td>key is missing</td>");
        assertThat(service.check(LAUGHING, "party")).contains("\"face_verified\":true", "PARTY; GUEST");
        browser.send(
                "deletion", Map.of("token", browser.formToken().getBytes(UTF_8), "deleted", "party".getBytes(UTF_8)));
    }
}
