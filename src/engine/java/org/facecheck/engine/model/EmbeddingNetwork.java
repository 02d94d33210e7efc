package org.facecheck.engine.model;

import org.facecheck.engine.network.Computation;
import org.facecheck.engine.network.Layer;
import org.facecheck.engine.network.LayerFactory;
import org.facecheck.engine.weights.ModelWeights;

/**
 * dlib's face recognition network, a ResNet of 29 convolutions: of an aligned face it makes 128 numbers, whose Euclidean
 * distance to those of the same person's other faces is small, 0.3 in the middle on studio pictures, and larger to others', 0.8
 * in the middle. Immutable and thread-safe.
 */
public final class EmbeddingNetwork {
    /** The input's side, in pixels. */
    public static final int SIDE = 150;
    /** How many numbers come out. */
    public static final int LENGTH = 128;

    private final Layer layers;

    /** The network of these weights, computed by this. */
    public EmbeddingNetwork(ModelWeights weights, Computation computation) {
        LayerFactory of = new LayerFactory(weights, computation);
        this.layers = of.network(
                of.scaledDown("conv32_down", 7, 3, 32),
                of.maxPoolInside(3, 2),
                of.residual("conv32_1", 32),
                of.residual("conv32_2", 32),
                of.residual("conv32_3", 32),
                of.residualDown("conv64_down", 32, 64),
                of.residual("conv64_1", 64),
                of.residual("conv64_2", 64),
                of.residual("conv64_3", 64),
                of.residualDown("conv128_down", 64, 128),
                of.residual("conv128_1", 128),
                of.residual("conv128_2", 128),
                of.residualDown("conv256_down", 128, 256),
                of.residual("conv256_1", 256),
                of.residual("conv256_2", 256),
                of.residualDown("conv256_down_out", 256, 256),
                of.unbiased("fc", 256, LENGTH));
    }

    /**
     * The 128 numbers of a face.
     *
     * @param rgb red, green and blue of each of the 150 × 150 pixels of an aligned face, 0 to 255, row by row
     */
    public float[] embed(float[] rgb) {
        return layers.apply(InputColours.FACES.tensor(rgb, SIDE)).values();
    }
}
