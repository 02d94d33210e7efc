package org.facecheck.engine.service.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.facecheck.engine.EngineFaceMatcher;
import org.facecheck.engine.FaceEngine;
import org.facecheck.engine.PassiveLivenessCheck;
import org.facecheck.engine.calibration.LivenessEvaluation;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.index.ExactIndex;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.weights.FetchedPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured is what it is said to be; how fast anything is, is no test's business. */
class MeasureTest {

    @Test
    void the_exact_index_finds_everybody_and_the_nearest_for_each_stranger() throws Exception {
        SearchCost cost = SearchCost.of(ExactIndex::new, 300, Duration.ZERO);

        assertThat(cost.templates()).isEqualTo(300);
        assertThat(cost.foundNear()).isOne();
        assertThat(cost.foundNearest()).isOne();
        assertThat(cost.text()).contains("300 templates", "100.0 % of people at 0.45");
    }

    @Test
    void an_index_that_misses_people_is_told_from_one_that_does_not() throws Exception {
        // It forgets the first half.
        SearchCost cost = SearchCost.of(ForgetfulIndex::new, 20_000, Duration.ZERO);

        assertThat(cost.foundNear()).isBetween(0.4, 0.6);
        assertThat(cost.foundNearest()).isLessThan(0.7);
    }

    @Test
    void made_up_people_are_one_long_and_their_neighbours_as_far_as_they_are_said_to_be() {
        RandomPeople random = new RandomPeople(1);

        assertThat(random.stranger().distance(new FaceTemplate(new float[128]))).isCloseTo(1, within(1e-5));
        FaceTemplate one = random.stranger();
        assertThat(random.near(one, 0.45).distance(one)).isCloseTo(0.45, within(1e-5));
    }

    @Test
    void checks_are_counted_and_a_picture_without_a_face_is_refused() throws Exception {
        FaceEngine engine = FaceEngine.open(FetchedPackage.archive());
        byte[] picture = Photographs.png(Photographs.image(Photographs.LAUGHING));

        CheckCost cost = CheckCost.of(engine, picture, Duration.ZERO);
        assertThat(cost.decoding()).isPositive();
        assertThat(cost.template()).isPositive();
        assertThat(cost.text()).contains("decoding", "together");
        try (EngineFaceMatcher matcher = new EngineFaceMatcher(engine, new Gallery(MatchPolicy.standard()))) {
            CheckLoad load = CheckLoad.of(
                    matcher, Photographs.selfie(Photographs.image(Photographs.LAUGHING)), Duration.ofSeconds(1));
            assertThat(load.checks()).isPositive();
            assertThat(load.decodings()).isGreaterThan(load.checks());
            assertThat(load.text()).contains("checks a second", "resident");
        }
        assertThatThrownBy(() -> CheckCost.of(engine, Photographs.png(Photographs.image(Photographs.NOBODY))))
                .hasMessageContaining("NO_FACE");
    }

    @Test
    void scores_are_taken_of_what_a_check_would_take_and_nothing_else(@TempDir Path directory) throws Exception {
        Path people = Files.createDirectory(directory.resolve("people"));
        Path attacks = Files.createDirectory(directory.resolve("attacks"));
        Files.write(people.resolve("a.png"), Photographs.png(Photographs.image(Photographs.LAUGHING)));
        Files.write(people.resolve("b.png"), Photographs.png(Photographs.image(Photographs.NOBODY)));
        Files.writeString(people.resolve("notes.txt"), "no picture");
        Files.write(attacks.resolve("a.png"), Photographs.png(Photographs.image(Photographs.BLOND)));
        PassiveLivenessCheck check = PassiveLivenessCheck.open(
                FetchedPackage.livenessArchive(), FaceEngine.open(FetchedPackage.archive()), 0.9);

        LivenessEvaluation seen = new LivenessFolders(check).compare(people, attacks);

        assertThat(seen.people())
                .containsExactly(check.score(Photographs.selfie(Photographs.image(Photographs.LAUGHING)))
                        .orElseThrow());
        assertThat(seen.attacks()).hasSize(1);
    }
}
