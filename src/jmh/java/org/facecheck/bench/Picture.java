package org.facecheck.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A black picture with noise behind its data: as large as wanted, and it shows no person. */
public final class Picture {
    /** The marker EOI at a JPEG's end (ITU-T T.81, B.1.1.3). */
    private static final int END = 2;

    private Picture() {}

    /** A whole JPEG of exactly this length: before its end there is noise, which decoders skip. */
    public static byte[] jpeg(int length) {
        byte[] image = encode();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length);
        out.write(image, 0, image.length - END);
        Random noise = new Random(1);
        for (int left = length - image.length; left > 0; left--) {
            out.write(noise.nextInt(0xFF)); // below 0xFF, with which a marker begins
        }
        out.write(image, image.length - END, END);
        return out.toByteArray();
    }

    private static byte[] encode() {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", encoded);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return encoded.toByteArray();
    }
}
