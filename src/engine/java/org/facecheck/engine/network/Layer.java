package org.facecheck.engine.network;

import java.util.List;

/** One step of a network. Immutable and thread-safe: what it is asked for is all that it works on. */
@FunctionalInterface
public interface Layer {

    /**
     * Computes.
     *
     * @param input not changed
     * @return another tensor, or the same one where there is nothing to do
     */
    Tensor apply(Tensor input);

    /**
     * Layers one after the other, as a table of them reads.
     *
     * @param layers from the picture to the answer
     * @return a layer that is all of them
     */
    static Layer sequence(Layer... layers) {
        List<Layer> steps = List.of(layers);
        return input -> {
            Tensor current = input;
            for (Layer step : steps) {
                current = step.apply(current);
            }
            return current;
        };
    }
}
