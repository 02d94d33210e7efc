package org.facecheck.detector;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * What a camera would show of people before it, 1280 by 720 pixels. Each method gives the scene with something more in it or
 * done to it, so that a scene reads as what it is.
 *
 * <p>Lengths are parts of the oval, which is 84 % of the picture's height and three quarters as wide as high.
 */
record Scene(BufferedImage picture) {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    static final double OVAL = 0.84 * HEIGHT;

    /** A wall of one colour. */
    static Scene wall(int rgb) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(new Color(rgb));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.dispose();
        return new Scene(picture);
    }

    /** A photograph that fills the picture, sharp or, as a background, not. */
    static Scene photograph(BufferedImage photograph, boolean sharp) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        BufferedImage drawn = sharp ? photograph : scaled(photograph, 24, 14);
        double scale = Math.max(WIDTH / (double) drawn.getWidth(), HEIGHT / (double) drawn.getHeight());
        draw(picture, drawn, WIDTH / 2.0, HEIGHT / 2.0, scale, 1);
        return new Scene(picture);
    }

    /** Somebody in the middle, whose face is this high, before a blurred background of the same photograph. */
    static Scene of(Portrait person, double height) {
        return of(person, height, 0, 0);
    }

    /** Likewise, so far to the right of the picture's middle and below it. */
    static Scene of(Portrait person, double height, double right, double down) {
        return photograph(person.picture(), false).and(person, height, right, down);
    }

    /** With somebody more before everything that is there. */
    Scene and(Portrait person, double height, double right, double down) {
        BufferedImage photograph = faded(person.picture());
        double scale = height * OVAL / (person.height * photograph.getHeight());
        double x = WIDTH / 2.0 + right * OVAL * 0.75 - (person.x - 0.5) * photograph.getWidth() * scale;
        double y = HEIGHT / 2.0 + down * OVAL - (person.y - 0.5) * photograph.getHeight() * scale;
        BufferedImage picture = copy();
        draw(picture, photograph, x, y, scale, 1);
        return new Scene(picture);
    }

    /** Each value of each colour between 0 and 1 becomes another. */
    private Scene each(UnaryOperator<double[]> change) {
        BufferedImage picture = copy();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = picture.getRGB(x, y);
                double[] values = change.apply(new double[] {
                    (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, x / (double) WIDTH
                });
                picture.setRGB(x, y, octet(values[0]) << 16 | octet(values[1]) << 8 | octet(values[2]));
            }
        }
        return new Scene(picture);
    }

    private static int octet(double value) {
        return (int) Math.round(Math.max(0, Math.min(1, value)) * 255);
    }

    /** So much of the light, with its noise. */
    Scene lit(double light, double noise) {
        Random random = new Random(7);
        return each(one -> new double[] {
            one[0] * light + random.nextGaussian() * noise,
            one[1] * light + random.nextGaussian() * noise,
            one[2] * light + random.nextGaussian() * noise
        });
    }

    /** A lamp's warm light in the evening. */
    Scene evening() {
        return each(one -> new double[] {one[0] * 0.62, one[1] * 0.47, one[2] * 0.30})
                .lit(1, 0.03);
    }

    /** Light from the left alone. */
    Scene litFromTheSide() {
        return each(one -> {
            double light = Math.max(0.25, 1.25 - 1.2 * one[3]);
            return new double[] {one[0] * light, one[1] * light, one[2] * light};
        });
    }

    /** Between the camera and a window: around the middle all is white. */
    Scene againstTheLight() {
        BufferedImage picture = lit(0.55, 0.01).copy();
        Graphics2D canvas = picture.createGraphics();
        canvas.setPaint(new RadialGradientPaint(WIDTH / 2f, HEIGHT / 2f, 640, new float[] {0.42f, 0.8f}, new Color[] {
            new Color(255, 255, 255, 0), new Color(255, 255, 250, 235)
        }));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.dispose();
        return new Scene(picture);
    }

    /** Over-exposed. */
    Scene burnt() {
        return each(one -> new double[] {one[0] * 2.4 + 0.45, one[1] * 2.4 + 0.45, one[2] * 2.4 + 0.45});
    }

    /** By a camera of fewer pixels. */
    Scene soft(int lines) {
        BufferedImage picture = copy();
        BufferedImage small = scaled(picture, lines * WIDTH / HEIGHT, lines);
        draw(picture, small, WIDTH / 2.0, HEIGHT / 2.0, HEIGHT / (double) lines, 1);
        return new Scene(picture);
    }

    /** By somebody who moves. */
    Scene smeared(int pixels) {
        float[] line = new float[pixels];
        Arrays.fill(line, 1f / pixels);
        BufferedImage target = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        new ConvolveOp(new Kernel(pixels, 1, line), ConvolveOp.EDGE_NO_OP, null).filter(picture, target);
        return new Scene(target);
    }

    /** A scarf is drawn around a face of this height in the middle: no package brings a photograph of one. */
    Scene withHeadscarf(double height, int rgb) {
        double high = height * OVAL;
        Area scarf = new Area(ellipse(0, -0.12 * high, 1.35 * high, 1.75 * high));
        scarf.add(new Area(ellipse(0, 1.15 * high, 1.9 * high, 1.3 * high)));
        scarf.subtract(new Area(ellipse(0, -0.04 * high, 0.86 * high, 1.14 * high)));
        return drawn(canvas -> {
            canvas.setColor(new Color(rgb));
            canvas.fill(scarf);
            canvas.setColor(new Color(rgb).darker());
            canvas.setStroke(new BasicStroke(5));
            canvas.draw(ellipse(0, -0.04 * high, 0.92 * high, 1.2 * high));
        });
    }

    /** Somebody holds a hand, a sheet, a cup before the lower or the whole face of this height in the middle. */
    Scene covered(double height, double from, int rgb) {
        double high = height * OVAL;
        return drawn(canvas -> {
            canvas.setColor(new Color(rgb));
            canvas.fill(new Rectangle2D.Double(
                    WIDTH / 2.0 - 0.6 * high, HEIGHT / 2.0 + (from - 0.5) * high, 1.2 * high, (1.15 - from) * high));
        });
    }

    private static Ellipse2D ellipse(double right, double down, double width, double height) {
        return new Ellipse2D.Double(WIDTH / 2.0 + right - width / 2, HEIGHT / 2.0 + down - height / 2, width, height);
    }

    private Scene drawn(java.util.function.Consumer<Graphics2D> drawing) {
        BufferedImage picture = copy();
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(canvas);
        canvas.dispose();
        return new Scene(picture);
    }

    private BufferedImage copy() {
        BufferedImage copy = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        copy.getGraphics().drawImage(picture, 0, 0, null);
        return copy;
    }

    private static void draw(
            BufferedImage picture, BufferedImage drawn, double x, double y, double scale, float strength) {
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, strength));
        int width = (int) Math.round(drawn.getWidth() * scale);
        int height = (int) Math.round(drawn.getHeight() * scale);
        canvas.drawImage(drawn, (int) (x - width / 2.0), (int) (y - height / 2.0), width, height, null);
        canvas.dispose();
    }

    /** With edges that nobody sees; below, where a body goes on, it stays as it is. */
    private static BufferedImage faded(BufferedImage photograph) {
        int width = photograph.getWidth();
        int height = photograph.getHeight();
        BufferedImage faded = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double edge = Math.min(Math.min(x, width - 1 - x) / (width * 0.12), y / (height * 0.08));
                faded.setRGB(x, y, photograph.getRGB(x, y) & 0xffffff | octet(Math.min(1, edge)) << 24);
            }
        }
        return faded;
    }

    private static BufferedImage scaled(BufferedImage photograph, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.drawImage(photograph.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        canvas.dispose();
        return small;
    }
}
