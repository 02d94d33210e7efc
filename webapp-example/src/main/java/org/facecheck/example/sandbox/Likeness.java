package org.facecheck.example.sandbox;

/**
 * How much two pictures are alike, 1 being the most. What the bounds rest on, as {@code colours / details}:
 *
 * <ul>
 *   <li>one picture, encoded again, scaled, mirrored, darkened, with noise or between black bars: from 0.99 / 0.98 on
 *   <li>one picture, cropped to 80 % of its sides, or to a square: from 0.95 / 0.81 on; to 70 %: from 0.97 / 0.82 on
 *   <li>one drawn person who has moved by a tenth of the face before the same wall: from 0.93 / 0.84 on
 *   <li>the three people with each other: up to 0.54
 *   <li>1200 other people by the same painter at random: up to 0.93 / 0.89, and that only before the same wall
 *   <li>plain colours, noise, gradients: up to 0.60
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
