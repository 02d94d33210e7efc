package org.facecheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.facecheck.Selfie;
import org.facecheck.engine.LivenessCheck.Liveness;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.picture.Photographs.Cut;
import org.facecheck.engine.picture.Recaptures;
import org.facecheck.engine.weights.FetchedPackage;
import org.facecheck.engine.weights.WeightsException;
import org.junit.jupiter.api.Test;

class PassiveLivenessCheckTest {
    private static final List<Cut> PEOPLE =
            List.of(Photographs.LAUGHING, Photographs.SMILING, Photographs.BLOND, Photographs.GREEN);
    private static final Selfie SELFIE_OF_NOBODY = new Selfie(new byte[] {1, 2, 3}, Selfie.Format.PNG, 300, 300);

    private static PassiveLivenessCheck check(double threshold) throws WeightsException {
        return PassiveLivenessCheck.open(FetchedPackage.livenessArchive(), Engines.engine(), threshold);
    }

    /** A copy without a face that can be found is refused before. */
    private static double average(UnaryOperator<BufferedImage> seen) throws Exception {
        double sum = 0;
        for (Cut cut : PEOPLE) {
            sum += check(0).score(Photographs.selfie(seen.apply(Photographs.image(cut))))
                    .orElse(0);
        }
        return sum / PEOPLE.size();
    }

    /** What it is for, and all that these few photographs can say of it. */
    @Test
    void photographs_of_people_score_higher_than_screens_and_prints_of_them() throws Exception {
        double people = average(image -> image);

        assertThat(average(Recaptures::screen)).isLessThan(people);
        assertThat(average(Recaptures::print)).isLessThan(people);
    }

    @Test
    void who_reaches_the_threshold_passes() throws Exception {
        Selfie selfie = Photographs.selfie(Photographs.image(Photographs.BLOND));
        double score = check(0).score(selfie).orElseThrow();

        assertThat(check(score).check(selfie)).isEqualTo(new Liveness(true, score, "passive"));
        assertThat(check(Math.nextUp(score)).check(selfie)).isEqualTo(new Liveness(false, score, "passive"));
    }

    @Test
    void without_a_face_nobody_passes() throws Exception {
        Selfie wall = Photographs.selfie(Photographs.image(Photographs.NOBODY));

        assertThat(check(0).check(wall)).isEqualTo(new Liveness(false, 0, "no face"));
    }

    @Test
    void nor_does_anybody_by_what_is_no_picture() throws Exception {
        assertThat(check(0).check(SELFIE_OF_NOBODY)).isEqualTo(new Liveness(false, 0, "unreadable"));
    }

    @Test
    void a_threshold_that_is_none_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> check(1.5)).withMessageContaining("between 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> check(Double.NaN));
    }

    @Test
    void without_weights_it_says_how_to_get_them() {
        FaceEngine engine = Engines.engine();

        assertThatThrownBy(() -> PassiveLivenessCheck.open(Path.of("missing.tgz"), engine, 0.9))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("npm pack @vladmandic/human@3.3.6");
        assertThatThrownBy(() -> PassiveLivenessCheck.open(FetchedPackage.archive(), engine, 0.9))
                .hasMessageContaining("holds no liveness.json");
    }
}
