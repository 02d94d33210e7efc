package org.facecheck.engine.weights;

import java.util.Arrays;
import java.util.Map;

/**
 * The arrays of one network by name. A network asks for each with the shape that its table of layers gives, so that a table and
 * weights that do not belong together never compute anything. Immutable and thread-safe as long as nobody writes into the arrays.
 */
public final class ModelWeights {
    private final Map<String, Parameter> arrays;

    ModelWeights(Map<String, Parameter> arrays) {
        this.arrays = Map.copyOf(arrays);
    }

    /**
     * One array, which is shared and not to be changed.
     *
     * @param name as the manifest has it
     * @param shape that it must have
     * @return its numbers, the last index running fastest
     * @throws IllegalArgumentException if there is no such array, or it has another shape
     */
    public float[] values(String name, int... shape) {
        Parameter found = arrays.get(name);
        if (found == null || !found.hasShape(shape)) {
            throw new IllegalArgumentException(
                    "the weights have no array " + name + " of shape " + Arrays.toString(shape));
        }
        return found.values();
    }
}
