package org.facecheck.engine.face;

import java.io.IOException;
import java.util.Random;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.picture.Pyramid;
import org.facecheck.engine.picture.Similarity;

/** Squares of pixels for networks. */
public final class AlignedFaces {
    private AlignedFaces() {}

    /** The face of one person, of that side. */
    public static float[] photograph(int side) throws IOException {
        Pyramid picture = new Pyramid(Photographs.picture(Photographs.LAUGHING));
        double square = Math.min(picture.width(), picture.height()) * 0.6;
        return picture.sample(
                Similarity.ofSquare((picture.width() - square) / 2, (picture.height() - square) / 2, square, side),
                side);
    }

    /** Random pixels, the same each time. */
    public static float[] noise(int side) {
        Random random = new Random(1);
        float[] pixels = new float[side * side * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(256);
        }
        return pixels;
    }
}
