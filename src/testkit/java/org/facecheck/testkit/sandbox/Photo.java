package org.facecheck.testkit.sandbox;

import java.awt.image.BufferedImage;

/**
 * The picture on a person's file.
 *
 * @param jpeg to be shown
 * @param impression to be compared with
 */
public record Photo(byte[] jpeg, Impression impression) {

    private static final int LONGER_SIDE = 640;

    static Photo of(BufferedImage image) {
        return new Photo(PictureFile.jpeg(image, LONGER_SIDE), Impression.of(image));
    }

    @Override
    public String toString() {
        return "Photo";
    }
}
