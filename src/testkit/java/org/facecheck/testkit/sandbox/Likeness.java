package org.facecheck.testkit.sandbox;

/**
 * How much two pictures are alike, 1 being the most. What the bounds rest on, as {@code colours / details}:
 *
 * <ul>
 *   <li>one picture, encoded again, scaled, mirrored, darkened, with noise or between black bars: from 0.99 / 0.98 on;
 *       through Chromium's camera: 0.99 / 0.99
 *   <li>one picture, cropped to 16:9, to a square, or down to 70 % of its sides: from 0.98 / 0.93 on
 *   <li>one drawn person who has moved by a tenth of the face before the same wall: from 0.95 / 0.89 on; turned by 3
 *       degrees, or stretched: down to 0.89, and lost
 *   <li>the three people with each other: up to 0.55
 *   <li>1400 other people by the same painter at random: up to 0.92; as many before one of the three walls with the same
 *       hair: up to 0.96, four in a thousand taken for somebody
 *   <li>plain colours, noise, gradients, a simpler drawing: up to 0.63
 * </ul>
 *
 * <p>What two photographs of one living person come to depends on how still they sit, and two persons in turn before one
 * camera may be taken for each other: this recognises pictures, not faces.
 *
 * @param colours the correlation of light and colour
 * @param details the correlation of edges and lines
 */
record Likeness(double colours, double details) {

    static final Likeness NONE = new Likeness(0, 0);

    static final double COLOURS_NEEDED = 0.93;
    static final double DETAILS_NEEDED = 0.5;

    boolean isSamePicture() {
        return colours >= COLOURS_NEEDED && details >= DETAILS_NEEDED;
    }
}
