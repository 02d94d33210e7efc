package org.facecheck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facecheck.KycIdentity;
import org.facecheck.config.AttemptsConfig;
import org.facecheck.fake.FakeRequest;
import org.facecheck.session.RememberedRequest.Form;
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
            assertThat(session.rule()).contains("protect");
        }

        @Test
        void stays_when_another_rule_asks() {
            session.remember(PAGE);
            session.askedBy("strict");

            assertThat(session.wanted()).contains(PAGE);
            assertThat(session.rule()).contains("strict");
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
            assertThat(session.rule()).isEmpty();
            assertThat(Pass.in(request).resuming()).isFalse();
        }

        @Test
        void leads_nowhere_where_nothing_was_wanted() {
            assertThat(session.grant(IDENTITY, NOW)).isEmpty();
        }

        @Test
        void makes_all_open_tokens_worthless() {
            String token = session.issueToken();
            session.remember(FORM);

            session.grant(IDENTITY, NOW);

            assertThat(session.redeem(token)).isFalse();
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
            assertThat(session.wanted()).isEmpty();
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
