package org.facecheck.internal.faceki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.logging.SimpleFormatter;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.fake.LogLines;
import org.facecheck.fake.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleNoticesTest {
    private static final Trouble QUOTA =
            new Trouble(Cause.OPERATOR, "face check: HTTP 200, code 8017, the account's quota is used up");

    private final MutableClock clock = new MutableClock();
    private final LogLines log = LogLines.of("org.facecheck");
    private final TroubleNotices notices = new TroubleNotices(clock);

    @AfterEach
    void stopListening() {
        log.close();
    }

    private List<String> lines() {
        return log.lines().stream().map(new SimpleFormatter()::formatMessage).toList();
    }

    @Test
    void it_says_what_happened_and_whose_turn_it_is() {
        notices.tell(QUOTA);

        assertThat(lines())
                .containsExactly(
                        "Facecheck could not check somebody: face check: HTTP 200,"
                                + " code 8017, the account's quota is used up. It is your turn: put the account in order at Faceki, or the"
                                + " client id and secret in the configuration. Until then nobody whom this concerns can be checked");
    }

    @ParameterizedTest
    @EnumSource
    void every_cause_has_its_words(Cause cause) {
        notices.tell(new Trouble(cause, "what's {0}"));

        assertThat(lines()).singleElement().asString().matches("Facecheck could .*: what's \\{0}\\. [A-Z].{40,}");
    }

    @Test
    void the_same_is_said_once_a_minute_with_a_count() {
        for (int i = 0; i < 10; i++) {
            notices.tell(QUOTA);
        }
        clock.advance(Duration.ofSeconds(59));
        notices.tell(QUOTA);
        assertThat(lines()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        notices.tell(QUOTA);

        assertThat(lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("somebody, 11 times since it said so last: face check");
    }

    @Test
    void something_else_is_said_at_once() {
        notices.tell(QUOTA);
        notices.tell(new Trouble(Cause.UNAVAILABLE, "face check: HTTP 503"));

        assertThat(lines()).hasSize(2);
    }

    @Test
    void kinds_without_end_fill_no_memory() {
        notices.tell(QUOTA);
        for (int i = 0; i < 200; i++) {
            notices.tell(new Trouble(Cause.PROTOCOL, "code " + i));
        }

        notices.tell(QUOTA); // forgotten meanwhile, and so said again

        assertThat(lines()).hasSize(202);
    }
}
