package org.facecheck.engine.network;

import java.util.List;
import org.facecheck.engine.onnx.OnnxGraph;
import org.facecheck.engine.onnx.OnnxValue;

/** One step of a network. Immutable and thread-safe: what it is asked for is all that it works on. */
public interface Layer {

    /**
     * Computes.
     *
     * @param input not changed
     * @return another tensor, or the same one where there is nothing to do
     */
    Tensor apply(Tensor input);

    /**
     * Says what it computes, for another one to do so.
     *
     * @param graph takes it down
     * @param input what goes in
     * @return what comes out
     */
    OnnxValue describe(OnnxGraph graph, OnnxValue input);

    /**
     * Layers one after the other, as a table of them reads.
     *
     * @param layers from the picture to the answer; without any, what comes out is what goes in
     * @return a layer that is all of them
     */
    static Layer sequence(Layer... layers) {
        return new Sequence(List.of(layers));
    }

    /**
     * Layers one after the other.
     *
     * @param steps in their order
     */
    record Sequence(List<Layer> steps) implements Layer {

        /** Copies the list. */
        public Sequence {
            steps = List.copyOf(steps);
        }

        @Override
        public Tensor apply(Tensor input) {
            Tensor current = input;
            for (Layer step : steps) {
                current = step.apply(current);
            }
            return current;
        }

        @Override
        public OnnxValue describe(OnnxGraph graph, OnnxValue input) {
            OnnxValue current = input;
            for (Layer step : steps) {
                current = step.describe(graph, current);
            }
            return current;
        }
    }
}
