package org.facecheck.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Drawn faces. */
final class Selfies {
    private Selfies() {}

    static byte[] jpeg() {
        return draw(640, 480, "jpg");
    }

    static byte[] png() {
        return draw(640, 480, "png");
    }

    /** Of which no two have anything in common. */
    static byte[] noise(Random random, String format) {
        BufferedImage image = new BufferedImage(240, 240, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return encoded(image, format);
    }

    static byte[] draw(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(new Color(0x88, 0xaa, 0xcc));
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(new Color(0xd8, 0xa8, 0x80));
        canvas.fillOval(width / 4, height / 10, width / 2, height * 8 / 10);
        canvas.setColor(Color.BLACK);
        canvas.fillOval(width * 2 / 5, height * 2 / 5, width / 20, height / 20);
        canvas.fillOval(width * 11 / 20, height * 2 / 5, width / 20, height / 20);
        canvas.drawArc(width * 2 / 5, height / 2, width / 5, height / 5, 200, 140);
        canvas.dispose();
        return encoded(image, format);
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, encoded);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return encoded.toByteArray();
    }
}
