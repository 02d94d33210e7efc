package org.facecheck.engine.model;

import org.facecheck.engine.network.Computation;
import org.facecheck.engine.network.Layer;
import org.facecheck.engine.network.LayerFactory;
import org.facecheck.engine.weights.ModelWeights;

/** Says of a small square with a face whether it looks like a person or like a picture of one. Immutable and thread-safe. */
public final class LivenessNetwork {
    /** The input's side, in pixels. */
    public static final int SIDE = 32;

    private static final int QUARTER = SIDE / 4;

    private final Layer layers;

    /** The network of these weights, computed by this. */
    public LivenessNetwork(ModelWeights weights, Computation computation) {
        LayerFactory of = new LayerFactory(weights, computation);
        this.layers = of.network(
                of.normalised(1, 3, 16),
                of.normalised(2, 16, 16),
                of.maxPoolInside(2, 2),
                of.normalised(3, 16, 32),
                of.normalised(4, 32, 32),
                of.maxPoolInside(2, 2),
                of.normalisedSums(1, QUARTER, 32, 64, 5),
                of.sums(2, 64, 2));
    }

    /**
     * How sure the network is of a person, 0 to 1; no probability that anybody measured. ("Softmax" of two numbers, a person's first.)
     *
     * @param rgb red, green and blue of each of the 32 × 32 pixels, 0 to 255, row by row
     */
    public double score(float[] rgb) {
        float[] answer = layers.apply(InputColours.LIVENESS.tensor(rgb, SIDE)).values();
        return 1 / (1 + Math.exp((double) answer[1] - answer[0]));
    }
}
