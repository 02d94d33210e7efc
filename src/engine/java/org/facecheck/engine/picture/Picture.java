package org.facecheck.engine.picture;

/**
 * A decoded picture, upright. A plain value: nobody changes its pixels once it is made.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb red, green and blue of each pixel, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares pictures
public record Picture(int width, int height, byte[] rgb) {
    /** Numbers for each pixel. */
    public static final int CHANNELS = 3;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if there are more or fewer bytes than pixels need, or none
     */
    public Picture {
        if (width < 1 || height < 1 || rgb.length != width * height * CHANNELS) {
            throw new IllegalArgumentException(rgb.length + " bytes for " + width + "×" + height + " pixels");
        }
    }

    /** One of these bytes, 0 to 255. */
    int value(int column, int row, int channel) {
        return Byte.toUnsignedInt(rgb[(row * width + column) * CHANNELS + channel]);
    }

    /** The average luminance, 0 black to 255 white, by the weights of ITU-R BT.601. */
    public double brightness() {
        double sum = 0;
        for (int i = 0; i < rgb.length; i += CHANNELS) {
            sum += 0.299 * Byte.toUnsignedInt(rgb[i])
                    + 0.587 * Byte.toUnsignedInt(rgb[i + 1])
                    + 0.114 * Byte.toUnsignedInt(rgb[i + 2]);
        }
        return sum / (width * height);
    }

    /** Half as wide and half as high, each pixel the average of four. An odd last row or column is left out. */
    Picture halved() {
        int newWidth = Math.max(1, width / 2);
        int newHeight = Math.max(1, height / 2);
        byte[] half = new byte[newWidth * newHeight * CHANNELS];
        for (int row = 0; row < newHeight; row++) {
            for (int column = 0; column < newWidth; column++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    half[(row * newWidth + column) * CHANNELS + channel] = (byte) average(column * 2, row * 2, channel);
                }
            }
        }
        return new Picture(newWidth, newHeight, half);
    }

    private int average(int column, int row, int channel) {
        int right = Math.min(width - 1, column + 1);
        int below = Math.min(height - 1, row + 1);
        int sum = value(column, row, channel)
                + value(right, row, channel)
                + value(column, below, channel)
                + value(right, below, channel);
        return (sum + 2) / 4;
    }
}
