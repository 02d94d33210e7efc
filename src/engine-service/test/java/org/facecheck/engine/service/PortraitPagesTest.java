package org.facecheck.engine.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.picture.Photographs.BLOND;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.SMILING;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portraits that an operator asked for, and later not any more: on the running program, with real faces. */
class PortraitPagesTest {
    private static final String PICTURE = "src=\"data:image/jpeg;base64,";

    @TempDir
    Path directory;

    private static OperatorBrowser loggedIn(RunningService service) {
        OperatorBrowser browser = new OperatorBrowser(service);
        browser.post("login", "id=hr&secret=" + RunningService.ENROL_SECRET);
        return browser;
    }

    private static HttpResponse<String> person(OperatorBrowser browser, String key) {
        return browser.send(
                "person", Map.of("token", browser.formToken().getBytes(UTF_8), "person", key.getBytes(UTF_8)));
    }

    /** What the engine logs while something is done. */
    private static List<String> logged(Task task) throws Exception {
        try (ServiceLog log = ServiceLog.listen()) {
            task.run();
            return log.lines();
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    private void enrolled(String... settings) throws Exception {
        try (RunningService service = RunningService.start(directory, settings)) {
            assertThat(service.enrol("party", SMILING, LAUGHING).statusCode()).isEqualTo(200);
            assertThat(service.enrol("blond", BLOND).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_is_on_file_of_a_person_is_shown_and_no_picture_unless_it_is_asked_for() throws Exception {
        List<String> log = logged(() -> enrolled());
        assertThat(log).anyMatch(line -> line.endsWith("pictures of faces: not kept"));

        try (RunningService service = RunningService.start(directory)) {
            OperatorBrowser browser = loggedIn(service);

            HttpResponse<String> page = person(browser, "Party");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<dd>party</dd>", "<dd>2, as 128 numbers each</dd>", "<dd>HR/1</dd>", "2099-12-31")
                    .contains("the setting &quot;keep-portraits&quot; is off")
                    .doesNotContain("<img", "P123");
            assertThat(browser.get("people").body())
                    .contains("128 numbers are kept, and no picture.")
                    .doesNotContain("Delete these pictures");
            assertThat(person(browser, "nobody").statusCode()).isEqualTo(404);
            assertThat(person(browser, "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void kept_pictures_are_shown_on_the_page_of_their_person_which_is_kept_nowhere_and_runs_no_script()
            throws Exception {
        enrolled("keep-portraits=true");

        List<String> log = logged(() -> {
            try (RunningService service = RunningService.start(directory, "keep-portraits=true")) {
                OperatorBrowser browser = loggedIn(service);

                HttpResponse<String> page = person(browser, "party");

                assertThat(page.body().split(PICTURE, -1)).as("two pictures").hasSize(3);
                assertThat(page.body()).doesNotContain("<script");
                assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
                assertThat(page.headers().firstValue("Content-Security-Policy"))
                        .hasValueSatisfying(policy -> assertThat(policy)
                                .contains("default-src 'none'", "img-src data:", "frame-ancestors 'none'")
                                .doesNotContain("script-src", "unsafe"));
                assertThat(person(browser, "blond").body().split(PICTURE, -1)).hasSize(2);
                assertThat(browser.get("people").body())
                        .contains("128 numbers are kept, and a small picture of the face.")
                        .doesNotContain(PICTURE);
                assertThat(new OperatorBrowser(service)
                                .post("person", "person=party")
                                .statusCode())
                        .as("of a stranger")
                        .isEqualTo(403);
            }
        });

        assertThat(log)
                .anyMatch(line -> line.endsWith("pictures of faces: kept, 3 on file"))
                .contains("client hr looked at a person")
                .noneMatch(line -> line.contains("party"));
    }

    @Test
    void pictures_go_with_their_person() throws Exception {
        try (RunningService service = RunningService.start(directory, "keep-portraits=true")) {
            assertThat(service.enrol("party", SMILING).statusCode()).isEqualTo(200);
            OperatorBrowser browser = loggedIn(service);
            assertThat(person(browser, "party").body()).contains(PICTURE);
            browser.send(
                    "deletion",
                    Map.of("token", browser.formToken().getBytes(UTF_8), "deleted", "party".getBytes(UTF_8)));

            assertThat(person(browser, "party").statusCode()).isEqualTo(404);
        }
        assertThat(logged(() ->
                        RunningService.start(directory, "keep-portraits=true").close()))
                .anyMatch(line -> line.endsWith("pictures of faces: kept, 0 on file"));
    }

    @Test
    void when_the_setting_is_taken_back_the_operator_hears_of_what_is_left_and_deletes_it() throws Exception {
        enrolled("keep-portraits=true");

        List<String> log = logged(() -> {
            try (RunningService service = RunningService.start(directory, "keep-portraits=false")) {
                OperatorBrowser browser = loggedIn(service);
                assertThat(browser.get("people").body())
                        .contains("though the setting &quot;keep-portraits&quot; is off: 3.", "Delete these pictures");
                assertThat(browser.send("portraits", Map.of("token", "0".getBytes(UTF_8)))
                                .statusCode())
                        .isEqualTo(403);
                assertThat(person(browser, "party").body()).contains(PICTURE);

                HttpResponse<String> deleted = browser.send(
                        "portraits", Map.of("token", browser.formToken().getBytes(UTF_8)));

                assertThat(deleted.body())
                        .contains("The pictures are deleted. All people are still enrolled.")
                        .doesNotContain("Delete these pictures");
                assertThat(person(browser, "party").body()).doesNotContain(PICTURE);
                assertThat(service.check(LAUGHING, "party")).contains("\"face_verified\":true");
            }
        });

        assertThat(log)
                .anyMatch(line -> line.contains("pictures of faces: not kept, but 3 still on file"))
                .contains("client hr deleted the portraits of 2 people");
    }

    @Test
    void pictures_that_are_asked_for_are_deleted_by_no_form() throws Exception {
        enrolled("keep-portraits=true");
        try (RunningService service = RunningService.start(directory, "keep-portraits=true")) {
            OperatorBrowser browser = loggedIn(service);

            browser.send("portraits", Map.of("token", browser.formToken().getBytes(UTF_8)));

            assertThat(person(browser, "party").body()).contains(PICTURE);
        }
    }
}
