package org.facecheck.engine.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.facecheck.internal.image.JpegCodec;

/**
 * A small picture of a face, upright and cut out, for the eyes of an operator. It is encoded anew of the pixels that were compared:
 * nothing else of the file that somebody sent is in it, neither the room behind nor where it was taken. Immutable but for its
 * bytes, which nobody changes; thread-safe. Its text form shows nothing of it.
 *
 * <pre>{@code
 * FacePicture picture = face.picture();
 * response.getOutputStream().write(picture.jpeg());
 * }</pre>
 *
 * @param jpeg a file, without metadata; some 8 kB
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares pictures
public record FacePicture(byte[] jpeg) {
    /** The JDK's, and no other one that a server brings along. */
    private static final JpegCodec CODEC = JpegCodec.ofTheJdk();

    /**
     * A square of pixels.
     *
     * @param rgb red, green and blue of each pixel, 0 to 255, row by row
     */
    public static FacePicture square(float[] rgb) {
        int side = (int) Math.round(Math.sqrt(rgb.length / (double) Picture.CHANNELS));
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            int red = Math.round(rgb[Picture.CHANNELS * i]);
            int green = Math.round(rgb[Picture.CHANNELS * i + 1]);
            int blue = Math.round(rgb[Picture.CHANNELS * i + 2]);
            image.setRGB(i % side, i / side, red << 16 | green << 8 | blue);
        }
        try {
            return new FacePicture(CODEC.write(image));
        } catch (IOException impossible) { // into memory
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public String toString() {
        return "FacePicture[" + jpeg.length + " bytes]";
    }
}
