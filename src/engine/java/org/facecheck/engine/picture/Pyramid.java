package org.facecheck.engine.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture, its half, the half of that, and so on. A cut-out that is smaller than what it shows is taken from the smallest that
 * is not smaller than itself: taken from the whole picture, it would show some pixels and leave out most, and a network would see
 * patterns that are not there. Immutable and thread-safe.
 */
public final class Pyramid {
    /** No cut-out is smaller than 100 pixels, so that a smaller level is of no use. */
    private static final int MIN_SIDE = 64;

    private final List<Picture> levels = new ArrayList<>();

    /** A pyramid that begins with this picture. */
    public Pyramid(Picture whole) {
        Picture level = whole;
        levels.add(level);
        while (Math.min(level.width(), level.height()) >= 2 * MIN_SIDE) {
            level = level.halved();
            levels.add(level);
        }
    }

    /** Of the whole picture, in pixels. */
    public int width() {
        return levels.get(0).width();
    }

    /** Of the whole picture, in pixels. */
    public int height() {
        return levels.get(0).height();
    }

    /**
     * A square cut-out, between the pixels by bilinear interpolation. What lies outside of the picture is black.
     *
     * @param place from the cut-out's coordinates to the picture's
     * @param side of the cut-out, in pixels
     * @return red, green and blue of each pixel, 0 to 255, row by row
     */
    public float[] sample(Similarity place, int side) {
        int index = 0;
        double shrink = 1;
        while (index + 1 < levels.size() && place.scale() / shrink >= 2) {
            index++;
            shrink *= 2;
        }
        Picture level = levels.get(index);
        float[] rgb = new float[side * side * Picture.CHANNELS];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double x = place.x(column + 0.5, row + 0.5) / shrink - 0.5;
                double y = place.y(column + 0.5, row + 0.5) / shrink - 0.5;
                interpolate(level, x, y, rgb, (row * side + column) * Picture.CHANNELS);
            }
        }
        return rgb;
    }

    private static void interpolate(Picture level, double x, double y, float[] rgb, int at) {
        // A point in the outer half of a pixel at the border still belongs to the picture.
        if (x <= -0.5 || y <= -0.5 || x >= level.width() - 0.5 || y >= level.height() - 0.5) {
            return;
        }
        double insideX = Math.max(0, Math.min(level.width() - 1.0, x));
        double insideY = Math.max(0, Math.min(level.height() - 1.0, y));
        int left = (int) insideX;
        int top = (int) insideY;
        int right = Math.min(level.width() - 1, left + 1);
        int bottom = Math.min(level.height() - 1, top + 1);
        double fromLeft = insideX - left;
        double fromTop = insideY - top;
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            double upper =
                    level.value(left, top, channel) * (1 - fromLeft) + level.value(right, top, channel) * fromLeft;
            double lower = level.value(left, bottom, channel) * (1 - fromLeft)
                    + level.value(right, bottom, channel) * fromLeft;
            rgb[at + channel] = (float) (upper * (1 - fromTop) + lower * fromTop);
        }
    }
}
