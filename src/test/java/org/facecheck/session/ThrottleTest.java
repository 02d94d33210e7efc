package org.facecheck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.facecheck.config.AttemptsConfig;
import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleTest {
    private static final int PER_PRINCIPAL = 3;
    private static final int PER_ADDRESS = 5;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final Throttle throttle =
            new Throttle(new AttemptsConfig(2, PER_PRINCIPAL, PER_ADDRESS, Duration.ofMinutes(15)), CLOCK);

    private static FakeRequest request() {
        return FakeRequest.get("/app/facecheck");
    }

    private void fails(int times, FakeRequest request) {
        for (int i = 0; i < times; i++) {
            throttle.count(request);
        }
    }

    @Test
    void a_session_has_to_wait_after_its_own_attempts() {
        FakeRequest request = request();
        fails(2, request);

        assertThat(throttle.locked(request)).isEqualTo(Duration.ofMinutes(15));
        assertThat(throttle.locked(request())).isZero();
    }

    @Test
    void a_principal_has_to_wait_in_every_session_and_from_everywhere() {
        for (int i = 0; i < PER_PRINCIPAL; i++) {
            fails(1, request().as("alice").from("192.0.2." + i));
        }

        assertThat(throttle.locked(request().as("alice").from("198.51.100.7"))).isPositive();
        assertThat(throttle.locked(request().as("bob"))).isZero();
    }

    @Test
    void an_address_has_to_wait_in_every_session_and_as_everybody() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            fails(1, request().as("person " + i));
        }

        assertThat(throttle.locked(request())).isPositive();
        assertThat(throttle.locked(request().from("198.51.100.7"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "192.0.2.1, 192.0.2.2, false"
    })
    void of_an_ipv6_address_the_network_counts(String one, String other, boolean same) {
        for (int i = 0; i < PER_ADDRESS; i++) {
            fails(1, request().from(one));
        }

        assertThat(throttle.locked(request().from(other)).isZero()).isNotEqualTo(same);
    }

    @Test
    void no_header_is_an_address() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            fails(1, request().header("X-Forwarded-For", "203.0.113." + i));
        }

        assertThat(throttle.locked(request().header("X-Forwarded-For", "203.0.113.99")))
                .isPositive();
    }

    @Test
    void an_attempt_that_is_forgiven_counts_nowhere() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            FakeRequest request = request().as("alice");
            throttle.count(request);
            throttle.forgive(request);
        }

        assertThat(throttle.locked(request().as("alice"))).isZero();
    }
}
