package org.facecheck.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.facecheck.Selfie;
import org.junit.jupiter.api.Test;

class CheckFiguresTest {
    private long nanos = Long.MAX_VALUE - 1; // as a ticker may be about to overflow
    private final CheckFigures figures = new CheckFigures("/app", () -> nanos);

    @Test
    void nothing_is_known_before_the_matcher_is_asked() {
        figures.answered();

        assertThat(figures.pictureBytes()).isNull();
        assertThat(figures.serviceTime()).isNull();
    }

    @Test
    void the_time_is_that_from_the_question_to_the_answer() {
        figures.asked(new Selfie(new byte[77], Selfie.Format.JPEG, 200, 200));
        assertThat(figures.pictureBytes()).isEqualTo(77);
        assertThat(figures.serviceTime()).isNull();

        nanos += 812_000_000;
        figures.answered();

        assertThat(figures.serviceTime()).isEqualTo(Duration.ofMillis(812));
    }
}
