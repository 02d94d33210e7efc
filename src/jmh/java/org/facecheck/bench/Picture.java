package org.facecheck.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A drawn picture of noise, as large as wanted: what it shows is nobody. */
public final class Picture {
    private Picture() {}

    /** A whole JPEG that has been made longer, up to the length, by application segments. */
    public static byte[] jpeg(int length) {
        byte[] image = encode();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length);
        out.write(image, 0, 2);
        Random noise = new Random(1);
        for (int left = length - image.length; left > 4; ) {
            int segment = Math.min(left, 60_000);
            byte[] filling = new byte[segment - 4];
            noise.nextBytes(filling);
            out.write(0xFF);
            out.write(0xEB);
            out.write((segment - 2) >> 8);
            out.write((segment - 2) & 0xFF);
            out.writeBytes(filling);
            left -= segment;
        }
        out.write(image, 2, image.length - 2);
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
