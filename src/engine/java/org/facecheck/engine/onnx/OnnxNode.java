package org.facecheck.engine.onnx;

import java.util.List;

/**
 * Writes one node of a graph: an operator, what goes in and comes out, and its attributes. The numbers are the fields of {@code NodeProto}
 * and {@code AttributeProto}. Not thread-safe.
 */
final class OnnxNode {
    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int OPERATOR = 4;
    private static final int ATTRIBUTE = 5;

    private static final int NAME = 1;
    private static final int FLOAT_VALUE = 2;
    private static final int INT_VALUE = 3;
    private static final int INT_VALUES = 8;
    private static final int TYPE = 20;
    private static final int TYPE_FLOAT = 1;
    private static final int TYPE_INT = 2;
    private static final int TYPE_INTS = 7;

    private final ProtobufWriter node = new ProtobufWriter();

    OnnxNode(String operator, List<String> inputs, String output) {
        inputs.forEach(input -> node.text(INPUT, input));
        node.text(OUTPUT, output).text(OPERATOR, operator);
    }

    OnnxNode with(String name, float value) {
        node.message(ATTRIBUTE, attribute(name, TYPE_FLOAT).real(FLOAT_VALUE, value));
        return this;
    }

    OnnxNode with(String name, int value) {
        node.message(ATTRIBUTE, attribute(name, TYPE_INT).number(INT_VALUE, value));
        return this;
    }

    OnnxNode with(String name, int... values) {
        ProtobufWriter attribute = attribute(name, TYPE_INTS);
        for (int value : values) {
            attribute.number(INT_VALUES, value);
        }
        node.message(ATTRIBUTE, attribute);
        return this;
    }

    /** The side, the stride and the missing places of a window. */
    OnnxNode with(OnnxWindow window) {
        return with("kernel_shape", window.side(), window.side())
                .with("strides", window.stride(), window.stride())
                .with("pads", window.top(), window.left(), window.bottom(), window.right());
    }

    private static ProtobufWriter attribute(String name, int type) {
        return new ProtobufWriter().text(NAME, name).number(TYPE, type);
    }

    ProtobufWriter message() {
        return node;
    }
}
