package org.facecheck.engine.network;

/** By what a network is computed. The results differ in the last digits only. */
public enum Computation {
    /** By the layers themselves. */
    PLAIN_JAVA {
        @Override
        Layer of(Layer network) {
            return network;
        }
    },
    /** By ONNX Runtime, which must be there. */
    ONNX_RUNTIME {
        @Override
        Layer of(Layer network) {
            return new AcceleratedLayer(network);
        }
    };

    /** The network, computed so. */
    abstract Layer of(Layer network);
}
