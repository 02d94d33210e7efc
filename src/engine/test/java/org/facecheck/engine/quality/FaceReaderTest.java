package org.facecheck.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.picture.Photographs.BLOND;
import static org.facecheck.engine.picture.Photographs.GREEN;
import static org.facecheck.engine.picture.Photographs.LAUGHING;
import static org.facecheck.engine.picture.Photographs.NOBODY;
import static org.facecheck.engine.picture.Photographs.SMILING;
import static org.facecheck.engine.picture.Photographs.TWO;

import java.awt.image.BufferedImage;
import java.util.List;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.engine.Engines;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.picture.Photographs.Cut;
import org.facecheck.engine.picture.UnreadablePictureException;
import org.facecheck.engine.quality.FaceReading.Unusable;
import org.facecheck.engine.quality.FaceReading.Usable;
import org.junit.jupiter.api.Test;

/** Each complaint, on photographs of real faces that have this one fault. */
class FaceReaderTest {

    private static FaceReading read(BufferedImage image) {
        try {
            return Engines.engine().read(Photographs.selfie(image), QualityLimits.forSelfies());
        } catch (UnreadablePictureException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void assertHint(BufferedImage image, Hint hint) {
        assertThat(read(image))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        reading -> assertThat(reading.hint())
                                .as("%s", reading.measures())
                                .isEqualTo(hint));
    }

    @Test
    void one_good_face_can_be_used() {
        for (Cut cut : List.of(LAUGHING, SMILING, BLOND, GREEN)) {
            assertThat(read(Photographs.image(cut))).as("%s", cut).isInstanceOf(Usable.class);
        }
    }

    @Test
    void where_nobody_is_there_is_no_face() {
        assertHint(Photographs.image(NOBODY), Hint.NO_FACE);
    }

    @Test
    void two_people_are_two_faces() {
        assertHint(Photographs.image(TWO), Hint.TWO_FACES);
    }

    @Test
    void a_face_of_few_pixels_is_too_small() {
        BufferedImage small = Photographs.scaled(Photographs.image(GREEN), 0.25);

        assertHint(Photographs.onSheet(small, 400, 400), Hint.TOO_SMALL);
    }

    @Test
    void a_face_that_the_picture_cuts_is_cropped() {
        assertHint(Photographs.image(new Cut(6, 250, 330, 500, 700)), Hint.CROPPED);
    }

    @Test
    void a_face_that_nearly_touches_the_side_is_at_the_border() {
        assertHint(Photographs.image(new Cut(6, 237, 330, 480, 700)), Hint.AT_BORDER);
    }

    @Test
    void a_face_without_light_is_too_dark() {
        assertHint(Photographs.darkened(Photographs.image(GREEN), 0.18), Hint.TOO_DARK);
    }

    @Test
    void a_face_in_the_dark_that_nobody_sees_is_too_dark() {
        assertHint(Photographs.darkened(Photographs.image(GREEN), 0.05), Hint.TOO_DARK);
    }

    @Test
    void a_dark_face_before_a_bright_wall_is_too_dark() {
        BufferedImage dark = Photographs.darkened(Photographs.image(GREEN), 0.18);

        assertHint(Photographs.onSheet(dark, 1200, 1200), Hint.TOO_DARK);
    }

    @Test
    void a_face_out_of_focus_is_blurred() {
        assertHint(Photographs.blurred(Photographs.image(BLOND), 5), Hint.BLURRED);
    }

    @Test
    void a_face_behind_a_hand_that_shook_is_blurred() {
        assertHint(Photographs.shaken(Photographs.image(BLOND), 24), Hint.BLURRED);
    }

    @Test
    void a_portrait_that_is_cut_tightly_is_seen_by_its_margin() throws UnreadablePictureException {
        byte[] tight = Photographs.png(Photographs.image(new Cut(6, 165, 470, 340, 350)));

        assertThat(Engines.engine().read(tight, QualityLimits.forPortraits())).isInstanceOf(Usable.class);
    }

    @Test
    void what_is_wrong_first_is_said_first() {
        FaceMeasures bad = new FaceMeasures(3, 0.01, 5, 0);

        assertThat(QualityLimits.forSelfies().complaint(bad)).contains(Hint.AT_BORDER);
        assertThat(QualityLimits.forPortraits().complaint(bad)).contains(Hint.TOO_SMALL);
        assertThat(QualityLimits.forSelfies().complaint(new FaceMeasures(80, 0.5, 120, 0.06)))
                .isEmpty();
    }
}
