package org.facecheck.example.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What can be wrong with the picture of a face. */
enum Mood {
    GOOD(face -> face),
    DARK(face -> new RescaleOp(0.15f, 0, null).filter(face, null)),
    /** Of a camera whose cover is closed. */
    BLACK(face -> new RescaleOp(0.02f, 0, null).filter(face, null)),
    BRIGHT(face -> new RescaleOp(1, 220, null).filter(face, null)),
    BLURRED(Mood::blurred);

    private final UnaryOperator<BufferedImage> change;

    Mood(UnaryOperator<BufferedImage> change) {
        this.change = change;
    }

    /** A film of somebody who moves; whichever pictures of it are looked at, they differ. */
    static byte[][] moving(byte[] jpeg) {
        return IntStream.range(0, 7)
                .mapToObj(step -> changed(jpeg, face -> moved(face, step * 45)))
                .toArray(byte[][]::new);
    }

    /** A PNG of many pixels with fine noise, which makes it large. */
    static byte[] huge(byte[] jpeg) {
        try {
            BufferedImage face = ImageIO.read(new ByteArrayInputStream(jpeg));
            BufferedImage huge =
                    new BufferedImage(4 * face.getWidth(), 4 * face.getHeight(), BufferedImage.TYPE_INT_RGB);
            Random noise = new Random(1);
            for (int y = 0; y < huge.getHeight(); y++) {
                for (int x = 0; x < huge.getWidth(); x++) {
                    huge.setRGB(x, y, face.getRGB(x / 4, y / 4) ^ (noise.nextInt() & 0x1f1f1f));
                }
            }
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            ImageIO.write(huge, "png", encoded);
            return encoded.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static BufferedImage moved(BufferedImage face, int by) {
        BufferedImage moved = new BufferedImage(face.getWidth(), face.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = moved.createGraphics();
        canvas.setColor(Color.GRAY);
        canvas.fillRect(0, 0, face.getWidth(), face.getHeight());
        canvas.drawImage(face, by - 135, 0, null);
        canvas.dispose();
        return moved;
    }

    private static BufferedImage blurred(BufferedImage face) {
        int size = 25;
        float[] weights = new float[size];
        Arrays.fill(weights, 1f / size);
        BufferedImage across = new ConvolveOp(new Kernel(size, 1, weights)).filter(face, null);
        return new ConvolveOp(new Kernel(1, size, weights)).filter(across, null);
    }

    byte[] of(byte[] jpeg) {
        return changed(jpeg, change);
    }

    private static byte[] changed(byte[] jpeg, UnaryOperator<BufferedImage> change) {
        try {
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            ImageIO.write(change.apply(ImageIO.read(new ByteArrayInputStream(jpeg))), "jpg", encoded);
            return encoded.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
