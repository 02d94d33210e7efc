package org.facecheck.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LivenessEvaluationTest {
    private static final LivenessEvaluation SEEN =
            new LivenessEvaluation(List.of(0.99, 0.97, 0.9, 0.6), List.of(0.2, 0.4, 0.92));

    @Test
    void people_below_the_threshold_are_refused_and_attacks_from_it_on_let_through() {
        assertThat(SEEN.refused(0.9)).isEqualTo(new ErrorRate(1, 4, 4));
        assertThat(SEEN.refused(0.95)).isEqualTo(new ErrorRate(2, 4, 4));
        assertThat(SEEN.letThrough(0.9)).isEqualTo(new ErrorRate(1, 3, 3));
        assertThat(SEEN.letThrough(0.92)).isEqualTo(new ErrorRate(1, 3, 3));
        assertThat(SEEN.letThrough(0.95)).isEqualTo(new ErrorRate(0, 3, 3));
    }

    @Test
    void the_table_has_both_rates_with_their_bounds() {
        assertThat(SEEN.text())
                .contains("4 pictures of people, 3 attacks.")
                .contains("0.90    25.0 % (  4.6 to  69.9)    33.3 % (  6.1 to  79.2)");
    }

    @Test
    void where_nothing_was_seen_nothing_is_good() {
        LivenessEvaluation nothing = new LivenessEvaluation(List.of(), List.of());

        assertThat(nothing.refused(0.5).rate()).isOne();
        assertThat(nothing.letThrough(0.5).rate()).isOne();
    }
}
