package org.facecheck.testkit.sandbox;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A small picture as numbers, for reckoning with. Nobody writes to them once it is made.
 *
 * @param rgb red, green and blue of each pixel, from 0 to 255, row by row
 */
record Grid(int width, int height, float[] rgb) {

    private static final int BLUR = 4;

    /** In squared steps of brightness. */
    private static final double PLAIN = 20;

    /** The picture, its longer side brought down to this many pixels. */
    static Grid of(BufferedImage image, double longerSide) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        float[] rgb = new float[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = pixels[i] >> 16 & 0xFF;
            rgb[3 * i + 1] = pixels[i] >> 8 & 0xFF;
            rgb[3 * i + 2] = pixels[i] & 0xFF;
        }
        return new Grid(width, height, rgb).scaled(longerSide);
    }

    int area() {
        return width * height;
    }

    /** Whether there is nothing to be seen, as with a finger on the lens: no channel varies. */
    boolean isPlain() {
        return variance(0) < PLAIN && variance(1) < PLAIN && variance(2) < PLAIN;
    }

    private double variance(int channel) {
        double sum = 0;
        double squares = 0;
        for (int i = channel; i < rgb.length; i += 3) {
            sum += rgb[i];
            squares += rgb[i] * rgb[i];
        }
        double mean = sum / area();
        return squares / area() - mean * mean;
    }

    /** In the same proportions, the longer side this long. */
    Grid scaled(double longerSide) {
        double scale = longerSide / Math.max(width, height);
        int newWidth = (int) Math.max(1, Math.round(width * scale));
        int newHeight = (int) Math.max(1, Math.round(height * scale));
        return squeezed(newWidth).turned().squeezed(newHeight).turned();
    }

    /** Each new pixel is the mean of those it covers. */
    private Grid squeezed(int newWidth) {
        double step = (double) width / newWidth;
        float[] squeezed = new float[3 * newWidth * height];
        for (int x = 0; x < newWidth; x++) {
            double from = x * step;
            double to = Math.min(width, from + step);
            for (int covered = (int) from; covered < to; covered++) {
                float share = (float) ((Math.min(to, covered + 1) - Math.max(from, covered)) / step);
                for (int y = 0; y < height; y++) {
                    for (int channel = 0; channel < 3; channel++) {
                        squeezed[3 * (y * newWidth + x) + channel] += share * rgb[3 * (y * width + covered) + channel];
                    }
                }
            }
        }
        return new Grid(newWidth, height, squeezed);
    }

    /** Rows for columns. */
    private Grid turned() {
        float[] turned = new float[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                System.arraycopy(rgb, 3 * (y * width + x), turned, 3 * (x * height + y), 3);
            }
        }
        return new Grid(height, width, turned);
    }

    Grid mirrored() {
        float[] mirrored = new float[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                System.arraycopy(rgb, 3 * (y * width + x), mirrored, 3 * (y * width + width - 1 - x), 3);
            }
        }
        return new Grid(width, height, mirrored);
    }

    Grid cropped(int left, int top, int newWidth, int newHeight) {
        float[] cropped = new float[3 * newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(rgb, 3 * ((top + y) * width + left), cropped, 3 * y * newWidth, 3 * newWidth);
        }
        return new Grid(newWidth, newHeight, cropped);
    }

    /** What is left without broad areas of light and colour: edges, lines, and where they are. */
    Grid details() {
        float[] details = Arrays.copyOf(rgb, rgb.length);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    details[3 * (y * width + x) + channel] -= around(x, y, channel);
                }
            }
        }
        return new Grid(width, height, details);
    }

    private float around(int x, int y, int channel) {
        float sum = 0;
        int count = 0;
        for (int v = Math.max(0, y - BLUR); v <= Math.min(height - 1, y + BLUR); v++) {
            for (int u = Math.max(0, x - BLUR); u <= Math.min(width - 1, x + BLUR); u++) {
                sum += rgb[3 * (v * width + u) + channel];
                count++;
            }
        }
        return sum / count;
    }

    @Override
    public String toString() {
        return "Grid[%d x %d]".formatted(width, height);
    }
}
