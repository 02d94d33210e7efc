package org.facecheck.engine.face;

import org.facecheck.engine.picture.Similarity;

/** The ways in which the detector looks at a picture, in the order in which they are tried until one shows a face. */
public enum DetectorView {
    /** The whole picture, as it is: right for selfies. */
    WHOLE(416, 1),
    /** With a margin: the detector does not see a face that fills the picture, as on portraits that are cut tightly. */
    WITH_MARGIN(416, 0.6),
    /** Larger, for small faces. */
    LARGER(640, 1);

    private final int side;
    private final double share;

    /**
     * @param side of the square that the network looks at, in pixels
     * @param share of the square's side that the picture's longer side takes; the rest is black
     */
    DetectorView(int side, double share) {
        this.side = side;
        this.share = share;
    }

    int side() {
        return side;
    }

    /** From the square's pixels to those of a picture of this size, which lies in its middle. */
    Similarity place(int width, int height) {
        double square = Math.max(width, height) / share;
        return Similarity.ofSquare((width - square) / 2, (height - square) / 2, square, side);
    }
}
