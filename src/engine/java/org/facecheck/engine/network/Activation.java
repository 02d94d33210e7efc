package org.facecheck.engine.network;

/** What becomes of a number behind a convolution. */
enum Activation {
    /** It stays. */
    NONE(1),
    /** Negative ones become zero. */
    RELU(0),
    /** A tenth is left of negative ones; with TensorFlow's float for a tenth. */
    LEAKY_RELU(0.1f);

    private final float slope;

    Activation(float slope) {
        this.slope = slope;
    }

    /** How much is left of negative numbers. */
    float slope() {
        return slope;
    }

    float of(float value) {
        return value >= 0 ? value : slope * value;
    }
}
