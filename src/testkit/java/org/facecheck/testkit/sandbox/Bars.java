package org.facecheck.testkit.sandbox;

/** The black bars beside a picture that was shown on a screen of other proportions. */
final class Bars {

    private static final float BLACK = 32;
    private static final double SPECKS = 0.02;

    private Bars() {}

    /** The picture without them; as it was, if next to nothing would be left. */
    static Grid cut(Grid grid) {
        int left = 0;
        int right = grid.width();
        int top = 0;
        int bottom = grid.height();
        while (left < right && isBlack(grid, left, left + 1, 0, grid.height())) {
            left++;
        }
        while (right > left && isBlack(grid, right - 1, right, 0, grid.height())) {
            right--;
        }
        while (top < bottom && isBlack(grid, left, right, top, top + 1)) {
            top++;
        }
        while (bottom > top && isBlack(grid, left, right, bottom - 1, bottom)) {
            bottom--;
        }
        boolean isPicture = 4 * (right - left) >= grid.width() && 4 * (bottom - top) >= grid.height();
        return isPicture ? grid.cropped(left, top, right - left, bottom - top) : grid;
    }

    /** But for some specks, which a bar gets from being encoded. */
    private static boolean isBlack(Grid grid, int left, int right, int top, int bottom) {
        int specks = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int i = 3 * (y * grid.width() + x);
                float brightest = Math.max(grid.rgb()[i], Math.max(grid.rgb()[i + 1], grid.rgb()[i + 2]));
                specks += brightest > BLACK ? 1 : 0;
            }
        }
        return specks <= SPECKS * (right - left) * (bottom - top);
    }
}
