package org.facecheck.testkit.sandbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.Consumer;

/** What may happen to a portrait (640 x 480) on its way; how alike it must still be. */
enum Variation {
    ENCODED_AGAIN(0.99, 0.98, Variation::encodedAgain),
    QUARTERED(0.99, 0.98, picture -> drawn(320, 240, canvas -> canvas.drawImage(picture, 0, 0, 320, 240, null))),
    THUMBNAIL(0.99, 0.98, picture -> drawn(160, 120, canvas -> canvas.drawImage(picture, 0, 0, 160, 120, null))),
    DOUBLED(0.99, 0.98, picture -> drawn(1280, 960, canvas -> canvas.drawImage(picture, 0, 0, 1280, 960, null))),
    MIRRORED(0.99, 0.98, picture -> drawn(640, 480, canvas -> canvas.drawImage(picture, 640, 0, -640, 480, null))),
    BETWEEN_BARS(
            0.99,
            0.98,
            picture -> encodedAgain(drawn(1280, 720, canvas -> canvas.drawImage(picture, 160, 0, 960, 720, null)))),
    SMALL_IN_BLACK(
            0.99, 0.98, picture -> encodedAgain(drawn(1280, 720, canvas -> canvas.drawImage(picture, 320, 120, null)))),
    DARKENED(
            0.99,
            0.98,
            picture -> drawn(640, 480, canvas -> {
                canvas.drawImage(picture, 0, 0, null);
                canvas.setColor(new Color(0, 0, 0, 100));
                canvas.fillRect(0, 0, 640, 480);
            })),
    SPRINKLED(
            0.99,
            0.97,
            picture -> drawn(640, 480, canvas -> {
                canvas.drawImage(picture, 0, 0, null);
                Random random = new Random(1);
                for (int i = 0; i < 100_000; i++) {
                    canvas.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 120));
                    canvas.fillRect(random.nextInt(640), random.nextInt(480), 1, 1);
                }
            })),
    CROPPED_TO_16_9(
            0.99, 0.95, picture -> encodedAgain(drawn(640, 360, canvas -> canvas.drawImage(picture, 0, -60, null)))),
    CROPPED_TO_SQUARE(0.98, 0.93, picture -> drawn(480, 480, canvas -> canvas.drawImage(picture, -80, 0, null))),
    CROPPED_TO_80(0.98, 0.93, picture -> drawn(512, 384, canvas -> canvas.drawImage(picture, -64, -48, null))),
    CROPPED_TO_A_CORNER(0.98, 0.93, picture -> drawn(512, 384, canvas -> canvas.drawImage(picture, 0, 0, null))),
    CROPPED_TO_70(0.98, 0.93, picture -> drawn(448, 336, canvas -> canvas.drawImage(picture, -96, -72, null)));

    final double colours;
    final double details;
    private final Change change;

    Variation(double colours, double details, Change change) {
        this.colours = colours;
        this.details = details;
        this.change = change;
    }

    BufferedImage of(BufferedImage picture) {
        return change.of(picture);
    }

    private static BufferedImage encodedAgain(BufferedImage picture) {
        return PictureFile.read(PictureFile.jpeg(picture, Integer.MAX_VALUE)).orElseThrow();
    }

    static BufferedImage drawn(int width, int height, Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        painter.accept(canvas);
        canvas.dispose();
        return image;
    }

    private interface Change {
        BufferedImage of(BufferedImage picture);
    }
}
