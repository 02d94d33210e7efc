package org.facecheck.internal.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facecheck.fake.Caches;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.MutableClock;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.config.AttemptsConfig;
import org.facecheck.internal.session.SessionAttempts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptLimiterTest {
    private static final int PER_PRINCIPAL = 3;
    private static final int PER_ADDRESS = 5;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final AttemptsConfig CONFIG =
            TestConfig.with().attempts(2, PER_PRINCIPAL, PER_ADDRESS).read().attempts();

    private final AttemptLimiter throttle = new AttemptLimiter(CONFIG, CLOCK);

    private static FakeRequest request() {
        return FakeRequest.get("/app/facecheck");
    }

    private static AttemptSource source(FakeRequest request) {
        return SessionAttempts.source(request);
    }

    /** Takes an attempt in the request's session, begun if there is none. */
    private static AttemptResult take(AttemptLimiter limiter, FakeRequest request) throws AttemptsUnavailableException {
        request.getSession();
        return limiter.take(source(request));
    }

    private void fails(int times, FakeRequest request) throws Exception {
        for (int i = 0; i < times; i++) {
            assertThat(take(throttle, request)).isInstanceOf(TakenAttempt.class);
        }
    }

    @Test
    void a_session_has_to_wait_after_its_own_attempts() throws Exception {
        FakeRequest request = request();
        fails(2, request);

        assertThat(throttle.lockedFor(source(request))).isEqualTo(Duration.ofMinutes(15));
        assertThat(throttle.lockedFor(source(request()))).isZero();
    }

    @Test
    void what_an_operator_had_forgotten_counts_for_no_session_principal_or_address() throws Exception {
        MutableClock clock = new MutableClock();
        AttemptLimiter limiter = new AttemptLimiter(CONFIG, clock);
        FakeRequest alice = request().as("alice");
        take(limiter, alice);
        take(limiter, alice);
        assertThat(take(limiter, alice)).isInstanceOf(AttemptResult.Locked.class);

        limiter.forgetAttempts();
        clock.advance(Duration.ofSeconds(1));

        assertThat(limiter.lockedFor(source(alice))).isZero();
        assertThat(limiter.attemptsLeft(source(alice))).isEqualTo(2);
        take(limiter, alice);
        take(limiter, alice);
        assertThat(take(limiter, alice)).isInstanceOf(AttemptResult.Locked.class);
        for (int i = 0; i < PER_PRINCIPAL - 2; i++) {
            take(limiter, request().as("alice").from("192.0.2." + i));
        }
        assertThat(take(limiter, request().as("alice").from("198.51.100.7"))).isInstanceOf(AttemptResult.Locked.class);
    }

    @Test
    void an_attempt_from_before_gives_nothing_back_to_the_count_after() throws Exception {
        MutableClock clock = new MutableClock();
        AttemptLimiter limiter = new AttemptLimiter(CONFIG, clock);
        FakeRequest request = request();
        AttemptResult before = take(limiter, request);
        limiter.forgetAttempts();
        clock.advance(Duration.ofSeconds(1));
        take(limiter, request);

        ((TakenAttempt) before).giveBack();

        assertThat(limiter.attemptsLeft(source(request))).isEqualTo(1);
    }

    @Test
    void a_principal_has_to_wait_in_every_session_and_from_everywhere() throws Exception {
        for (int i = 0; i < PER_PRINCIPAL; i++) {
            fails(1, request().as("alice").from("192.0.2." + i));
        }

        assertThat(throttle.lockedFor(source(request().as("alice").from("198.51.100.7"))))
                .isPositive();
        assertThat(throttle.lockedFor(source(request().as("bob")))).isZero();
    }

    @Test
    void an_address_has_to_wait_in_every_session_and_as_everybody() throws Exception {
        for (int i = 0; i < PER_ADDRESS; i++) {
            fails(1, request().as("person " + i));
        }

        assertThat(throttle.lockedFor(source(request()))).isPositive();
        assertThat(throttle.lockedFor(source(request().from("198.51.100.7")))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, 192.0.2.2, false",
        "::ffff:192.0.2.1, ::ffff:192.0.2.2, false",
        "fe80::1%no-such-card, fe80::2%no-such-card, false"
    })
    void of_an_ipv6_address_the_network_counts(String one, String other, boolean same) throws Exception {
        for (int i = 0; i < PER_ADDRESS; i++) {
            fails(1, request().from(one));
        }

        assertThat(throttle.lockedFor(source(request().from(other))).isZero()).isNotEqualTo(same);
    }

    @Test
    void no_header_is_an_address() throws Exception {
        for (int i = 0; i < PER_ADDRESS; i++) {
            fails(1, request().header("X-Forwarded-For", "203.0.113." + i));
        }

        assertThat(throttle.lockedFor(source(request().header("X-Forwarded-For", "203.0.113.99"))))
                .isPositive();
    }

    @Test
    void to_ask_begins_no_session() throws Exception {
        FakeRequest request = request();

        assertThat(throttle.lockedFor(source(request))).isZero();
        assertThat(throttle.attemptsLeft(source(request))).isEqualTo(2);
        assertThat(request.hasSession()).isFalse();

        take(throttle, request);
        assertThat(throttle.attemptsLeft(source(request))).isEqualTo(1);
    }

    @Test
    void an_attempt_that_is_given_back_counts_nowhere() throws Exception {
        FakeRequest request = request().as("alice");
        for (int i = 0; i < PER_ADDRESS; i++) {
            ((TakenAttempt) take(throttle, request)).giveBack();
        }

        assertThat(throttle.lockedFor(source(request))).isZero();
        assertThat(throttle.lockedFor(source(request().as("alice")))).isZero();
    }

    /** Has all of them take at the same moment; returns how many got an attempt. */
    private static int together(List<Callable<AttemptResult>> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<AttemptResult>> results = new ArrayList<>();
            for (Callable<AttemptResult> one : all) {
                results.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            int taken = 0;
            for (Future<AttemptResult> result : results) {
                taken += result.get() instanceof TakenAttempt ? 1 : 0;
            }
            return taken;
        } finally {
            threads.shutdownNow();
        }
    }

    @Nested
    class Attempts_that_are_taken_together {
        private static final int THREADS = 16;

        private int taken(AttemptLimiter limiter, boolean isOneSession, boolean isOnePrincipal) throws Exception {
            FakeRequest first = request();
            first.getSession();
            List<Callable<AttemptResult>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                FakeRequest one = request().from(isOnePrincipal ? "192.0.2." + i : "192.0.2.1");
                if (isOnePrincipal) {
                    one.as("alice");
                }
                if (isOneSession) {
                    one.with(first.getSession());
                }
                one.getSession();
                all.add(() -> limiter.take(source(one)));
            }
            return together(all);
        }

        @RepeatedTest(20)
        void in_one_session_are_as_many_as_it_has() throws Exception {
            assertThat(taken(throttle, true, false)).isEqualTo(2);
        }

        @RepeatedTest(20)
        void as_one_principal_are_as_many_as_there_are() throws Exception {
            assertThat(taken(throttle, false, true)).isEqualTo(PER_PRINCIPAL);
        }

        @RepeatedTest(20)
        void from_one_address_are_as_many_as_there_are() throws Exception {
            assertThat(taken(throttle, false, false)).isEqualTo(PER_ADDRESS);
        }

        @RepeatedTest(20)
        void in_a_cluster_are_as_many_as_there_are() throws Exception {
            AttemptLimiter limiter = AttemptLimiter.shared(CONFIG, CLOCK, new ConcurrentHashMap<>(), "/app", "s3cret");
            assertThat(taken(limiter, false, true)).isEqualTo(PER_PRINCIPAL);
        }
    }

    @Test
    void where_one_count_has_none_left_none_is_taken_from_the_others() throws Exception {
        FakeRequest request = request().as("alice");
        fails(2, request);

        for (int i = 0; i < 10; i++) {
            assertThat(take(throttle, request)).isEqualTo(new AttemptResult.Locked(Duration.ofMinutes(15)));
        }

        fails(1, request().as("alice"));
        fails(PER_ADDRESS - 3, request());
    }

    @Test
    void an_attempt_is_given_back_once() throws Exception {
        FakeRequest request = request();
        fails(1, request);
        TakenAttempt second = (TakenAttempt) take(throttle, request);

        second.giveBack();
        second.giveBack();

        assertThat(throttle.attemptsLeft(source(request))).isEqualTo(1);
    }

    @Test
    void an_attempt_that_is_kept_is_not_given_back() throws Exception {
        FakeRequest request = request();
        TakenAttempt attempt = (TakenAttempt) take(throttle, request);

        attempt.keep();
        attempt.giveBack();

        assertThat(throttle.attemptsLeft(source(request))).isEqualTo(1);
    }

    @Test
    void an_attempt_of_a_window_that_is_over_gives_nothing_back_to_the_next() throws Exception {
        MutableClock clock = new MutableClock();
        AttemptLimiter limiter = new AttemptLimiter(CONFIG, clock);
        FakeRequest request = request();
        TakenAttempt early = (TakenAttempt) take(limiter, request);
        clock.advance(Duration.ofMinutes(15));
        take(limiter, request);

        early.giveBack();

        assertThat(limiter.attemptsLeft(source(request))).isEqualTo(1);
    }

    @Test
    void without_a_session_there_is_no_attempt_and_none_is_begun() {
        FakeRequest request = request();

        assertThatThrownBy(() -> throttle.take(source(request))).isInstanceOf(AttemptsUnavailableException.class);
        assertThat(request.hasSession()).isFalse();
    }

    /** Containers throw when such a session is asked for anything, though the request still shows it. */
    @Test
    void in_a_session_that_has_just_ended_there_is_no_attempt_and_none_is_taken_elsewhere() {
        FakeRequest request = request().with(mock(HttpSession.class, invocation -> {
            throw new IllegalStateException("ended");
        }));

        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThatThrownBy(() -> throttle.take(source(request))).isInstanceOf(AttemptsUnavailableException.class);
        }

        assertThatCode(() -> fails(1, request())).doesNotThrowAnyException();
    }

    @Nested
    class In_a_cluster {
        private final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();
        private final AttemptLimiter here = node(map, CLOCK);
        private final AttemptLimiter there = node(map, CLOCK);

        private AttemptLimiter node(ConcurrentMap<String, String> shared, Clock clock) {
            return AttemptLimiter.shared(CONFIG, clock, shared, "/app", "s3cret");
        }

        @Test
        void a_principal_has_to_wait_at_the_other_server_too() throws Exception {
            for (int i = 0; i < PER_PRINCIPAL; i++) {
                take(i % 2 == 0 ? here : there, request().as("alice").from("192.0.2." + i));
            }

            assertThat(there.lockedFor(source(request().as("alice").from("198.51.100.7"))))
                    .isEqualTo(Duration.ofMinutes(15));
            assertThat(here.lockedFor(source(request().as("alice").from("198.51.100.7"))))
                    .isEqualTo(Duration.ofMinutes(15));
            assertThat(there.lockedFor(source(request().as("bob")))).isZero();
        }

        @Test
        void an_address_has_to_wait_at_the_other_server_too() throws Exception {
            for (int i = 0; i < PER_ADDRESS; i++) {
                take(here, request());
            }

            assertThat(there.lockedFor(source(request()))).isPositive();
            assertThat(there.lockedFor(source(request().from("198.51.100.7")))).isZero();
        }

        @Test
        void a_server_that_starts_later_knows_of_it() throws Exception {
            for (int i = 0; i < PER_ADDRESS; i++) {
                take(here, request());
            }

            assertThat(node(map, Clock.offset(CLOCK, Duration.ofMinutes(5))).lockedFor(source(request())))
                    .isEqualTo(Duration.ofMinutes(10));
        }

        @Test
        void nobody_waits_any_more_once_the_window_is_over() throws Exception {
            for (int i = 0; i < PER_ADDRESS; i++) {
                take(here, request());
            }
            AttemptLimiter later = node(map, Clock.offset(CLOCK, Duration.ofMinutes(15)));

            assertThat(later.lockedFor(source(request()))).isZero();
            take(later, request());
            assertThat(later.lockedFor(source(request()))).isZero();
        }

        @Test
        void an_attempt_that_is_given_back_counts_at_no_server() throws Exception {
            for (int i = 0; i < PER_ADDRESS; i++) {
                ((TakenAttempt) take(here, request().as("alice"))).giveBack();
            }

            assertThat(there.lockedFor(source(request().as("alice")))).isZero();
        }

        @Test
        void another_application_counts_by_itself() throws Exception {
            for (int i = 0; i < PER_ADDRESS; i++) {
                take(here, request());
            }

            assertThat(AttemptLimiter.shared(CONFIG, CLOCK, map, "/other", "s3cret")
                            .lockedFor(source(request())))
                    .isZero();
        }

        @Test
        void the_cache_holds_no_name_and_no_address() throws Exception {
            take(here, request().as("alice").from("192.0.2.77"));

            assertThat(map).hasSize(2);
            assertThat(map.toString()).doesNotContain("alice").doesNotContain("192.0.2.77");
        }

        @Test
        void a_cache_that_fails_allows_no_attempt() {
            AttemptLimiter throttle = node(Caches.broken(), CLOCK);

            assertThatThrownBy(() -> throttle.lockedFor(source(request())))
                    .isInstanceOf(AttemptsUnavailableException.class);
            assertThatThrownBy(() -> take(throttle, request())).isInstanceOf(AttemptsUnavailableException.class);
        }

        @Test
        void a_cache_that_fails_gives_nothing_back_but_breaks_nothing_either() throws Exception {
            AtomicBoolean isBroken = new AtomicBoolean();
            AttemptLimiter limiter = node(
                    new ConcurrentHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        public String get(Object key) {
                            if (isBroken.get()) {
                                throw new IllegalStateException("gone");
                            }
                            return super.get(key);
                        }
                    },
                    CLOCK);
            AttemptResult last = take(limiter, request());
            for (int i = 1; i < PER_ADDRESS; i++) {
                last = take(limiter, request());
            }
            isBroken.set(true);

            ((TakenAttempt) last).giveBack();

            isBroken.set(false);
            assertThat(limiter.lockedFor(source(request()))).isPositive();
        }

        @Test
        void an_attempt_that_is_not_counted_costs_the_session_none() {
            FakeRequest request = request();
            AttemptLimiter throttle = node(Caches.broken(), CLOCK);

            assertThatThrownBy(() -> take(throttle, request)).isInstanceOf(AttemptsUnavailableException.class);

            assertThat(throttle.attemptsLeft(source(request))).isEqualTo(2);
        }
    }
}
