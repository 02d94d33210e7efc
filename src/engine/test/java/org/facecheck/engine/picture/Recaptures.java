package org.facecheck.engine.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Photographs as a camera would see them on a screen or on paper. They are simulated: nobody held anything before a camera, so that
 * figures of them say how a check reacts to such patterns, and not how often an attack succeeds.
 */
public final class Recaptures {
    /** How many pixels of a screen show one of the photograph's. */
    private static final int SCREEN = 3;

    private Recaptures() {}

    /** On a screen: stripes of red, green and blue with dark lines between, seen by a camera that is turned a little. */
    public static BufferedImage screen(BufferedImage photograph) {
        BufferedImage large = Photographs.scaled(photograph, SCREEN);
        for (int y = 0; y < large.getHeight(); y++) {
            double row = y % SCREEN == 0 ? 0.5 : 1;
            for (int x = 0; x < large.getWidth(); x++) {
                double[] light = {0.15, 0.15, 0.15};
                light[x % SCREEN] = 1;
                large.setRGB(x, y, rgb(large.getRGB(x, y), 2 * row, light, 12));
            }
        }
        return smaller(seen(large, Math.toRadians(2.3)), photograph.getWidth(), photograph.getHeight());
    }

    /** As a sensor does: each pixel is the average of what it covers. */
    private static BufferedImage smaller(BufferedImage image, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        int sensor = (int) (width * 1.07); // no whole number of the screen's pixels falls on one of the sensor's
        canvas.drawImage(
                image.getScaledInstance(sensor, sensor * height / width, Image.SCALE_AREA_AVERAGING),
                0,
                0,
                width,
                height,
                null);
        canvas.dispose();
        return small;
    }

    private static BufferedImage seen(BufferedImage screen, double angle) {
        BufferedImage seen = new BufferedImage(screen.getWidth(), screen.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = seen.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.rotate(angle, screen.getWidth() / 2.0, screen.getHeight() / 2.0);
        canvas.drawImage(screen, 0, 0, null);
        canvas.dispose();
        return seen;
    }

    /** On paper: paler, with the dots of three inks, a little noise, and not quite sharp. */
    public static BufferedImage print(BufferedImage photograph) {
        Random noise = new Random(1);
        double[] angles = {0.26, 0.52, 0};
        BufferedImage paper = Photographs.scaled(photograph, 1);
        for (int y = 0; y < paper.getHeight(); y++) {
            for (int x = 0; x < paper.getWidth(); x++) {
                Color ink = new Color(paper.getRGB(x, y));
                double grey = 0.299 * ink.getRed() + 0.587 * ink.getGreen() + 0.114 * ink.getBlue();
                int[] colours = {ink.getRed(), ink.getGreen(), ink.getBlue()};
                int rgb = 0;
                for (int i = 0; i < colours.length; i++) {
                    double pale = (grey + 0.75 * (colours[i] - grey)) * 0.7 + 50;
                    rgb = rgb << 8 | clamp(pale + 10 * dots(x, y, angles[i]) + 4 * noise.nextGaussian());
                }
                paper.setRGB(x, y, rgb);
            }
        }
        return Photographs.blurred(paper, 1);
    }

    private static double dots(int x, int y, double angle) {
        double along = x * Math.cos(angle) + y * Math.sin(angle);
        double across = y * Math.cos(angle) - x * Math.sin(angle);
        return Math.sin(along * 1.9) * Math.sin(across * 1.9);
    }

    private static int rgb(int rgb, double share, double[] light, double added) {
        int red = clamp((rgb >> 16 & 255) * share * light[0] + added);
        int green = clamp((rgb >> 8 & 255) * share * light[1] + added);
        return red << 16 | green << 8 | clamp((rgb & 255) * share * light[2] + added);
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }
}
