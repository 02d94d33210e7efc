package org.facecheck.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Interrupted;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.page.text.PageMessage;
import org.facecheck.internal.page.text.PageTexts;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.session.RememberedRequest;
import org.facecheck.internal.verdict.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapturePageTest {
    private static final PageMessage NOT_MATCHED = PageMessage.of(new Verdict.Refused(Outcome.NOT_MATCHED), "ABCD2345");
    private static final TestConfig CONFIG = TestConfig.with().set("facecheck.capture.path", "/check/face");

    private static final PageModel.Notice NOTHING_SAID =
            new PageModel.Notice(null, null, null, null, null, "Faceki", false);

    private final FakeRequest request = FakeRequest.navigation("/app/check/face");
    private final FakeResponse response = new FakeResponse();

    private static CapturePage page(String ownView, boolean allowUpload) {
        return page(ownView, CONFIG.set("facecheck.capture.allow-upload", allowUpload));
    }

    private static CapturePage page(String ownView, TestConfig config) {
        TestConfig viewed = ownView == null ? config : config.set("facecheck.capture.view", ownView);
        return new CapturePage(viewed.read().capture(), viewed.read().rules());
    }

    private Map<?, ?> model() {
        return (Map<?, ?>) request.getAttribute("facecheckPage");
    }

    @Nested
    class The_page {
        @Test
        void names_paths_of_its_own_only() throws Exception {
            page(null, true).show(request, response);

            assertThat(model().get("action")).isEqualTo("../check/face");
            assertThat(model().get("script")).asString().matches("\\.\\./check/face/[0-9a-f]{16}/capture\\.js");
            assertThat(model().get("style")).asString().matches("\\.\\./check/face/[0-9a-f]{16}/capture\\.css");
        }

        @Test
        void has_a_token_that_the_session_knows() throws Exception {
            page(null, true).show(request, response);

            assertThat(FaceCheckSession.of(request).redeem(new FormToken((String) model().get("token"))))
                    .isEqualTo(FormToken.Status.VALID);
        }

        @Test
        void keeps_its_token_out_of_whatever_prints_it() {
            PageModel model = new PageModel(
                    "",
                    "",
                    "",
                    null,
                    null,
                    new FormToken("TOKEN"),
                    "/WANTED",
                    true,
                    true,
                    NOTHING_SAID,
                    null,
                    false,
                    null);

            assertThat(model.toString()).doesNotContain("TOKEN", "WANTED");
            assertThat(new PageMap(model, PageTexts.inFirst(List.of())).toString())
                    .doesNotContain("TOKEN", "WANTED");
        }

        @Test
        void knows_the_page_that_was_wanted_for_the_case_that_the_session_forgets() throws Exception {
            FaceCheckSession.of(request).requests().saveRequest(Interrupted.page("/app/secure?x=1", "protect"));

            page(null, true).show(request, response);

            assertThat(model().get("wanted")).isEqualTo("../secure?x=1");
        }

        @Test
        void knows_what_its_own_tab_wanted_whatever_another_one_does() throws Exception {
            FaceCheckSession.of(request).requests().saveRequest(Interrupted.page("/app/secure/a", "protect"));
            page(null, true).show(request, response);
            FaceCheckSession.of(FakeRequest.navigation("/app/secure/b").with(request.getSession()))
                    .requests()
                    .saveRequest(Interrupted.page("/app/secure/b", "protect"));

            page(null, true).show(PageMessage.busy(), request, response);

            assertThat(model().get("wanted")).isEqualTo("../secure/a");
        }

        @Test
        void knows_no_form_that_was_wanted_since_a_path_alone_would_not_bring_it_back() throws Exception {
            RememberedRequest.Form form = new RememberedRequest.Form("text/plain", new byte[0]);
            FaceCheckSession.of(request).requests().saveRequest(Interrupted.form("/app/secure", "protect", form));

            page(null, true).show(request, response);

            assertThat(model().get("wanted")).isEqualTo("");
        }

        @Test
        void has_texts_and_no_news() throws Exception {
            page(null, true).show(request, response);

            assertThat(model().get("text"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("title", "Face check")
                    .doesNotContainValue("{0}")
                    .hasEntrySatisfying(
                            "intro", text -> assertThat(text.toString()).contains("Faceki compares it"));
            assertThat(model().containsKey("news")).isFalse();
            assertThat(response.getStatus()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void says_whether_a_file_will_do(boolean allowUpload) throws Exception {
            page(null, allowUpload).show(request, response);

            assertThat(model().get("allowUpload")).isEqualTo(allowUpload);
        }

        @Test
        void tells_news_with_their_status() throws Exception {
            page(null, true).show(NOT_MATCHED, request, response);

            assertThat(response.getStatus()).isEqualTo(403);
            assertThat(response.getHeader("Retry-After")).isNull();
            assertThat(model().get("news"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("key", "not-matched")
                    .containsEntry("title", "Your face was not recognised")
                    .containsEntry("reference", "ABCD2345")
                    .hasEntrySatisfying(
                            "text", text -> assertThat(text.toString()).startsWith("It works best in good light"));
        }

        @ParameterizedTest
        @CsvSource({"2, , You have 2 attempts left., 0", "1, , You have one attempt left., 0"})
        void says_how_many_attempts_are_left(int left, Duration locked, String told, long wait) throws Exception {
            PageMessage news = NOT_MATCHED.withAttemptsLeft(left, locked);

            page(null, true).show(news, request, response);

            assertThat(model().get("news"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("left", told)
                    .containsEntry("wait", wait);
        }

        @Test
        void says_after_the_last_attempt_how_long_to_wait() throws Exception {
            PageMessage news = NOT_MATCHED.withAttemptsLeft(0, Duration.ofMinutes(15));

            page(null, true).show(news, request, response);

            assertThat(model().get("news"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("left", "That was the last attempt for now.")
                    .containsEntry("wait", 900L);
            assertThat(response.getHeader("Retry-After")).isEqualTo("900");
        }

        @Test
        void has_its_words_in_another_language_for_a_view_that_asks() throws Exception {
            page(null, true).show(PageMessage.locked(Duration.ofMinutes(2), "ABCD2345"), request, response);

            assertThat(((Map<?, ?>) model().get("inLanguage")).get("ar"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("lang", "ar")
                    .containsEntry("dir", "rtl")
                    .hasEntrySatisfying(
                            "news",
                            news -> assertThat(((Map<?, ?>) news).get("wait")).isEqualTo(120L));
        }

        @Test
        void names_the_operators_detector_and_style_sheet() throws Exception {
            page(
                            null,
                            CONFIG.set("facecheck.capture.auto", false)
                                    .set("facecheck.capture.detector", "/js/own.js")
                                    .set("facecheck.capture.style-sheet", "/css/own.css"))
                    .show(request, response);

            assertThat(model().get("detector")).isEqualTo("../js/own.js");
            assertThat(model().get("ownStyle")).isEqualTo("../css/own.css");
            assertThat(model().get("auto")).isEqualTo(false);
        }

        @Test
        void says_whose_it_is_and_what_the_person_is_about_to_open() throws Exception {
            FaceCheckSession.of(request).requests().saveRequest(Interrupted.page("/app/payroll/x", "payroll"));

            page(
                            null,
                            CONFIG.set("facecheck.rule.payroll.patterns", "/payroll/*")
                                    .set("facecheck.rule.payroll.title", "Payroll & Co.")
                                    .set("facecheck.capture.title", "Northwind <People>")
                                    .set("facecheck.capture.logo", "/img/logo.svg")
                                    .set("facecheck.capture.help-url", "/help.html")
                                    .set("facecheck.capture.privacy-url", "https://example.org/privacy?a=1&b=2")
                                    .set("facecheck.capture.processor", "Northwind's own service"))
                    .show(request, response);

            assertThat(response.text())
                    .contains(
                            "<img src=\"../img/logo.svg\" alt=\"\"/>",
                            "<span>Northwind &lt;People&gt;</span>",
                            "<title>Face check · Northwind &lt;People&gt;</title>",
                            "To open Payroll &amp; Co., please show your face.",
                            "Northwind's own service compares it",
                            "<a href=\"../help.html\" target=\"_blank\" rel=\"noopener\">Help</a>",
                            "<a href=\"https://example.org/privacy?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener\">"
                                    + "What Northwind's own service does with your picture</a>");
        }

        @Test
        void asks_for_consent_where_the_operator_does() throws Exception {
            page(null, CONFIG.set("facecheck.capture.consent", true)).show(request, response);

            String version = (String) model().get("consent");
            assertThat(response.text())
                    .contains(
                            "<input type=\"checkbox\" name=\"consent\" value=\"" + version + "\" required=\"\"/>",
                            "<span>I agree that Faceki compares my picture");
        }

        @Test
        void asks_for_no_consent_where_the_operator_does_not() throws Exception {
            page(null, true).show(request, response);

            assertThat(model().get("consent")).isEqualTo("");
            assertThat(response.text()).doesNotContain("checkbox", "I agree");
        }

        @Test
        void says_nothing_of_what_the_operator_has_not_named() throws Exception {
            page(null, true).show(request, response);

            assertThat(response.text())
                    .contains("Faceki compares it")
                    .doesNotContain("<img", "facecheck-brand", "facecheck-foot", "facecheck-reason");
        }

        /** A picture "that has been good for a moment" says nothing of a face. */
        @Test
        void takes_no_picture_by_itself_where_there_is_no_detector() throws Exception {
            page(null, true).show(request, response);

            assertThat(model().get("detector")).isEqualTo("");
            assertThat(model().get("auto")).isEqualTo(false);
        }

        @Test
        void takes_pictures_by_itself_where_the_operator_has_a_detector_or_says_so() throws Exception {
            page(null, CONFIG.set("facecheck.capture.detector", "/js/own.js")).show(request, response);
            assertThat(model().get("auto")).isEqualTo(true);

            page(null, CONFIG.set("facecheck.capture.auto", true)).show(request, response);
            assertThat(model().get("auto")).isEqualTo(true);
        }

        @ParameterizedTest
        @CsvSource({"PT30S, 30", "PT15M, 900", "PT0.3S, 1", "PT14.2S, 15"})
        void says_in_seconds_when_to_come_back(Duration wait, String seconds) throws Exception {
            page(null, true).show(PageMessage.locked(wait, "ABCD2345"), request, response);

            assertThat(response.getHeader("Retry-After")).isEqualTo(seconds);
        }
    }

    @Nested
    class The_view {
        @Test
        void is_the_jars_own_with_a_strict_policy() throws Exception {
            page(null, true).show(request, response);

            assertThat(request.forwardedTo()).isNull();
            assertThat(response.text()).startsWith("<!DOCTYPE html>").contains("<h1>Face check</h1>", "name=\"token\"");
            assertThat(response.getHeader("Content-Length"))
                    .isEqualTo(Integer.toString(response.text().getBytes(StandardCharsets.UTF_8).length));
            assertThat(response.getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "base-uri 'none'", "require-trusted-types-for 'script'")
                    .doesNotContain("unsafe");
        }

        @Test
        void asks_nothing_of_the_application() throws Exception {
            page(null, true).show(request, response);

            verifyNoInteractions(request.getServletContext());
        }

        @Test
        void has_headers_alone_for_a_head_request() throws Exception {
            page(null, true).show(FakeRequest.of("HEAD", "/app/check/face"), response);

            assertThat(response.getHeader("Content-Length")).matches("[1-9]\\d+");
            assertThat(response.text()).isEmpty();
        }

        @Test
        void is_in_the_persons_own_letters() throws Exception {
            page(null, true).show(request.in(Locale.forLanguageTag("ar")), response);

            assertThat(response.text())
                    .contains(
                            "<html lang=\"ar\" dir=\"rtl\">",
                            PageTexts.inFirst(List.of(Locale.forLanguageTag("ar")))
                                    .page("title"));
        }

        @Test
        void of_the_application_reads_the_same_markup() throws Exception {
            page("/WEB-INF/my.jsp", true).show(request, response);

            assertThat(response.text()).isEmpty();
            assertThat(model().get("html")).asString().startsWith("<div class=\"facecheck\"");
            assertThat(model().get("head")).asString().startsWith("<meta charset=\"UTF-8\"/>");
            assertThat(((Map<?, ?>) ((Map<?, ?>) model().get("inLanguage")).get(Locale.FRENCH)).get("html"))
                    .asString()
                    .contains("lang=\"fr\"", "value=\"" + model().get("token") + "\"");
            assertThat(model().keySet().toString()).doesNotContain("html");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void has_the_operators_policy_where_there_is_one(boolean own) throws Exception {
            TestConfig config = CONFIG.set("facecheck.capture.content-security-policy", "default-src 'self'");

            page(own ? "/WEB-INF/my.jsp" : null, config).show(request, response);

            assertThat(response.getHeader("Content-Security-Policy")).isEqualTo("default-src 'self'");
        }

        @Test
        void of_the_application_has_the_applications_policy() throws Exception {
            page("/WEB-INF/my.jsp", true).show(request, response);

            assertThat(request.forwardedTo()).isEqualTo("/WEB-INF/my.jsp");
            assertThat(response.getHeader("Content-Security-Policy")).isNull();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void may_use_the_camera_and_leaks_no_address(boolean own) throws Exception {
            page(own ? "/WEB-INF/my.jsp" : null, true).show(request, response);

            assertThat(response.getHeader("Permissions-Policy")).isEqualTo("camera=(self)");
            assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.getHeader("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        }
    }
}
