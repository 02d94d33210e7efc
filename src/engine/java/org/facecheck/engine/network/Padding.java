package org.facecheck.engine.network;

import org.facecheck.engine.onnx.OnnxValue;
import org.facecheck.engine.onnx.OnnxWindow;

/** What a window does at the border of its input. The names and the rules are TensorFlow's. */
enum Padding {
    /** The window stays inside. */
    VALID,
    /** There are as many windows as strides; zeros are missing places, one more at the end than at the beginning if uneven. */
    SAME;

    /** How many windows fit. */
    int windows(int input, int window, int stride) {
        return this == VALID ? (input - window) / stride + 1 : (input + stride - 1) / stride;
    }

    /** How many missing places lie before the input. */
    int before(int input, int window, int stride) {
        int missing = (windows(input, window, stride) - 1) * stride + window - input;
        return this == VALID ? 0 : Math.max(0, missing) / 2;
    }

    /** How many missing places lie behind the input. */
    private int behind(int input, int window, int stride) {
        int missing = (windows(input, window, stride) - 1) * stride + window - input;
        return this == VALID ? 0 : Math.max(0, missing) - before(input, window, stride);
    }

    /** The same in ONNX's words. */
    OnnxWindow over(OnnxValue input, int window, int stride) {
        return new OnnxWindow(
                window,
                stride,
                before(input.height(), window, stride),
                before(input.width(), window, stride),
                behind(input.height(), window, stride),
                behind(input.width(), window, stride));
    }
}
