package org.facecheck.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.Interrupted;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.RequestFingerprint;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.RememberedRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostCheckRedirectTest {
    private static final KycIdentity IDENTITY = new KycIdentity("card", Map.of());

    private final FakeRequest request = FakeRequest.navigation("/app/facecheck");

    private static PostCheckRedirect redirect(Rule... rules) {
        return new PostCheckRedirect(List.of(rules), CaptureFixture.CLOCK, false);
    }

    private Optional<RequestTarget> target(Rule... rules) {
        return redirect(rules).target(request);
    }

    private FaceCheckSession session() {
        return FaceCheckSession.of(request);
    }

    private void pass(Duration ago) {
        session().grant(IDENTITY, CaptureFixture.NOW - ago.toMillis());
    }

    private void want(String target, Rule rule) {
        session().requests().saveRequest(Interrupted.page(target, rule.name()));
    }

    @Nested
    class A_person_stays {
        @Test
        void without_a_session() {
            assertThat(target(Configs.HALF_HOUR)).isEmpty();
            assertThat(request.hasSession()).isFalse();
        }

        @Test
        void without_a_pass() {
            want("/app/secure/page", Configs.HALF_HOUR);

            assertThat(target(Configs.HALF_HOUR)).isEmpty();
        }

        @Test
        void with_a_pass_of_another_login() {
            pass(Duration.ZERO);
            request.as("alice");

            assertThat(target(Configs.HALF_HOUR)).isEmpty();
        }

        @Test
        void with_a_pass_that_is_too_old() {
            pass(Duration.ofMinutes(31));

            assertThat(target(Configs.HALF_HOUR)).isEmpty();
        }

        @Test
        void with_a_pass_that_is_too_old_for_the_rule_that_asked() {
            pass(Duration.ofMinutes(6));
            session().requests().noteRule(Configs.STRICT.name());

            assertThat(target(Configs.HALF_HOUR, Configs.STRICT)).isEmpty();
        }

        @Test
        void when_the_rule_that_asked_is_no_more() {
            pass(Duration.ZERO);
            session().requests().noteRule(Configs.STRICT.name());

            assertThat(target(Configs.HALF_HOUR)).isEmpty();
        }
    }

    @Nested
    class A_person_with_a_good_pass {
        @Test
        void goes_home_where_nothing_was_wanted() {
            pass(Duration.ofMinutes(30));

            assertThat(target(Configs.HALF_HOUR)).contains(new RequestTarget("/app/"));
        }

        @Test
        void goes_home_where_no_rule_asked_and_any_opens() {
            pass(Duration.ofMinutes(6));

            assertThat(target(Configs.STRICT, Configs.HALF_HOUR)).contains(new RequestTarget("/app/"));
            assertThat(target(Configs.STRICT)).isEmpty();
        }

        @Test
        void goes_to_what_was_wanted() {
            pass(Duration.ofMinutes(4));
            want("/app/strict/page?x=1", Configs.STRICT);

            assertThat(target(Configs.HALF_HOUR, Configs.STRICT)).contains(new RequestTarget("/app/strict/page?x=1"));
        }
    }

    @Nested
    class A_page_that_is_loaded_anew {
        private FakeRequest tab() {
            return FakeRequest.navigation("/app/facecheck").with(request.getSession());
        }

        @Test
        void goes_on_to_what_no_other_tab_has_passed() {
            want("/app/secure/a", Configs.HALF_HOUR);
            FaceCheckSession.of(tab()).issueToken();
            want("/app/secure/b", Configs.HALF_HOUR);
            pass(Duration.ZERO);

            assertThat(target(Configs.HALF_HOUR)).contains(new RequestTarget("/app/secure/a"));
        }

        @Test
        void goes_on_to_it_once() {
            pass(Duration.ZERO);
            want("/app/secure/a", Configs.HALF_HOUR);
            PostCheckRedirect redirect = redirect(Configs.HALF_HOUR);

            assertThat(redirect.proceed(tab())).contains(new RequestTarget("/app/secure/a"));
            assertThat(redirect.proceed(tab())).contains(new RequestTarget("/app/"));
        }

        @Test
        void may_be_asked_for_it_often_before() {
            pass(Duration.ZERO);
            want("/app/secure/a", Configs.HALF_HOUR);

            assertThat(redirect(Configs.HALF_HOUR).target(tab())).contains(new RequestTarget("/app/secure/a"));
            assertThat(redirect(Configs.HALF_HOUR).target(tab())).contains(new RequestTarget("/app/secure/a"));
        }

        @Test
        void puts_a_form_back_in_place() {
            RememberedRequest.Form form = new RememberedRequest.Form("text/plain", new byte[] {1, 2, 3});
            pass(Duration.ZERO);
            session().requests().saveRequest(Interrupted.form("/app/secure/form", "protect", form));

            redirect(Configs.HALF_HOUR).proceed(tab());

            assertThat(session().requests().takeMatchingForm(new RequestTarget("/app/secure/form")))
                    .contains(form);
        }

        @Test
        void of_another_sites_leads_to_nothing_that_a_person_wanted() {
            pass(Duration.ZERO);
            want("/app/secure/a", Configs.HALF_HOUR);

            assertThat(redirect(Configs.HALF_HOUR).proceed(tab().header("Sec-Fetch-Site", "cross-site")))
                    .contains(new RequestTarget("/app/"));
        }
    }

    @Nested
    class A_person_who_sent_a_picture_and_wanted_nothing_in_particular {
        private RequestTarget home(String referer) {
            return PostCheckRedirect.home(
                    FakeRequest.of("POST", "/app/facecheck").header("Referer", referer));
        }

        @Test
        void goes_back_to_the_page_that_showed_the_capture() {
            assertThat(home("https://intranet.example/app/dashboard?tab=2#top"))
                    .isEqualTo(new RequestTarget("/app/dashboard?tab=2"));
        }

        @Test
        void goes_to_the_front_page_from_the_capture_page_itself() {
            assertThat(home("https://intranet.example/app/facecheck")).isEqualTo(new RequestTarget("/app/"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "https://intranet.example/",
                    "https://intranet.example/other/page",
                    "https://intranet.example/apple",
                    "about:blank",
                    "https://intranet.example/app/\\evil.example",
                    "https://intranet.example/app/%"
                })
        void goes_to_the_front_page_from_anywhere_else(String referer) {
            assertThat(home(referer)).isEqualTo(new RequestTarget("/app/"));
        }

        @Test
        void goes_to_the_front_page_where_the_browser_names_no_page() {
            assertThat(PostCheckRedirect.home(FakeRequest.of("POST", "/app/facecheck")))
                    .isEqualTo(new RequestTarget("/app/"));
        }

        @Test
        void is_not_led_to_another_host_by_an_application_at_the_root() {
            FakeRequest sent = FakeRequest.of("POST", "/facecheck")
                    .below("")
                    .header("Referer", "https://intranet.example//evil.example/page");

            assertThat(PostCheckRedirect.home(sent)).isEqualTo(new RequestTarget("/"));
        }
    }

    @Nested
    class The_second_of_two_clicks {
        @Test
        void goes_where_the_first_one_goes() {
            want("/app/secure/page?x=1", Configs.HALF_HOUR);
            pass(Duration.ZERO);

            assertThat(redirect(Configs.HALF_HOUR).targetAfterOtherClick(request))
                    .contains(new RequestTarget("/app/secure/page?x=1"));
            assertThat(target(Configs.HALF_HOUR)).contains(new RequestTarget("/app/"));
        }

        @Test
        void goes_home_where_nothing_was_wanted() {
            pass(Duration.ZERO);

            assertThat(redirect(Configs.HALF_HOUR).targetAfterOtherClick(request))
                    .contains(new RequestTarget("/app/"));
        }

        @Test
        void goes_nowhere_if_the_first_one_failed() {
            want("/app/secure/page", Configs.HALF_HOUR);

            assertThat(redirect(Configs.HALF_HOUR).targetAfterOtherClick(request))
                    .isEmpty();
        }
    }

    @Nested
    class A_one_time_rule {
        @Test
        void opens_for_what_the_check_was_made_for() {
            want("/app/transfer?to=1", Configs.ONE_TIME);
            pass(Duration.ZERO);
            want("/app/transfer?to=1", Configs.ONE_TIME);

            assertThat(target(Configs.ONE_TIME)).contains(new RequestTarget("/app/transfer?to=1"));
        }

        @Test
        void does_not_open_for_anything_else() {
            want("/app/transfer?to=1", Configs.ONE_TIME);
            pass(Duration.ZERO);
            want("/app/transfer?to=2", Configs.ONE_TIME);

            assertThat(target(Configs.ONE_TIME, Configs.HALF_HOUR)).isEmpty();
        }

        @Test
        void does_not_open_twice() {
            want("/app/transfer?to=1", Configs.ONE_TIME);
            pass(Duration.ZERO);
            assertThat(session().useUpPass(RequestFingerprint.ofPage(new RequestTarget("/app/transfer?to=1"))))
                    .isTrue();
            want("/app/transfer?to=1", Configs.ONE_TIME);

            assertThat(target(Configs.ONE_TIME)).isEmpty();
        }

        @Test
        void does_not_open_with_an_old_check_either() {
            want("/app/transfer?to=1", Configs.ONE_TIME);
            pass(Duration.ofMinutes(31));
            want("/app/transfer?to=1", Configs.ONE_TIME);

            assertThat(target(Configs.ONE_TIME)).isEmpty();
        }
    }
}
