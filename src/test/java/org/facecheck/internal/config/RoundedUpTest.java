package org.facecheck.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedUpTest {

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT0.000000001S, 1", "PT1S, 1", "PT1.001S, 2", "PT14.2S, 15", "PT-0.5S, 0", "PT-1.5S, -1"})
    void seconds_that_have_begun_count_whole(Duration duration, long seconds) {
        assertThat(RoundedUp.seconds(duration)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT0.001S, 1", "PT1S, 1", "PT1M, 1", "PT1M0.001S, 2", "PT14M1S, 15", "PT15M, 15"})
    void minutes_that_have_begun_count_whole(Duration duration, long minutes) {
        assertThat(RoundedUp.minutes(duration)).isEqualTo(minutes);
    }
}
