package org.facecheck.engine.face;

/**
 * A box around a face, from brows to chin, in pixels of the picture. It may reach beyond the picture.
 *
 * @param x left side
 * @param y upper side
 * @param width in pixels
 * @param height in pixels
 * @param score how sure the detector is, 0 to 1
 */
public record FaceBox(double x, double y, double width, double height, double score) {

    /** How much of two boxes' common area both cover, 0 to 1. */
    double overlap(FaceBox other) {
        double common = common(other);
        return common / (area() + other.area() - common);
    }

    /** How much of the smaller box the other one covers, 0 to 1. */
    double cover(FaceBox other) {
        return common(other) / Math.min(area(), other.area());
    }

    private double common(FaceBox other) {
        double commonWidth = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double commonHeight = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return Math.max(0, commonWidth) * Math.max(0, commonHeight);
    }

    private double area() {
        return width * height;
    }
}
