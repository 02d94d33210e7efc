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
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** What can be wrong with the picture of a face. */
enum Mood {
    GOOD(face -> face),
    DARK(face -> new RescaleOp(0.15f, 0, null).filter(face, null)),
    BRIGHT(face -> new RescaleOp(1, 220, null).filter(face, null)),
    BLURRED(Mood::blurred),
    SHIFTED(face -> {
        BufferedImage moved = new BufferedImage(face.getWidth(), face.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = moved.createGraphics();
        canvas.setColor(Color.GRAY);
        canvas.fillRect(0, 0, face.getWidth(), face.getHeight());
        canvas.drawImage(face, 90, 40, null);
        canvas.dispose();
        return moved;
    });

    private final UnaryOperator<BufferedImage> change;

    Mood(UnaryOperator<BufferedImage> change) {
        this.change = change;
    }

    private static BufferedImage blurred(BufferedImage face) {
        int size = 25;
        float[] weights = new float[size];
        Arrays.fill(weights, 1f / size);
        BufferedImage across = new ConvolveOp(new Kernel(size, 1, weights)).filter(face, null);
        return new ConvolveOp(new Kernel(1, size, weights)).filter(across, null);
    }

    byte[] of(byte[] jpeg) {
        try {
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            ImageIO.write(change.apply(ImageIO.read(new ByteArrayInputStream(jpeg))), "jpg", encoded);
            return encoded.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
