package org.facecheck.example.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Faces that the sandbox does not know. */
enum Drawing {
    INES(new Color(0x5b3a8c), new Color(0xc98f6b), new Color(0x2b1a10), 0.30),
    STRANGER(new Color(0xd9b44a), new Color(0xf0d0b8), new Color(0x9a2f16), 0.42);

    private final Color wall;
    private final Color skin;
    private final Color hair;
    private final double width;

    Drawing(Color wall, Color skin, Color hair, double width) {
        this.wall = wall;
        this.skin = skin;
        this.hair = hair;
        this.width = width;
    }

    byte[] jpeg() {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(wall);
        canvas.fillRect(0, 0, 640, 480);
        int half = (int) (640 * width / 2);
        canvas.setColor(hair);
        canvas.fillOval(320 - half - 30, 40, 2 * half + 60, 300);
        canvas.setColor(wall.darker().darker());
        canvas.fillRoundRect(320 - half - 60, 400, 2 * half + 120, 160, 90, 90);
        canvas.setColor(skin);
        canvas.fillOval(320 - half, 90, 2 * half, 340);
        canvas.setColor(Color.BLACK);
        canvas.fillOval(320 - half / 2 - 14, 220, 28, 18);
        canvas.fillOval(320 + half / 2 - 14, 220, 28, 18);
        canvas.fillRect(314, 240, 12, 60);
        canvas.setColor(new Color(0xa03030));
        canvas.fillArc(320 - half / 2, 300, half, 70, 180, 180);
        canvas.dispose();
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", encoded);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return encoded.toByteArray();
    }
}
