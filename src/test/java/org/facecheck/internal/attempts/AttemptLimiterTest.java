package org.facecheck.internal.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.facecheck.fake.Caches;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.config.AttemptsConfig;
import org.facecheck.internal.session.SessionAttempts;
import org.junit.jupiter.api.Nested;
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

    private void fails(int times, FakeRequest request) throws Exception {
        for (int i = 0; i < times; i++) {
            throttle.count(source(request));
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

        throttle.count(source(request));
        assertThat(request.hasSession()).isTrue();
        assertThat(throttle.attemptsLeft(source(request))).isEqualTo(1);
    }

    @Test
    void an_attempt_that_is_forgiven_counts_nowhere() throws Exception {
        FakeRequest request = request().as("alice");
        for (int i = 0; i < PER_ADDRESS; i++) {
            throttle.count(source(request));
            throttle.forgive(source(request));
        }

        assertThat(throttle.lockedFor(source(request))).isZero();
        assertThat(throttle.lockedFor(source(request().as("alice")))).isZero();
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
                (i % 2 == 0 ? here : there).count(source(request().as("alice").from("192.0.2." + i)));
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
                here.count(source(request()));
            }

            assertThat(there.lockedFor(source(request()))).isPositive();
            assertThat(there.lockedFor(source(request().from("198.51.100.7")))).isZero();
        }

        @Test
        void a_server_that_starts_later_knows_of_it() throws Exception {
            for (int i = 0; i < PER_ADDRESS; i++) {
                here.count(source(request()));
            }

            assertThat(node(map, Clock.offset(CLOCK, Duration.ofMinutes(5))).lockedFor(source(request())))
                    .isEqualTo(Duration.ofMinutes(10));
        }

        @Test
        void nobody_waits_any_more_once_the_window_is_over() throws Exception {
            for (int i = 0; i < PER_ADDRESS; i++) {
                here.count(source(request()));
            }
            AttemptLimiter later = node(map, Clock.offset(CLOCK, Duration.ofMinutes(15)));

            assertThat(later.lockedFor(source(request()))).isZero();
            later.count(source(request()));
            assertThat(later.lockedFor(source(request()))).isZero();
        }

        @Test
        void an_attempt_that_is_forgiven_at_the_other_server_counts_nowhere() throws Exception {
            for (int i = 0; i < PER_ADDRESS; i++) {
                here.count(source(request().as("alice")));
                there.forgive(source(request().as("alice")));
            }

            assertThat(here.lockedFor(source(request().as("alice")))).isZero();
        }

        @Test
        void another_application_counts_by_itself() throws Exception {
            for (int i = 0; i < PER_ADDRESS; i++) {
                here.count(source(request()));
            }

            assertThat(AttemptLimiter.shared(CONFIG, CLOCK, map, "/other", "s3cret")
                            .lockedFor(source(request())))
                    .isZero();
        }

        @Test
        void the_cache_holds_no_name_and_no_address() throws Exception {
            here.count(source(request().as("alice").from("192.0.2.77")));

            assertThat(map).hasSize(2);
            assertThat(map.toString()).doesNotContain("alice").doesNotContain("192.0.2.77");
        }

        @Test
        void a_cache_that_fails_allows_no_attempt() {
            AttemptLimiter throttle = node(Caches.broken(), CLOCK);

            assertThatThrownBy(() -> throttle.lockedFor(source(request())))
                    .isInstanceOf(AttemptsUnavailableException.class);
            assertThatThrownBy(() -> throttle.count(source(request())))
                    .isInstanceOf(AttemptsUnavailableException.class);
        }

        @Test
        void a_cache_that_fails_forgives_nothing_but_breaks_nothing_either() throws Exception {
            for (int i = 0; i < PER_ADDRESS; i++) {
                here.count(source(request()));
            }

            node(Caches.broken(), CLOCK).forgive(source(request()));

            assertThat(here.lockedFor(source(request()))).isPositive();
        }

        @Test
        void an_attempt_that_is_not_counted_costs_the_session_none() {
            FakeRequest request = request();
            AttemptLimiter throttle = node(Caches.broken(), CLOCK);

            assertThatThrownBy(() -> throttle.count(source(request))).isInstanceOf(AttemptsUnavailableException.class);

            assertThat(throttle.attemptsLeft(source(request))).isEqualTo(2);
        }
    }
}
