package org.facecheck.engine.face;

import org.facecheck.engine.model.LandmarkNetwork;
import org.facecheck.engine.picture.Pyramid;
import org.facecheck.engine.picture.Similarity;

/** Finds the landmarks of a face in its box. Immutable and thread-safe. */
public final class LandmarkFinder {
    private final LandmarkNetwork network;

    /** A finder with this network. */
    public LandmarkFinder(LandmarkNetwork network) {
        this.network = network;
    }

    /** The landmarks of the face in this box. The network looks at a square around it. */
    public Landmarks find(Pyramid picture, FaceBox box) {
        double side = Math.max(box.width(), box.height());
        double x = box.x() + (box.width() - side) / 2;
        double y = box.y() + (box.height() - side) / 2;
        float[] fractions = network.points(
                picture.sample(Similarity.ofSquare(x, y, side, LandmarkNetwork.SIDE), LandmarkNetwork.SIDE));
        double[] xs = new double[LandmarkNetwork.POINTS];
        double[] ys = new double[LandmarkNetwork.POINTS];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x + fractions[2 * i] * side;
            ys[i] = y + fractions[2 * i + 1] * side;
        }
        return new Landmarks(xs, ys);
    }
}
