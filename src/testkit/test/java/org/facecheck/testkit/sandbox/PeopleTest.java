package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.facecheck.testkit.sandbox.People.Candidate;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final MutableClock clock = new MutableClock();
    private final People people = new People(clock);

    @Test
    void three_made_up_people_are_there_from_the_start() {
        assertThat(people.all()).extracting(Person::id).containsExactly("amina", "wei", "joerg");
        assertThat(people.all())
                .extracting(person -> person.document().localName())
                .containsExactly("أمينة حداد", "张伟", "Jörg Müller");
    }

    @Test
    void their_documents_are_valid_for_years_whenever_the_sandbox_is_opened() {
        clock.advance(Duration.ofDays(20 * 365));
        LocalDate inThreeYears = LocalDate.now(clock).plusYears(3);

        assertThat(new People(clock).all()).allSatisfy(person -> {
            assertThat(person.document().expiry()).isAfter(inThreeYears);
            assertThat(person.enrolled()).isBefore(clock.instant());
        });
    }

    @Test
    void each_is_found_by_the_own_portrait_alone() {
        for (Person person : people.all()) {
            Impression seen =
                    Impression.of(PictureFile.read(person.photo().jpeg()).orElseThrow());

            assertThat(people.candidates(seen).get(0).person()).isEqualTo(person);
            assertThat(people.candidates(seen))
                    .filteredOn(candidate -> candidate.likeness().isSamePicture())
                    .extracting(Candidate::person)
                    .containsExactly(person);
        }
    }

    @Test
    void who_is_enrolled_is_found_until_forgotten() {
        Person enrolled = people.enrol(Documents.VALID, Pictures.STRANGER).orElseThrow();

        assertThat(people.withId(enrolled.id())).contains(enrolled);
        assertThat(people.candidates(Pictures.STRANGER.impression()).get(0).person())
                .isEqualTo(enrolled);
        assertThat(people.othersWithPictureOf(enrolled)).isEmpty();

        people.forgetEnrolled();

        assertThat(people.withId(enrolled.id())).isEmpty();
        assertThat(people.all()).hasSize(3);
    }

    @Test
    void a_picture_on_two_files_is_told_of() {
        Photo aminas = people.withId("amina").orElseThrow().photo();
        Person enrolled = people.enrol(Documents.VALID, aminas).orElseThrow();

        assertThat(people.othersWithPictureOf(enrolled)).extracting(Person::id).containsExactly("amina");
    }

    @Test
    void a_hundred_people_are_the_most() {
        for (int i = 3; i < People.MAX; i++) {
            assertThat(people.enrol(Documents.VALID, Pictures.STRANGER)).isPresent();
        }

        assertThat(people.enrol(Documents.VALID, Pictures.STRANGER)).isEmpty();
        assertThat(people.all()).hasSize(100);
    }
}
