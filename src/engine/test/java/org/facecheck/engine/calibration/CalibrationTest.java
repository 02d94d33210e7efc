package org.facecheck.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.facecheck.engine.gallery.Templates.at;
import static org.facecheck.engine.gallery.Templates.person;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** People on a line, so that each distance is known. */
class CalibrationTest {

    /** Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3, for 81 of 263 and 15 of 148. */
    @Test
    void bounds_are_those_of_the_literature() {
        ErrorRate many = new ErrorRate(81, 263, 263);
        assertThat(many.lower()).isCloseTo(0.2553, within(5e-5));
        assertThat(many.upper()).isCloseTo(0.3662, within(5e-5));
        ErrorRate few = new ErrorRate(15, 148, 148);
        assertThat(few.lower()).isCloseTo(0.0624, within(5e-5));
        assertThat(few.upper()).isCloseTo(0.1605, within(5e-5));
        ErrorRate none = new ErrorRate(0, 20, 20);
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(0.1611, within(5e-5));
    }

    @Test
    void where_nothing_was_compared_nothing_is_known() {
        ErrorRate unknown = new ErrorRate(0, 0, 0);

        assertThat(unknown.rate()).isOne();
        assertThat(unknown.lower()).isZero();
        assertThat(unknown.upper()).isOne();
    }

    /** So many people, each half a step from the next, with two portraits that differ by 0.3. */
    private static List<EnrolledPerson> people(int count) {
        List<EnrolledPerson> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(person("p" + i, at(i), at(i + 0.3)));
        }
        return people;
    }

    @Test
    void each_persons_own_portraits_and_different_peoples_are_compared() {
        Comparisons comparisons = Comparisons.of(people(3));

        assertThat(comparisons.falseRejects(0.29).rate()).isOne();
        assertThat(comparisons.falseRejects(0.31).rate()).isZero();
        assertThat(comparisons.falseRejects(0.31).comparisons()).isEqualTo(3);
        // Of 12 pairs of different people's portraits, two are 0.7 apart.
        assertThat(comparisons.falseAccepts(0.71).errors()).isEqualTo(2);
        assertThat(comparisons.falseAccepts(0.71).comparisons()).isEqualTo(12);
        assertThat(comparisons.falseAccepts(0.71).independent()).isEqualTo(3);
        assertThat(comparisons.falseAccepts(0.69).errors()).isZero();
    }

    @Test
    void a_rate_is_promised_only_where_enough_people_show_it() {
        assertThat(new Calibration(Comparisons.of(people(10)), 0.001).threshold())
                .isEmpty();
        // 4,950 pairs of people, none of whom is nearer than 0.7.
        assertThat(new Calibration(Comparisons.of(people(100)), 0.001).threshold())
                .hasValue(0.69);
        assertThatThrownBy(() -> new Calibration(Comparisons.of(people(2)), 0)).hasMessageContaining("between 0 and 1");
    }

    @Test
    void the_report_says_all_of_it_and_names_nobody() {
        String report = new CalibrationReport(new Calibration(Comparisons.of(people(100)), 0.001)).text();

        assertThat(report)
                .contains("100 people, 100 of them with several portraits.")
                .contains("the nearest two 0.70")
                .contains("At most 0.100 %: verification-threshold = 0.69")
                .doesNotContain("p0", "p99");
        assertThat(new CalibrationReport(new Calibration(Comparisons.of(people(1)), 0.01)).text())
                .contains("1 people, 1 of them", "unknown", "no threshold is shown to meet it");
    }

    @Test
    void the_plot_is_a_picture_that_names_nobody() throws Exception {
        String svg = new CalibrationPlot(new Calibration(Comparisons.of(people(100)), 0.001)).svg();

        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg).contains("threshold 0.69", "<polyline").doesNotContain("NaN", "p99");
    }
}
