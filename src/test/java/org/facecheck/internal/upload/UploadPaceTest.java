package org.facecheck.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.facecheck.fake.FakeTimer;
import org.facecheck.fake.TestConfig;
import org.junit.jupiter.api.Test;

class UploadPaceTest {
    private final FakeTimer timer = new FakeTimer();
    private final UploadPace pace = UploadPace.begin(
            timer,
            TestConfig.with()
                    .set("facecheck.capture.upload-timeout", "PT1M")
                    .set("facecheck.capture.min-bytes-per-second", 100)
                    .read()
                    .capture());
    private int looked;

    @Test
    void an_upload_may_begin_slowly() {
        timer.pass(Duration.ofSeconds(10));

        assertThat(pace.isTooSlow(0)).isFalse();
    }

    @Test
    void then_it_has_to_keep_the_least_rate() {
        timer.pass(Duration.ofSeconds(20));

        assertThat(pace.isTooSlow(999)).isTrue();
        assertThat(pace.isTooSlow(1000)).isFalse();
    }

    @Test
    void and_the_deadline_however_quick_it_is() {
        timer.pass(Duration.ofSeconds(60).minusNanos(1));
        assertThat(pace.isTooSlow(1_000_000)).isFalse();
        assertThat(pace.isOver()).isFalse();

        timer.pass(Duration.ofNanos(1));
        assertThat(pace.isTooSlow(1_000_000)).isTrue();
        assertThat(pace.isOver()).isTrue();
    }

    @Test
    void it_is_looked_at_every_few_seconds_and_at_the_deadline() {
        pace.next(() -> looked++);
        timer.pass(Duration.ofSeconds(5));
        assertThat(looked).isEqualTo(1);

        timer.pass(Duration.ofSeconds(53));
        pace.next(() -> looked++);
        timer.pass(Duration.ofSeconds(2));
        assertThat(looked).isEqualTo(2);
    }

    @Test
    void what_is_cancelled_is_not_looked_at() {
        pace.next(() -> looked++).cancel();

        timer.pass(Duration.ofSeconds(60));

        assertThat(looked).isZero();
    }
}
