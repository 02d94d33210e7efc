package org.facecheck.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A drawn picture of noise, as large as wanted: what it shows is nobody. */
public final class Picture {
    private static final int END = 2;

    private Picture() {}

    /** A whole JPEG of exactly this length: behind its data there is noise, which decoders pass over. */
    public static byte[] jpeg(int length) {
        byte[] image = encode();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length);
        out.write(image, 0, image.length - END);
        Random noise = new Random(1);
        for (int left = length - image.length; left > 0; left--) {
            out.write(noise.nextInt(0xFF)); // never what a marker begins with
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
