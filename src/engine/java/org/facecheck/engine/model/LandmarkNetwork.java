package org.facecheck.engine.model;

import org.facecheck.engine.network.Computation;
import org.facecheck.engine.network.Layer;
import org.facecheck.engine.network.LayerFactory;
import org.facecheck.engine.weights.ModelWeights;

/**
 * Finds 68 points of the face in a square that holds one: jaw 0 to 16 from the picture's left, brows 17 to 26, nose 27 to 35,
 * eyes 36 to 47, mouth 48 to 67 (the numbering of the "300-W" data set). Immutable and thread-safe.
 */
public final class LandmarkNetwork {
    /** The input's side, in pixels. */
    public static final int SIDE = 112;
    /** How many points there are. */
    public static final int POINTS = 68;

    private final Layer layers;

    /** The network of these weights, computed by this. */
    public LandmarkNetwork(ModelWeights weights, Computation computation) {
        LayerFactory of = new LayerFactory(weights, computation);
        this.layers = of.network(
                of.firstDenseBlock("dense0", 3, 32),
                of.denseBlock("dense1", 32, 64),
                of.denseBlock("dense2", 64, 128),
                of.denseBlock("dense3", 128, 256),
                of.fullyConnected("fc", 256, POINTS * 2));
    }

    /**
     * The points, as fractions of the square: x and y of the first, x and y of the second, and so on. They may lie outside.
     *
     * @param rgb red, green and blue of each of the 112 × 112 pixels, 0 to 255, row by row
     */
    public float[] points(float[] rgb) {
        return layers.apply(InputColours.FACES.tensor(rgb, SIDE)).values();
    }
}
