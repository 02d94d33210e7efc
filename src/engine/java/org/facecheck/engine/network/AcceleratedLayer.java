package org.facecheck.engine.network;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.facecheck.engine.onnx.OnnxGraph;
import org.facecheck.engine.onnx.OnnxSession;
import org.facecheck.engine.onnx.OnnxValue;

/**
 * A network that ONNX Runtime computes. It is handed over once for each size of input, since the runtime plans its memory for one: the
 * detector looks at two sizes, the others at one. Thread-safe.
 */
final class AcceleratedLayer implements Layer {
    private final Layer network;
    private final Map<List<Integer>, OnnxSession> sessions = new ConcurrentHashMap<>();

    AcceleratedLayer(Layer network) {
        this.network = network;
    }

    @Override
    public Tensor apply(Tensor input) {
        OnnxSession session =
                sessions.computeIfAbsent(List.of(input.height(), input.width(), input.channels()), this::open);
        OnnxValue output = session.output();
        return new Tensor(
                output.height(),
                output.width(),
                output.channels(),
                session.run(input.values(), input.height(), input.width(), input.channels()));
    }

    private OnnxSession open(List<Integer> size) {
        OnnxGraph graph = new OnnxGraph(size.get(0), size.get(1), size.get(2));
        OnnxValue output = network.describe(graph, graph.input());
        return new OnnxSession(graph.model(output), output);
    }

    @Override
    public OnnxValue describe(OnnxGraph graph, OnnxValue input) {
        return network.describe(graph, input);
    }
}
