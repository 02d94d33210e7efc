package org.facecheck.engine.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FalseAcceptRatesTest {
    private final FalseAcceptRates rates = FalseAcceptRates.published();

    @Test
    void a_measured_threshold_has_its_rate_and_others_lie_between() {
        assertThat(rates.at(0.5)).isEqualTo(7e-4);
        assertThat(rates.at(0.55)).isCloseTo(Math.sqrt(7e-4 * 1.8e-2), offset(1e-9));
    }

    @Test
    void of_what_was_not_measured_nothing_is_known() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates.at(0.61))
                .withMessageContainingAll("0.61", "0.4 to 0.6");
        assertThatIllegalArgumentException().isThrownBy(() -> new MatchPolicy(0.5, 0.3, 0.01, rates));
        assertThatIllegalArgumentException().isThrownBy(() -> new MatchPolicy(0.5, 0.45, 0, rates));
    }

    @Test
    void rates_grow_with_the_threshold() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FalseAcceptRates(Map.of(0.4, 0.1, 0.5, 0.01)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FalseAcceptRates(Map.of(0.4, 0.1)));
    }

    /** The published table: at 0.5, a stranger matches one of 100 people with 6.6 %, one of 1,000 with 49 %. */
    @Test
    void the_largest_gallery_for_a_stated_rate_is_that_of_the_published_table() {
        assertThat(rates.capacity(0.5, 0.067)).isBetween(95, 105);
        assertThat(rates.capacity(0.5, 0.5)).isBetween(980, 1020);
        assertThat(rates.capacity(0.45, 0.0059)).isBetween(95, 105);
        assertThat(rates.capacity(0.4, 0.04)).isBetween(9_900, 10_300);
        assertThat(MatchPolicy.standard().searchCapacity()).isEqualTo(167);
    }
}
