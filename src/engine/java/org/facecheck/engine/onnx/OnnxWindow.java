package org.facecheck.engine.onnx;

/**
 * How a window goes over an input, with its missing places said one by one: ONNX's own names for them ("SAME_UPPER") leave it to each
 * runtime to work them out. Immutable and thread-safe.
 *
 * @param side of the window
 * @param stride from one window to the next
 * @param top missing places above the input
 * @param left missing places before it
 * @param bottom missing places below it
 * @param right missing places behind it
 */
public record OnnxWindow(int side, int stride, int top, int left, int bottom, int right) {

    /** How many windows fit into so many rows. */
    int rows(int height) {
        return (height + top + bottom - side) / stride + 1;
    }

    /** How many windows fit into so many columns. */
    int columns(int width) {
        return (width + left + right - side) / stride + 1;
    }
}
