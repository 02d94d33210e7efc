package org.facecheck.internal.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Interrupted;
import org.facecheck.fake.LogLines;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.RememberedRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
    private final Challenge challenge = new Challenge("/facecheck", 20);
    private final FakeResponse response = new FakeResponse();

    private void answer(FakeRequest request) throws IOException {
        challenge.answer(Configs.STRICT, request, response);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    private static RememberedRequest wanted(HttpServletRequest request) {
        return FaceCheckSession.of(request).requests().getRequest().orElse(null);
    }

    private static Set<String> rules(HttpServletRequest request) {
        return FaceCheckSession.of(request).requests().rules().stream()
                .map(RuleName::text)
                .collect(Collectors.toSet());
    }

    private void isSentToTheCapturePage() {
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo("/app/facecheck");
        assertThat(response.text()).isEmpty();
    }

    private void hasItsLength() {
        assertThat(response.getHeader("Content-Length"))
                .isEqualTo(Integer.toString(response.text().getBytes(StandardCharsets.UTF_8).length));
    }

    private void namesHowFreshACheckIsNeeded() {
        assertThat(response.getHeader("WWW-Authenticate"))
                .isEqualTo("FaceCheck realm=\"facecheck\", error=\"insufficient_user_authentication\","
                        + " error_description=\"A face check is required\", max_age=300, capture=\"/app/facecheck\"");
    }

    @Nested
    class A_navigation {
        private final FakeRequest request =
                FakeRequest.navigation("/app/strict/page?x=1").as("alice");

        @Test
        void is_sent_to_the_capture_page() throws Exception {
            answer(request);

            isSentToTheCapturePage();
        }

        @Test
        void is_remembered_for_the_principal() throws Exception {
            answer(request);

            assertThat(wanted(request))
                    .usingRecursiveComparison()
                    .isEqualTo(Interrupted.page("/app/strict/page?x=1", "strict", "alice"));
            assertThat(rules(request)).contains("strict");
        }

        @Test
        void that_can_be_read_in_two_ways_is_not_remembered() throws Exception {
            FakeRequest twisted = FakeRequest.navigation("/app/strict//page");

            answer(twisted);

            isSentToTheCapturePage();
            assertThat(wanted(twisted)).isNull();
            assertThat(rules(twisted)).contains("strict");
        }

        @Test
        void finds_nothing_left_of_what_was_written_before() throws Exception {
            response.getWriter().print("PROTECTED");

            answer(request);

            assertThat(response.text()).isEmpty();
        }
    }

    @Nested
    class A_form {
        @Test
        void is_kept_and_sent_to_the_capture_page() throws Exception {
            FakeRequest request = FakeRequest.form("/app/strict/form?x=1", "amount=100");

            answer(request);

            isSentToTheCapturePage();
            assertThat(wanted(request).target().text()).isEqualTo("/app/strict/form?x=1");
            assertThat(wanted(request).form())
                    .hasValueSatisfying(
                            form -> assertThat(form.body()).asString().isEqualTo("amount=100"));
        }

        @Test
        void that_is_too_large_stays_in_the_browser_with_a_way_to_send_it_again() throws Exception {
            FakeRequest request = FakeRequest.form("/app/strict/form", "x".repeat(21));

            answer(request);

            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.getHeader("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(response.text()).contains("<a href=\"/app/facecheck\" target=\"_blank\" rel=\"noopener\">");
            namesHowFreshACheckIsNeeded();
            hasItsLength();
        }

        /** Which would not know it again. */
        @Test
        void that_is_too_large_for_a_one_time_rule_is_not_told_to_be_sent_again() throws Exception {
            challenge.answer(Configs.ONE_TIME, FakeRequest.form("/app/transfer", "x".repeat(21)), response);

            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.text())
                    .contains("Nothing has been sent on", "too large", "Go back")
                    .doesNotContain("reload", "/app/facecheck");
            hasItsLength();
        }

        @ParameterizedTest
        @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, http://evil.example"})
        void that_comes_from_another_site_is_not_kept(String header, String value) throws Exception {
            FakeRequest request = FakeRequest.form("/app/strict/form", "amount=100")
                    .header("Host", "app.example")
                    .header(header, value);

            answer(request);

            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.text()).contains("another website").doesNotContain("too large");
            assertThat(request.hasSession()).isFalse();
        }

        @Test
        void that_comes_from_another_site_is_noted_by_its_rule_alone() throws Exception {
            FakeRequest request =
                    FakeRequest.form("/app/strict/form", "amount=100").header("Sec-Fetch-Site", "cross-site");
            RememberedRequest before = Interrupted.page("/app/secure/page", "protect");
            FakeRequest tab = FakeRequest.navigation("/app/facecheck").with(request.getSession());
            FaceCheckSession.of(tab).requests().saveRequest(before);

            answer(request);

            assertThat(wanted(tab)).isEqualTo(before);
            assertThat(rules(tab)).containsExactlyInAnyOrder("protect", "strict");
        }

        @Test
        void for_which_there_is_no_room_stays_in_the_browser() throws Exception {
            FakeRequest request = FakeRequest.form("/app/strict/form", "amount=100");
            RememberedRequest large = Interrupted.form(
                    "/app/strict/large", "strict", new RememberedRequest.Form("text/plain", new byte[999_000]));
            FaceCheckSession.of(request).requests().saveRequest(large);

            answer(request);

            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.text()).contains("no room");
            assertThat(wanted(request)).isEqualTo(large);
        }

        @Test
        void that_is_too_large_does_not_take_the_place_of_what_was_wanted() throws Exception {
            FakeRequest request = FakeRequest.form("/app/strict/form", "x".repeat(21));
            RememberedRequest before = Interrupted.page("/app/secure/page", "protect");
            FaceCheckSession.of(request).requests().saveRequest(before);

            answer(request);

            assertThat(wanted(request)).isEqualTo(before);
            assertThat(rules(request)).contains("strict");
        }

        /** The server waits for it no longer, or the client has left. */
        @Test
        void that_does_not_arrive_as_a_whole_is_answered_and_not_kept() throws Exception {
            FakeRequest request = FakeRequest.form("/app/strict/form", "amount=100");
            LogLines log = LogLines.of("org.facecheck");
            try {
                challenge.answer(
                        Configs.STRICT,
                        new HttpServletRequestWrapper(request) {
                            @Override
                            public ServletInputStream getInputStream() throws IOException {
                                throw new SocketTimeoutException("the next octet of amount=100");
                            }
                        },
                        response);
            } finally {
                log.close();
            }

            assertThat(log.lines()).singleElement().satisfies(line -> {
                assertThat(line.getMessage()).contains("a form did not arrive as a whole");
                assertThat(line.getThrown()).isNull();
            });
            assertThat(response.getStatus()).isEqualTo(408);
            assertThat(response.getHeader("Connection")).isEqualTo("close");
            assertThat(response.text()).contains("Nothing has been sent on", "send it again");
            assertThat(request.hasSession()).isFalse();
            hasItsLength();
        }

        /** There is nothing to come back to, so it would be lost. */
        @Test
        void whose_target_can_be_read_in_two_ways_stays_in_the_browser() throws Exception {
            FakeRequest request = FakeRequest.form("/app/strict//form", "amount=100");

            answer(request);

            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(wanted(request)).isNull();
            assertThat(rules(request)).contains("strict");
        }
    }

    /** Faces has taken the form, and shows another view. */
    @Nested
    class What_a_form_has_led_to {
        @Test
        void is_where_the_person_comes_back_to_by_its_address() throws Exception {
            FakeRequest request = FakeRequest.form("/app/open/form.xhtml", "amount=100");

            challenge.answerAt("/app/strict/done.xhtml?id=1", Configs.STRICT, request, response);

            isSentToTheCapturePage();
            assertThat(wanted(request))
                    .usingRecursiveComparison()
                    .isEqualTo(Interrupted.page("/app/strict/done.xhtml?id=1", "strict"));
        }

        @Test
        void is_nowhere_to_come_back_to_outside_of_the_application() throws Exception {
            FakeRequest request = FakeRequest.form("/app/open/form.xhtml", "amount=100");

            challenge.answerAt("https://evil.example/", Configs.STRICT, request, response);

            isSentToTheCapturePage();
            assertThat(wanted(request)).isNull();
            assertThat(rules(request)).contains("strict");
        }

        @Test
        void comes_back_as_it_was_asked_for_where_no_form_has_led_there() throws Exception {
            FakeRequest request = FakeRequest.navigation("/app/open/page.xhtml");

            challenge.answerAt("/app/strict/done.xhtml", Configs.STRICT, request, response);

            isSentToTheCapturePage();
            assertThat(wanted(request).target().text()).isEqualTo("/app/open/page.xhtml");
        }
    }

    @Nested
    class A_faces_request {
        private final FakeRequest request =
                FakeRequest.of("POST", "/app/strict/view.xhtml").header("Faces-Request", "partial/ajax");

        @Test
        void is_sent_on_in_its_own_language() throws Exception {
            answer(request);

            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getHeader("Content-Type")).isEqualTo("text/xml;charset=UTF-8");
            assertThat(response.text())
                    .endsWith("<partial-response><redirect url=\"/app/facecheck\"/></partial-response>");
            hasItsLength();
        }

        @Test
        void is_not_remembered_but_its_rule_is() throws Exception {
            answer(request);

            assertThat(wanted(request)).isNull();
            assertThat(rules(request)).contains("strict");
        }

        @Test
        void can_be_sent_on_below_any_path() throws Exception {
            answer(FakeRequest.of("POST", "/a&b/x").below("/a&b").header("Faces-Request", "partial/ajax"));

            assertThat(response.text()).contains("<redirect url=\"/a&amp;b/facecheck\"/>");
        }
    }

    @Nested
    class A_script {
        @ParameterizedTest
        @CsvSource({"Accept, application/json", "Sec-Fetch-Mode, cors", "Upgrade, websocket"})
        void is_told_where_to_fetch_a_pass(String header, String value) throws Exception {
            answer(FakeRequest.get("/app/strict/data").header(header, value));

            assertThat(response.getStatus()).isEqualTo(401);
            assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json;charset=UTF-8");
            namesHowFreshACheckIsNeeded();
            hasItsLength();
            JsonObject problem =
                    Json.createReader(new StringReader(response.text())).readObject();
            assertThat(problem.getInt("status")).isEqualTo(401);
            assertThat(problem.getString("capture")).isEqualTo("/app/facecheck");
            assertThat(problem.getString("title")).isNotBlank();
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST", "DELETE"})
        void begins_no_session(String method) throws Exception {
            FakeRequest request = FakeRequest.of(method, "/app/strict/data").header("Sec-Fetch-Mode", "cors");

            answer(request);

            assertThat(request.hasSession()).isFalse();
        }

        @Test
        void notes_in_a_session_that_is_there_which_rule_it_was_and_forgets_nothing() throws Exception {
            FakeRequest request = FakeRequest.get("/app/strict/data").header("Sec-Fetch-Mode", "cors");
            FaceCheckSession session = FaceCheckSession.of(request);
            session.requests().saveRequest(Interrupted.page("/app/page", "other"));

            answer(request);

            assertThat(session.requests().rules()).contains(new RuleName("strict"));
            assertThat(session.requests()
                            .getRequest()
                            .map(wanted -> wanted.target().text()))
                    .contains("/app/page");
        }
    }

    @Test
    void no_header_of_the_clients_turns_it_to_another_host() throws Exception {
        answer(FakeRequest.navigation("/app/strict/page")
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example"));

        isSentToTheCapturePage();
    }
}
