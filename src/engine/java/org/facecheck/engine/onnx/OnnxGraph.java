package org.facecheck.engine.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Takes down a network, operator by operator, and gives it as an ONNX model. In and out, channels run fastest as in the engine's own
 * tensors; in between, ONNX wants each channel's plane by itself. The numbers are the fields of {@code ModelProto}, {@code GraphProto} and
 * what they are made of. Not thread-safe.
 *
 * <pre>{@code
 * OnnxGraph graph = new OnnxGraph(150, 150, 3);
 * byte[] model = graph.model(layers.describe(graph, graph.input()));
 * }</pre>
 */
public final class OnnxGraph {
    static final String INPUT = "input";
    static final String OUTPUT = "output";

    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 13;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ProtobufWriter graph = new ProtobufWriter().text(2, "network");
    private final OnnxValue input;
    private int names;

    /** An empty graph for inputs of this size. */
    public OnnxGraph(int height, int width, int channels) {
        graph.message(11, tensorOf(INPUT, height, width, channels));
        this.input = new OnnxValue(name(), height, width, channels);
        add(new OnnxNode("Transpose", List.of(INPUT), input.name()).with("perm", 0, 3, 1, 2));
    }

    /** What goes in. */
    public OnnxValue input() {
        return input;
    }

    /**
     * A convolution.
     *
     * @param groups 1, or as many as channels where each has a filter of its own
     * @param filters window row, window column, channel in of a group, channel out
     * @param bias for each channel out
     */
    public OnnxValue convolution(OnnxValue from, OnnxWindow window, int groups, float[] filters, float[] bias) {
        int in = from.channels() / groups;
        int places = window.side() * window.side();
        float[] turned = new float[filters.length]; // channel out, channel in, window row, window column
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < in; i++) {
                for (int out = 0; out < bias.length; out++) {
                    turned[(out * in + i) * places + place] = filters[(place * in + i) * bias.length + out];
                }
            }
        }
        String weights = constant(turned, bias.length, in, window.side(), window.side());
        OnnxValue to = windows(from, window, bias.length);
        add(new OnnxNode("Conv", List.of(from.name(), weights, constant(bias, bias.length)), to.name())
                .with(window)
                .with("group", groups));
        return to;
    }

    /** The largest of each window; missing places do not count. */
    public OnnxValue maxPool(OnnxValue from, OnnxWindow window) {
        OnnxValue to = windows(from, window, from.channels());
        add(new OnnxNode("MaxPool", List.of(from.name()), to.name()).with(window));
        return to;
    }

    /** The average of each window; missing places do not count. */
    public OnnxValue averagePool(OnnxValue from, OnnxWindow window) {
        OnnxValue to = windows(from, window, from.channels());
        add(new OnnxNode("AveragePool", List.of(from.name()), to.name()).with(window));
        return to;
    }

    /** The average over all places. */
    public OnnxValue average(OnnxValue from) {
        OnnxValue to = new OnnxValue(name(), 1, 1, from.channels());
        add(new OnnxNode("GlobalAveragePool", List.of(from.name()), to.name()));
        return to;
    }

    /** A share of negative numbers; 0 for none of them. */
    public OnnxValue withLessNegative(OnnxValue from, float share) {
        OnnxValue to = new OnnxValue(name(), from.height(), from.width(), from.channels());
        add(
                share == 0
                        ? new OnnxNode("Relu", List.of(from.name()), to.name())
                        : new OnnxNode("LeakyRelu", List.of(from.name()), to.name()).with("alpha", share));
        return to;
    }

    /** The sum; where the two differ in size, zeros behind the last row, column and channel fill up. */
    public OnnxValue sum(OnnxValue one, OnnxValue other) {
        int height = Math.max(one.height(), other.height());
        int width = Math.max(one.width(), other.width());
        int channels = Math.max(one.channels(), other.channels());
        OnnxValue to = new OnnxValue(name(), height, width, channels);
        List<String> both = List.of(filled(one, height, width, channels), filled(other, height, width, channels));
        add(new OnnxNode("Add", both, to.name()));
        return to;
    }

    private String filled(OnnxValue from, int height, int width, int channels) {
        long[] missing = {0, 0, 0, 0, 0, channels - from.channels(), height - from.height(), width - from.width()};
        if (missing[5] == 0 && missing[6] == 0 && missing[7] == 0) {
            return from.name();
        }
        ByteBuffer raw = ByteBuffer.allocate(missing.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(missing);
        String pads = constant(INT64, raw.array(), missing.length);
        String to = name();
        add(new OnnxNode("Pad", List.of(from.name(), pads), to));
        return to;
    }

    /** The whole model, with this as what comes out of it. */
    public byte[] model(OnnxValue output) {
        add(new OnnxNode("Transpose", List.of(output.name()), OUTPUT).with("perm", 0, 2, 3, 1));
        graph.message(12, tensorOf(OUTPUT, output.height(), output.width(), output.channels()));
        return new ProtobufWriter()
                .number(1, IR_VERSION)
                .message(8, new ProtobufWriter().text(1, "").number(2, OPERATORS))
                .message(7, graph)
                .toByteArray();
    }

    private OnnxValue windows(OnnxValue from, OnnxWindow window, int channels) {
        return new OnnxValue(name(), window.rows(from.height()), window.columns(from.width()), channels);
    }

    private void add(OnnxNode node) {
        graph.message(1, node.message());
    }

    private String constant(float[] values, int... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return constant(FLOAT, raw.array(), shape);
    }

    private String constant(int type, byte[] raw, int... shape) {
        String name = name();
        ProtobufWriter tensor = new ProtobufWriter();
        for (int dimension : shape) {
            tensor.number(1, dimension);
        }
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
        return name;
    }

    private static ProtobufWriter tensorOf(String name, int height, int width, int channels) {
        ProtobufWriter shape = new ProtobufWriter();
        for (int dimension : new int[] {1, height, width, channels}) {
            shape.message(1, new ProtobufWriter().number(1, dimension));
        }
        ProtobufWriter tensor = new ProtobufWriter().number(1, FLOAT).message(2, shape);
        return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
    }

    private String name() {
        return "v" + names++;
    }
}
