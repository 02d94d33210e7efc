package org.facecheck.engine.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.facecheck.engine.model.DetectorNetwork;
import org.facecheck.engine.network.Computation;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.picture.Photographs.Cut;
import org.facecheck.engine.picture.PictureReader;
import org.facecheck.engine.picture.Pyramid;
import org.facecheck.engine.weights.FetchedPackage;
import org.facecheck.engine.weights.WeightsArchive;
import org.junit.jupiter.api.Test;

class FaceDetectorTest {

    private static List<FaceBox> detect(BufferedImage image, DetectorView view) throws Exception {
        DetectorNetwork network = new DetectorNetwork(
                WeightsArchive.open(FetchedPackage.archive()).detector(), Computation.PLAIN_JAVA);
        Pyramid picture = new Pyramid(new PictureReader().read(Photographs.selfie(image)));
        return new FaceDetector(network).detect(picture, view);
    }

    @Test
    void a_face_is_found_once_and_at_its_place() throws Exception {
        List<FaceBox> faces = detect(Photographs.image(Photographs.GREEN), DetectorView.WHOLE);

        assertThat(faces).singleElement().satisfies(face -> {
            assertThat(face.x() + face.width() / 2).isCloseTo(319, offset(40.0));
            assertThat(face.y() + face.height() / 2).isCloseTo(323, offset(40.0));
            assertThat(face.width()).isCloseTo(338, offset(60.0));
        });
    }

    /** Each costs time, and somebody could send a wallpaper of them. */
    @Test
    void of_many_faces_twelve_are_looked_at() throws Exception {
        BufferedImage one = Photographs.scaled(Photographs.image(new Cut(6, 60, 400, 560, 540)), 0.4);
        BufferedImage wallpaper =
                new BufferedImage(one.getWidth() * 5, one.getHeight() * 4, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = wallpaper.createGraphics();
        for (int i = 0; i < 20; i++) {
            canvas.drawImage(one, i % 5 * one.getWidth(), i / 5 * one.getHeight(), null);
        }
        canvas.dispose();

        assertThat(detect(wallpaper, DetectorView.WHOLE)).hasSize(12);
    }

    @Test
    void a_face_that_fills_its_picture_is_seen_by_a_margin() throws Exception {
        BufferedImage tight = Photographs.image(new Cut(5, 1090, 241, 248, 231));

        assertThat(detect(tight, DetectorView.WITH_MARGIN)).hasSize(1);
    }

    @Test
    void boxes_overlap_by_what_they_share() {
        FaceBox box = new FaceBox(0, 0, 10, 10, 1);

        assertThat(box.overlap(new FaceBox(5, 0, 10, 10, 1))).isCloseTo(1 / 3.0, offset(1e-9));
        assertThat(box.overlap(new FaceBox(20, 0, 10, 10, 1))).isZero();
        assertThat(box.cover(new FaceBox(2, 2, 4, 4, 1))).isEqualTo(1);
    }
}
