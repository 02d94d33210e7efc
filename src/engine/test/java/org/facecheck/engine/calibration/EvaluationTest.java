package org.facecheck.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.facecheck.engine.gallery.Templates.at;
import static org.facecheck.engine.gallery.Templates.person;

import java.util.ArrayList;
import java.util.List;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.junit.jupiter.api.Test;

/** People on a line, so that each distance and so each rate is known. */
class EvaluationTest {

    /**
     * So many people, a step of one from each to the next. The two portraits of each differ by 0.3; of each tenth person, by 0.9: these are
     * refused unless the threshold is as large.
     */
    private static Comparisons comparisons(int count) {
        List<EnrolledPerson> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(person("p" + i, at(i), at(i + (i % 10 == 0 ? 0.9 : 0.3))));
        }
        return Comparisons.of(people);
    }

    @Test
    void both_errors_are_equal_where_they_cross() {
        Evaluation evaluation = new Evaluation(comparisons(20));

        // Two in 20 are refused up to 0.9. Of 760 comparisons with others, 36 are no further apart than 0.7, 53 than
        // 0.9.
        double threshold = evaluation.equalErrorThreshold();
        double accepts = evaluation.comparisons().falseAccepts(threshold).rate();
        double rejects = evaluation.comparisons().falseRejects(threshold).rate();
        assertThat(evaluation.equalErrorRate()).isCloseTo((accepts + rejects) / 2, within(1e-12));
        assertThat(evaluation.comparisons().falseAccepts(threshold - 0.001).rate())
                .isLessThan(
                        evaluation.comparisons().falseRejects(threshold - 0.001).rate());
        assertThat(accepts).isGreaterThanOrEqualTo(rejects);
    }

    @Test
    void at_a_threshold_for_a_rate_the_rate_is_not_exceeded_and_at_the_next_distance_it_is() {
        Evaluation evaluation = new Evaluation(comparisons(100));
        Comparisons comparisons = evaluation.comparisons();

        for (double rate : new double[] {0.01, 0.001, 0.0001}) {
            double threshold = evaluation.threshold(rate);
            assertThat(comparisons.falseAccepts(threshold).rate()).isLessThanOrEqualTo(rate);
            assertThat(comparisons.falseAccepts(Math.nextUp(threshold)).rate()).isGreaterThan(rate);
        }
    }

    @Test
    void the_table_has_each_rate_with_its_bounds_and_names_nobody() {
        String table = new Evaluation(comparisons(100)).text();

        assertThat(table)
                .contains("100 people, 100 of them with several pictures.", "Equal error rate: ")
                .contains("       1.00 %", "       0.10 %", "       0.01 %")
                // Ten of a hundred people are refused at all thresholds below 0.9: Wilson's bounds for 10 of 100.
                .contains(" 10.0000 % (  5.5229 to  17.4366)")
                .doesNotContain("NaN", "p99");
        assertThat(new Evaluation(comparisons(1)).text()).contains("Nothing can be said");
    }
}
