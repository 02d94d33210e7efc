package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.internal.config.AttemptsConfig;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FaceCheckSessionTest {
    private static final KycIdentity IDENTITY = new KycIdentity("card", Map.of("fullName", "FIRST LAST"));
    private static final AttemptsConfig TWICE = new AttemptsConfig(2, 3, 4, Duration.ofMinutes(15), null);
    private static final long NOW = 1_000_000_000;
    private static final String TARGET = "/app/secure/page?x=1";
    private static final RememberedRequest PAGE = new RememberedRequest(TARGET, "protect", null, null);
    private static final RememberedRequest FORM = new RememberedRequest(
            TARGET,
            "protect",
            null,
            new Form("application/x-www-form-urlencoded", "a=1".getBytes(StandardCharsets.US_ASCII)));

    private final FakeRequest request = FakeRequest.get("/app/facecheck");
    private final FaceCheckSession session = FaceCheckSession.of(request);

    /** A later request of the same browser's. */
    private FakeRequest later(String target) {
        return FakeRequest.navigation(target).with(request.getSession());
    }

    private FakeRequest fromOtherSite(String target) {
        return later(target).header("Sec-Fetch-Site", "cross-site");
    }

    /** The token of a capture page that a browser is sent to for this errand, and shows at once. */
    private String pageFor(RememberedRequest wanted) {
        FaceCheckSession.of(later(wanted.target())).remember(wanted);
        return FaceCheckSession.of(later("/app/facecheck")).issueToken();
    }

    /** What a passed check of this page's picture leads to. */
    private Optional<String> pass(String token) {
        FaceCheckSession sent = FaceCheckSession.of(later("/app/facecheck"));
        assertThat(sent.redeem(token)).isTrue();
        return sent.grant(IDENTITY, NOW);
    }

    /** What each of many threads says that were let go together. */
    private static <T> List<T> together(int threads, Callable<T> step) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier barrier = new CyclicBarrier(threads);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    barrier.await();
                    return step.call();
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<T> one : running) {
                all.add(one.get());
            }
            return all;
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void a_page_stays_with_what_it_was_opened_for_while_another_tab_wants_something_else() {
        FaceCheckSession.of(later(TARGET)).remember(PAGE);
        FaceCheckSession shown = FaceCheckSession.of(later("/app/facecheck"));
        shown.issueToken();

        FaceCheckSession.of(later("/app/other")).remember(new RememberedRequest("/app/other", "admin", null, null));

        assertThat(shown.wanted()).contains(PAGE);
        assertThat(shown.rules()).containsExactly("protect");
    }

    @Nested
    class A_session {
        @Test
        void is_begun_only_where_one_is_needed() {
            FakeRequest stranger = FakeRequest.get("/app/");

            assertThat(FaceCheckSession.existing(stranger)).isEmpty();
            assertThat(stranger.hasSession()).isFalse();
            FaceCheckSession.of(stranger);
            assertThat(FaceCheckSession.existing(stranger)).isPresent();
        }

        @Test
        void of_nobody_has_no_principal() {
            assertThat(FaceCheckSession.principal(request)).isNull();
            assertThat(FaceCheckSession.principal(request.as("alice"))).isEqualTo("alice");
        }

        @Test
        void with_something_else_under_its_names_is_a_new_one() {
            request.getSession().setAttribute("org.facecheck.visit", "planted");
            request.getSession().setAttribute("org.facecheck.attempts", "planted");

            assertThat(session.wanted()).isEmpty();
            assertThat(session.redeem("planted")).isFalse();
            assertThat(session.locked(TWICE, NOW)).isZero();
        }
    }

    @Nested
    class What_was_interrupted {
        @Test
        void is_remembered_with_the_rule_that_did_it() {
            session.remember(PAGE);

            assertThat(session.wanted()).contains(PAGE);
            assertThat(session.rules()).contains("protect");
        }

        @Test
        void stays_when_another_rule_asks() {
            session.remember(PAGE);
            session.askedBy("strict");

            assertThat(session.wanted()).contains(PAGE);
            assertThat(session.rules()).contains("strict");
        }

        @Test
        void gives_way_to_what_is_wanted_later() {
            RememberedRequest later = new RememberedRequest("/app/other", "strict", null, null);
            session.remember(FORM);
            session.remember(later);

            assertThat(session.wanted()).contains(later);
        }

        @Test
        void does_not_cost_a_tab_its_token() {
            String token = session.issueToken();
            session.remember(PAGE);
            session.askedBy("strict");

            assertThat(session.redeem(token)).isTrue();
        }
    }

    @Nested
    class A_token {
        @Test
        void is_redeemed_once() {
            String token = session.issueToken();

            assertThat(session.redeem(token)).isTrue();
            assertThat(session.redeem(token)).isFalse();
        }

        @Test
        void is_worth_nothing_in_another_session() {
            String token = session.issueToken();

            assertThat(FaceCheckSession.of(FakeRequest.get("/app/")).redeem(token))
                    .isFalse();
            assertThat(session.redeem(token)).isTrue();
        }

        @Test
        void is_redeemed_by_one_of_many_who_come_at_once() throws Exception {
            for (int round = 0; round < 50; round++) {
                String token = session.issueToken();

                assertThat(together(4, () -> session.redeem(token))).containsOnlyOnce(true);
            }
        }

        @Test
        void is_not_lost_when_tabs_open_at_once() throws Exception {
            List<String> tokens = together(8, session::issueToken);

            assertThat(tokens).doesNotHaveDuplicates().allMatch(session::redeem);
        }
    }

    @Nested
    class Two_tabs {
        private static final RememberedRequest OTHER = new RememberedRequest("/app/other", "strict", null, null);

        @Test
        void go_on_to_what_each_of_them_wanted() {
            String first = pageFor(PAGE);
            String second = pageFor(OTHER);

            assertThat(pass(first)).contains(TARGET);
            assertThat(pass(second)).contains("/app/other");
        }

        @Test
        void do_so_in_whatever_order() {
            String first = pageFor(PAGE);
            String second = pageFor(OTHER);

            assertThat(pass(second)).contains("/app/other");
            assertThat(pass(first)).contains(TARGET);
        }

        @Test
        void keep_what_they_wanted_over_a_picture_that_was_of_no_use() {
            String first = pageFor(PAGE);
            pageFor(OTHER);
            FaceCheckSession sent = FaceCheckSession.of(later("/app/facecheck"));
            sent.redeem(first);

            assertThat(pass(sent.issueToken())).contains(TARGET);
        }

        @Test
        void keep_it_even_for_a_token_that_was_used() {
            String first = pageFor(PAGE);
            pageFor(OTHER);
            FaceCheckSession.of(later("/app/facecheck")).redeem(first);
            FaceCheckSession again = FaceCheckSession.of(later("/app/facecheck"));
            assertThat(again.redeem(first)).isFalse();

            assertThat(pass(again.issueToken())).contains(TARGET);
        }

        @Test
        void have_rules_of_their_own() {
            String first = pageFor(PAGE);
            pageFor(OTHER);
            FaceCheckSession sent = FaceCheckSession.of(later("/app/facecheck"));
            sent.knows(first);

            assertThat(sent.rules()).containsExactly("protect");
            assertThat(sent.wanted()).contains(PAGE);
        }

        @Test
        void find_what_the_other_has_not_passed_when_they_are_loaded_anew() {
            String first = pageFor(PAGE);
            pageFor(OTHER);
            pass(first);

            assertThat(FaceCheckSession.of(later("/app/facecheck")).wanted()).contains(OTHER);
        }

        @Test
        void put_a_form_back_in_place_when_its_own_tab_goes_on() {
            String form = pageFor(FORM);
            String page = pageFor(OTHER);
            pass(page);
            assertThat(Pass.in(request).resuming()).isFalse();
            assertThat(session.resume(TARGET)).isEmpty();

            FaceCheckSession sent = FaceCheckSession.of(later("/app/facecheck"));
            sent.redeem(form);
            sent.proceed();

            assertThat(Pass.in(request).resuming()).isTrue();
            assertThat(session.resume(TARGET)).contains(FORM.form());
            assertThat(session.resume(TARGET)).isEmpty();
        }

        @Test
        void put_a_form_back_each() {
            RememberedRequest more = new RememberedRequest("/app/more", "protect", null, FORM.form());
            pass(pageFor(FORM));
            pass(pageFor(more));

            assertThat(session.resume(TARGET)).contains(FORM.form());
            assertThat(Pass.in(request).resuming()).isTrue();
            assertThat(session.resume("/app/more")).contains(FORM.form());
            assertThat(Pass.in(request).resuming()).isFalse();
        }

        @Test
        void open_one_one_time_target_with_one_check() {
            String first = pageFor(PAGE);
            pageFor(OTHER);
            pass(first);

            assertThat(session.spend("/app/other")).isFalse();
            assertThat(session.spend(TARGET)).isTrue();
        }
    }

    @Nested
    class What_another_site_makes_the_browser_ask_for {
        private static final RememberedRequest PLANTED = new RememberedRequest("/app/planted", "protect", null, null);

        private void plant() {
            FaceCheckSession.of(fromOtherSite("/app/planted")).remember(PLANTED);
        }

        @Test
        void does_not_change_what_an_open_page_leads_to() {
            String token = pageFor(PAGE);
            plant();

            assertThat(pass(token)).contains(TARGET);
        }

        @Test
        void does_not_come_between_a_request_and_its_page() {
            session.remember(PAGE);
            plant();

            assertThat(pass(FaceCheckSession.of(later("/app/facecheck")).issueToken()))
                    .contains(TARGET);
        }

        @Test
        void is_not_what_somebody_wanted_who_comes_by_themselves() {
            plant();

            assertThat(session.wanted()).isEmpty();
        }

        @Test
        void is_what_a_link_led_to_for_its_own_page() {
            plant();

            assertThat(pass(FaceCheckSession.of(fromOtherSite("/app/facecheck")).issueToken()))
                    .contains("/app/planted");
        }
    }

    @Nested
    class A_session_that_Facecheck_begins {
        @Test
        void ends_soon_where_nobody_passes() {
            assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(600);
        }

        @Test
        void lives_as_long_as_the_container_says_after_a_pass() {
            session.grant(IDENTITY, NOW);

            assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(1800);
        }

        @Test
        void lives_as_long_as_the_container_says_for_somebody_who_has_logged_in() {
            FaceCheckSession.of(later("/app/facecheck").as("alice"));

            assertThat(request.getSession().getMaxInactiveInterval()).isEqualTo(1800);
        }

        @Test
        void is_never_made_to_live_longer() {
            SessionLimits limits = new SessionLimits(Duration.ofMinutes(10), new RememberBudget(0));

            assertThat(limits.idleSeconds(300)).isEqualTo(300);
            assertThat(limits.idleSeconds(0)).isEqualTo(600);
            assertThat(limits.idleSeconds(-1)).isEqualTo(600);
            assertThat(new SessionLimits(Duration.ofMillis(1), new RememberBudget(0)).idleSeconds(0))
                    .isEqualTo(1);
        }

        @Test
        void leaves_one_of_the_applications_own_as_it_is() {
            FakeRequest own = FakeRequest.get("/app/");
            own.getSession().setMaxInactiveInterval(7200);

            FaceCheckSession.of(own).remember(PAGE);
            assertThat(own.getSession().getMaxInactiveInterval()).isEqualTo(7200);
            FaceCheckSession.of(own).grant(IDENTITY, NOW);
            assertThat(own.getSession().getMaxInactiveInterval()).isEqualTo(7200);
        }
    }

    @Nested
    class Where_all_sessions_remember_much {
        private final RememberedRequest large =
                new RememberedRequest(TARGET, "strict", null, new Form("text/plain", new byte[600_000]));

        @Test
        void nothing_more_is_kept_but_the_rule() {
            assertThat(session.remember(large)).isTrue();
            assertThat(session.remember(large)).isFalse();
            session.askedBy("protect");

            assertThat(session.remember(large)).isFalse();
            assertThat(session.rules()).contains("strict");
        }

        @Test
        void there_is_room_again_once_a_form_was_resumed() {
            session.remember(large);
            session.grant(IDENTITY, NOW);
            session.resume(TARGET);

            assertThat(session.remember(large)).isTrue();
        }

        @Test
        void there_is_room_again_when_a_session_ends() {
            session.remember(large);

            new FaceCheckSessionListener().sessionDestroyed(new HttpSessionEvent(request.getSession()));

            assertThat(session.remember(large)).isTrue();
        }

        @Test
        void an_end_that_comes_too_late_harms_nobody() {
            HttpSession gone = mock(HttpSession.class);
            when(gone.getServletContext()).thenReturn(mock(ServletContext.class));
            when(gone.getAttribute(anyString())).thenThrow(new IllegalStateException("invalidated"));

            assertThatCode(() -> new FaceCheckSessionListener().sessionDestroyed(new HttpSessionEvent(gone)))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    class Attempts_are_counted {
        @Test
        void until_nobody_may_try_any_more() {
            session.countAttempt(TWICE, NOW);
            assertThat(session.locked(TWICE, NOW)).isZero();

            session.countAttempt(TWICE, NOW);
            assertThat(session.locked(TWICE, NOW)).isEqualTo(Duration.ofMinutes(15));
        }

        @Test
        void but_for_those_that_are_forgiven() {
            session.countAttempt(TWICE, NOW);
            session.countAttempt(TWICE, NOW);
            session.forgiveAttempt();

            assertThat(session.locked(TWICE, NOW)).isZero();
        }

        @Test
        void from_the_beginning_after_a_pass() {
            session.countAttempt(TWICE, NOW);
            session.grant(IDENTITY, NOW);
            session.countAttempt(TWICE, NOW);

            assertThat(session.locked(TWICE, NOW)).isZero();
        }

        @Test
        void one_by_one_even_when_they_come_at_once() throws Exception {
            AttemptsConfig many = new AttemptsConfig(400, 400, 400, Duration.ofMinutes(15), null);
            for (int round = 0; round < 50; round++) {
                together(8, () -> {
                    session.countAttempt(many, NOW);
                    return true;
                });
            }

            assertThat(session.locked(many, NOW)).isPositive();
        }
    }

    @Nested
    class A_pass {
        @Test
        void belongs_to_whoever_is_logged_in() {
            request.as("alice");
            session.grant(IDENTITY, NOW);

            assertThat(Pass.in(request)).isEqualTo(new Pass(IDENTITY, NOW, "alice", null, false));
        }

        @Test
        void changes_the_sessions_id() {
            String before = request.getSession().getId();

            session.grant(IDENTITY, NOW);

            assertThat(request.getSession().getId()).isNotEqualTo(before);
        }

        @Test
        void leads_to_what_was_wanted_and_forgets_it() {
            session.remember(PAGE);

            assertThat(session.grant(IDENTITY, NOW)).contains(TARGET);
            assertThat(session.wanted()).isEmpty();
            assertThat(session.rules()).isEmpty();
            assertThat(session.spend("/app/secure/page")).isFalse();
            assertThat(Pass.in(request).resuming()).isFalse();
        }

        @Test
        void leads_nowhere_where_nothing_was_wanted() {
            assertThat(session.grant(IDENTITY, NOW)).isEmpty();
        }

        @Test
        void uses_up_its_own_token() {
            String token = pageFor(FORM);

            pass(token);

            assertThat(session.redeem(token)).isFalse();
        }

        @Test
        void is_outdated_by_a_change_of_the_id_that_is_not_its_own() {
            session.remember(PAGE);
            session.grant(IDENTITY, NOW);

            new FaceCheckSessionListener().sessionIdChanged(new HttpSessionEvent(request.getSession()), "before");

            assertThat(Pass.in(request)).isNotNull();
            assertThat(Pass.in(request).isFresh(Duration.ofDays(366), System.currentTimeMillis()))
                    .isFalse();
            assertThat(session.spend(TARGET)).isFalse();
            assertThat(Pass.in(request).identity()).isEqualTo(IDENTITY);
        }

        @Test
        void is_spent_once_for_its_own_target() {
            session.remember(PAGE);
            session.grant(IDENTITY, NOW);

            assertThat(session.spend("/app/secure/page")).isFalse();
            assertThat(session.spend(TARGET)).isTrue();
            assertThat(session.spend(TARGET)).isFalse();
            assertThat(Pass.in(request)).isNotNull();
        }

        @Test
        void is_spent_by_one_of_many_who_come_at_once() throws Exception {
            for (int round = 0; round < 50; round++) {
                session.remember(PAGE);
                session.grant(IDENTITY, NOW);

                assertThat(together(4, () -> session.spend(TARGET))).containsOnlyOnce(true);
            }
        }

        @Test
        void is_not_spent_by_somebody_who_has_logged_in_since() {
            session.remember(PAGE);
            session.grant(IDENTITY, NOW);
            request.as("alice");

            assertThat(session.spend(TARGET)).isFalse();
        }
    }

    @Nested
    class A_form {
        @Test
        void waits_for_its_target_and_is_taken_once() {
            session.remember(FORM);
            session.grant(IDENTITY, NOW);
            assertThat(Pass.in(request).resuming()).isTrue();

            assertThat(session.resume("/app/secure/page")).isEmpty();
            assertThat(session.resume(TARGET)).contains(FORM.form());
            assertThat(session.resume(TARGET)).isEmpty();
            assertThat(Pass.in(request).resuming()).isFalse();
        }

        @Test
        void is_not_taken_by_a_request_of_another_sites() {
            session.remember(FORM);
            session.grant(IDENTITY, NOW);

            assertThat(FaceCheckSession.of(fromOtherSite(TARGET)).resume(TARGET))
                    .isEmpty();
            assertThat(session.resume(TARGET)).contains(FORM.form());
        }

        @Test
        void is_not_taken_without_a_pass() {
            session.remember(FORM);

            assertThat(session.resume(TARGET)).isEmpty();
            assertThat(session.wanted()).contains(FORM);
        }

        @Test
        void of_somebody_elses_is_thrown_away() {
            session.remember(FORM);
            request.as("alice");
            session.grant(IDENTITY, NOW);

            assertThat(session.resume(TARGET)).isEmpty();
            assertThat(Pass.in(request).resuming()).isFalse();
        }

        @Test
        void that_was_resumed_leaves_a_one_time_check_to_be_spent() {
            session.remember(FORM);
            session.grant(IDENTITY, NOW);
            session.resume(TARGET);

            assertThat(session.spend(TARGET)).isTrue();
        }

        @Test
        void waits_on_when_a_one_time_check_is_spent_first() {
            session.remember(FORM);
            session.grant(IDENTITY, NOW);
            session.spend(TARGET);

            assertThat(session.resume(TARGET)).contains(FORM.form());
        }
    }
}
