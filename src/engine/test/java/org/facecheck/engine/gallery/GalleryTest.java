package org.facecheck.engine.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.facecheck.engine.gallery.Templates.at;
import static org.facecheck.engine.gallery.Templates.person;

import org.facecheck.engine.gallery.Enrolment.AlreadyEnrolled;
import org.facecheck.engine.gallery.Enrolment.DifferentPeople;
import org.facecheck.engine.gallery.Enrolment.Enrolled;
import org.facecheck.engine.gallery.SearchResult.Ambiguous;
import org.facecheck.engine.gallery.SearchResult.Match;
import org.facecheck.engine.gallery.SearchResult.NoMatch;
import org.facecheck.engine.gallery.SearchResult.TooLarge;
import org.junit.jupiter.api.Test;

class GalleryTest {
    private final Gallery gallery = new Gallery(MatchPolicy.standard());

    @Test
    void a_search_finds_the_one_person_who_is_near_enough() {
        gallery.enrol(person("anna", at(0), at(0.2)));
        gallery.enrol(person("ben", at(2)));

        assertThat(gallery.search(at(0.5))).isInstanceOfSatisfying(Match.class, match -> {
            assertThat(match.person().key()).isEqualTo("anna");
            assertThat(match.distance()).isCloseTo(0.3, offset(1e-6));
        });
        assertThat(gallery.search(at(1))).isInstanceOf(NoMatch.class);
    }

    @Test
    void a_key_is_one_persons_however_it_is_written() {
        gallery.enrol(person("agross", at(0)));

        assertThat(gallery.verify(" AGross ", at(0.1))).isInstanceOf(Match.class);
        assertThat(gallery.enrol(person("AGROSS", at(0.2)))).isInstanceOf(Enrolled.class);
        assertThat(gallery.people()).isEqualTo(1);
        assertThat(gallery.remove("aGROSS")).isTrue();
        assertThat(gallery.people()).isZero();
    }

    @Test
    void nobody_is_found_where_nobody_is_enrolled() {
        assertThat(gallery.search(at(0))).isInstanceOf(NoMatch.class);
    }

    @Test
    void two_who_are_near_enough_are_nobody() {
        gallery.enrol(person("anna", at(0)));
        gallery.enrol(person("ben", at(0.6)));

        assertThat(gallery.search(at(0.3))).isInstanceOf(Ambiguous.class);
        assertThat(gallery.search(at(0.1))).isInstanceOf(Match.class);
    }

    @Test
    void a_claimed_person_is_the_only_one_who_is_compared() {
        gallery.enrol(person("anna", at(0)));
        gallery.enrol(person("ben", at(0.6)));

        assertThat(gallery.verify("ben", at(0.3)))
                .isInstanceOfSatisfying(
                        Match.class, match -> assertThat(match.person().key()).isEqualTo("ben"));
        assertThat(gallery.verify("ben", at(0))).isInstanceOf(NoMatch.class);
        assertThat(gallery.verify("nobody", at(0))).isInstanceOf(NoMatch.class);
    }

    @Test
    void who_is_enrolled_already_is_not_enrolled_under_another_key() {
        gallery.enrol(person("anna", at(0)));

        assertThat(gallery.enrol(person("ben", at(2), at(2.1), at(0.3 + 2)))).isInstanceOf(Enrolled.class);
        assertThat(gallery.enrol(person("eve", at(0.4))))
                .isInstanceOfSatisfying(
                        AlreadyEnrolled.class,
                        refused -> assertThat(refused.otherKey()).isEqualTo("anna"))
                .extracting(Object::toString)
                .isEqualTo("AlreadyEnrolled[distance=0.40]");
        assertThat(gallery.people()).isEqualTo(2);
    }

    @Test
    void portraits_of_different_people_are_not_one_person() {
        assertThat(gallery.enrol(person("anna", at(0), at(0.7)))).isInstanceOf(DifferentPeople.class);
        assertThat(gallery.people()).isZero();
    }

    /** The own template is the nearest, and does not hide the other one's. */
    @Test
    void who_is_enrolled_anew_with_a_face_of_somebody_else_stays_who_they_were() {
        gallery.enrol(person("anna", at(0), at(0.3)));
        gallery.enrol(person("ben", at(0.9)));

        assertThat(gallery.enrol(person("ben", at(0.6)))).isInstanceOf(AlreadyEnrolled.class);
        assertThat(gallery.verify("ben", at(0.9))).isInstanceOf(Match.class);
        assertThat(gallery.verify("ben", at(0.35))).isInstanceOf(NoMatch.class);
    }

    @Test
    void enrolling_anew_replaces_and_removing_takes_out_at_once() {
        gallery.enrol(person("anna", at(0)));
        gallery.enrol(person("anna", at(3)));

        assertThat(gallery.search(at(0))).isInstanceOf(NoMatch.class);
        assertThat(gallery.search(at(3))).isInstanceOf(Match.class);
        assertThat(gallery.remove("anna")).isTrue();
        assertThat(gallery.search(at(3))).isInstanceOf(NoMatch.class);
        assertThat(gallery.remove("anna")).isFalse();
    }

    /** At 0.45 and one stranger in a hundred, 167 templates are the most. */
    @Test
    void a_gallery_that_has_become_too_large_is_not_searched_but_verifies() {
        for (int i = 0; i < 167; i++) {
            assertThat(gallery.enrol(person("p" + i, at(i)))).isEqualTo(new Enrolled(true));
        }
        assertThat(gallery.search(at(5))).isInstanceOf(Match.class);

        assertThat(gallery.enrol(person("one more", at(1000)))).isEqualTo(new Enrolled(false));

        assertThat(gallery.search(at(5))).isEqualTo(new TooLarge(168, 167));
        assertThat(gallery.verify("p5", at(5))).isInstanceOf(Match.class);
        gallery.remove("one more");
        assertThat(gallery.search(at(5))).isInstanceOf(Match.class);
    }

    @Test
    void no_text_form_names_anybody() {
        assertThat(person("anna", at(0)).toString()).isEqualTo("EnrolledPerson[1 templates]");
        assertThat(at(0.25).toString()).isEqualTo("FaceTemplate[128 numbers]");
    }
}
