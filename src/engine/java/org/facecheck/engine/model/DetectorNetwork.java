package org.facecheck.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.facecheck.engine.network.Computation;
import org.facecheck.engine.network.Layer;
import org.facecheck.engine.network.LayerFactory;
import org.facecheck.engine.network.Tensor;
import org.facecheck.engine.weights.ModelWeights;

/**
 * Finds faces in a square picture of any multiple of 32 pixels: a small network of the kind "Tiny YOLO v2". It looks at each cell
 * of 32×32 pixels with five boxes of fixed proportions ("anchors"), and says of each how sure it is that a face's centre is in
 * the cell, and how box and face differ. Immutable and thread-safe.
 */
public final class DetectorNetwork {
    private static final int CELL = 32;
    /** Width and height of the boxes, in cells. */
    private static final double[][] ANCHORS = {
        {1.603231, 2.094468}, {6.041143, 7.080126}, {2.882459, 3.518061}, {4.266906, 5.178857}, {9.041765, 10.66308}
    };
    /** Of each box: centre x and y in the cell, width and height in anchors, sureness. */
    private static final int NUMBERS = 5;

    private final Layer layers;

    /** The network of these weights, computed by this. */
    public DetectorNetwork(ModelWeights weights, Computation computation) {
        LayerFactory of = new LayerFactory(weights, computation);
        this.layers = of.network(
                of.leaky("conv0", 3, 16),
                of.maxPool(2, 2),
                of.separableLeaky("conv1", 16, 32),
                of.maxPool(2, 2),
                of.separableLeaky("conv2", 32, 64),
                of.maxPool(2, 2),
                of.separableLeaky("conv3", 64, 128),
                of.maxPool(2, 2),
                of.separableLeaky("conv4", 128, 256),
                of.maxPool(2, 2),
                of.separableLeaky("conv5", 256, 512),
                of.maxPool(2, 1),
                of.pointwise("conv8", 512, ANCHORS.length * NUMBERS));
    }

    /**
     * All boxes that may be faces, several for each face.
     *
     * @param rgb red, green and blue of each pixel, 0 to 255, row by row
     * @param side of the square, in pixels; a multiple of 32
     * @param threshold the least sureness, 0 to 1
     * @return in no order
     */
    public List<Candidate> candidates(float[] rgb, int side, double threshold) {
        Tensor answer = answer(rgb, side);
        List<Candidate> found = new ArrayList<>();
        for (int row = 0; row < answer.height(); row++) {
            for (int column = 0; column < answer.width(); column++) {
                for (int anchor = 0; anchor < ANCHORS.length; anchor++) {
                    int at = (row * answer.width() + column) * answer.channels() + anchor * NUMBERS;
                    double score = sigmoid(answer.values()[at + 4]);
                    if (score > threshold) {
                        found.add(candidate(answer.values(), at, row, column, ANCHORS[anchor], score));
                    }
                }
            }
        }
        return found;
    }

    /** The network's numbers as they are. */
    Tensor answer(float[] rgb, int side) {
        return layers.apply(InputColours.DETECTOR.tensor(rgb, side));
    }

    private static Candidate candidate(float[] values, int at, int row, int column, double[] anchor, double score) {
        double width = Math.exp(values[at + 2]) * anchor[0] * CELL;
        double height = Math.exp(values[at + 3]) * anchor[1] * CELL;
        double centreX = (column + sigmoid(values[at])) * CELL;
        double centreY = (row + sigmoid(values[at + 1])) * CELL;
        return new Candidate(centreX - width / 2, centreY - height / 2, width, height, score);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /**
     * A box that may be a face.
     *
     * @param x left side, in pixels of the input
     * @param y upper side, in pixels of the input
     * @param width in pixels of the input
     * @param height in pixels of the input
     * @param score how sure the network is, 0 to 1; no probability that anybody measured
     */
    public record Candidate(double x, double y, double width, double height, double score) {}
}
