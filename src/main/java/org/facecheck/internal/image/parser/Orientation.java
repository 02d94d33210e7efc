package org.facecheck.internal.image.parser;

/**
 * How a stored picture has to be turned, in the order of the values of EXIF's orientation (CIPA DC-008, 4.6.4), which says
 * on which sides the first row and the first column are to be seen.
 */
public enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    MIRRORED_TOP_LEFT(true, false, false),
    TOP_RIGHT(true, true, false),
    MIRRORED_TOP_RIGHT(true, true, true),
    TOP_LEFT(true, false, true);

    private final boolean sideways;
    private final boolean fromTheRight;
    private final boolean fromBelow;

    /**
     * @param sideways whether the stored rows are columns to be seen
     * @param fromTheRight whether the columns to be seen are stored from the right to the left
     * @param fromBelow whether the rows to be seen are stored from the bottom up
     */
    Orientation(boolean sideways, boolean fromTheRight, boolean fromBelow) {
        this.sideways = sideways;
        this.fromTheRight = fromTheRight;
        this.fromBelow = fromBelow;
    }

    /** By the value of EXIF's orientation; a value beyond 1 to 8 turns nothing. */
    static Orientation of(int exif) {
        return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
    }

    /** The width of the picture as it is to be seen. */
    public int width(int storedWidth, int storedHeight) {
        return sideways ? storedHeight : storedWidth;
    }

    /** The height of the picture as it is to be seen. */
    public int height(int storedWidth, int storedHeight) {
        return sideways ? storedWidth : storedHeight;
    }

    /**
     * Puts a stored row to where its pixels are to be seen.
     *
     * @param row the pixels as stored
     * @param y which row it is
     * @param upright the whole picture as it is to be seen, row by row
     */
    public void put(int[] row, int y, int storedHeight, int[] upright) {
        int width = width(row.length, storedHeight);
        int height = height(row.length, storedHeight);
        for (int x = 0; x < row.length; x++) {
            int column = sideways ? y : x;
            int line = sideways ? x : y;
            upright[(fromBelow ? height - 1 - line : line) * width + (fromTheRight ? width - 1 - column : column)] =
                    row[x];
        }
    }
}
