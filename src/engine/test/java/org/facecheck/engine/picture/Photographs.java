package org.facecheck.engine.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.facecheck.Selfie;
import org.facecheck.engine.weights.FetchedPackage;

/** Cut-outs of the photographs in the package that the weights come with, and what can go wrong with them. */
public final class Photographs {
    /** A woman at a party, in the first photograph. */
    public static final Cut LAUGHING = new Cut(1, 1270, 40, 600, 700);
    /** The same woman at another one. */
    public static final Cut SMILING = new Cut(3, 860, 60, 560, 640);
    /** Another woman, beside her. */
    public static final Cut BLOND = new Cut(3, 380, 180, 540, 640);
    /** A third one. */
    public static final Cut GREEN = new Cut(6, 20, 330, 620, 700);
    /** Two who stand close together. */
    public static final Cut TWO = new Cut(6, 480, 150, 1200, 700);
    /** A wall and a lamp. */
    public static final Cut NOBODY = new Cut(1, 0, 0, 300, 300);

    private Photographs() {}

    /** A part of a photograph, in its pixels. */
    public record Cut(int photograph, int x, int y, int width, int height) {

        /** Another part of the same photograph. */
        public Cut moved(int dx, int dy) {
            return new Cut(photograph, x + dx, y + dy, width, height);
        }
    }

    /** The cut-out. */
    public static BufferedImage image(Cut cut) {
        try {
            BufferedImage whole = ImageIO.read(
                    new ByteArrayInputStream(FetchedPackage.file("demo/sample" + cut.photograph() + ".jpg")));
            return whole.getSubimage(cut.x(), cut.y(), cut.width(), cut.height());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Smaller or larger. */
    public static BufferedImage scaled(BufferedImage image, double factor) {
        int width = (int) (image.getWidth() * factor);
        int height = (int) (image.getHeight() * factor);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return scaled;
    }

    /** With a share of its light. */
    public static BufferedImage darkened(BufferedImage image, double share) {
        BufferedImage dark = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int red = (int) ((rgb >> 16 & 255) * share);
                int green = (int) ((rgb >> 8 & 255) * share);
                int blue = (int) ((rgb & 255) * share);
                dark.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return dark;
    }

    /** Out of focus: each pixel is the average of a square around it, twice. */
    public static BufferedImage blurred(BufferedImage image, int radius) {
        return averaged(averaged(image, radius, radius), radius, radius);
    }

    /** By a hand that moved to the side. */
    public static BufferedImage shaken(BufferedImage image, int pixels) {
        return averaged(image, pixels / 2, 0);
    }

    private static BufferedImage averaged(BufferedImage image, int besides, int above) {
        int side = 2 * besides + 1;
        int rows = 2 * above + 1;
        float[] weights = new float[side * rows];
        Arrays.fill(weights, 1f / weights.length);
        BufferedImage plain = scaled(image, 1);
        return new ConvolveOp(new Kernel(side, rows, weights), ConvolveOp.EDGE_NO_OP, null).filter(plain, null);
    }

    /** On a larger grey sheet. */
    public static BufferedImage onSheet(BufferedImage image, int width, int height) {
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = sheet.createGraphics();
        canvas.setColor(Color.GRAY);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(image, (width - image.getWidth()) / 2, (height - image.getHeight()) / 2, null);
        canvas.dispose();
        return sheet;
    }

    /** As a file. */
    public static byte[] png(BufferedImage image) {
        try {
            BufferedImage opaque = scaled(image, 1);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(opaque, "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As a selfie. */
    public static Selfie selfie(BufferedImage image) {
        return new Selfie(png(image), Selfie.Format.PNG, image.getWidth(), image.getHeight());
    }

    /** Decoded. */
    public static Picture picture(Cut cut) throws IOException {
        try {
            return new PictureReader().read(selfie(image(cut)));
        } catch (UnreadablePictureException unreadable) {
            throw new IOException(unreadable);
        }
    }
}
