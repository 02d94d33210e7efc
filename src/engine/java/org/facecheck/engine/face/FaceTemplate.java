package org.facecheck.engine.face;

import org.facecheck.engine.model.EmbeddingNetwork;

/**
 * 128 numbers of a face, and all that is kept of it. Templates are compared by their distance. Immutable and thread-safe.
 *
 * <p><strong>Biometric data.</strong> From a template, a picture that resembles the person can be computed, and the person can be
 * found in other galleries of the same network: it is to be protected like a picture. The text form shows no number.
 */
public final class FaceTemplate {
    private final float[] values;

    /**
     * A template of these numbers.
     *
     * @param values 128 of them; copied
     * @throws IllegalArgumentException if there are more or fewer, or one is not finite
     */
    public FaceTemplate(float[] values) {
        if (values.length != EmbeddingNetwork.LENGTH) {
            throw new IllegalArgumentException("a template has " + EmbeddingNetwork.LENGTH + " numbers");
        }
        for (float value : values) {
            if (!Float.isFinite(value)) { // its distance would be no number, and no comparison with that is true
                throw new IllegalArgumentException("a template has finite numbers");
            }
        }
        this.values = values.clone();
    }

    /** The numbers; a copy. */
    public float[] values() {
        return values.clone();
    }

    /** The Euclidean distance: 0 for the same picture, some 0.3 for the same person, some 0.8 for two people. */
    public double distance(FaceTemplate other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - other.values[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    @Override
    public String toString() {
        return "FaceTemplate[" + values.length + " numbers]";
    }
}
