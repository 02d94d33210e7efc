/**
 * The networks for ONNX Runtime, an optional accelerator. {@link org.facecheck.engine.onnx.OnnxGraph} takes down what a network's
 * layers do, and gives it as the bytes of an ONNX model, in memory; {@link org.facecheck.engine.onnx.OnnxSession} has the runtime compute
 * it. {@link org.facecheck.engine.onnx.OnnxRuntime} says whether it is there.
 *
 * <p>No model of anybody's is read: the same table of layers, with the same verified weights, makes both the plain Java network and
 * this one. ONNX's operators and the model's fields are those of the specification (github.com/onnx/onnx, {@code onnx.proto}, operator
 * set 13).
 */
@NullMarked
package org.facecheck.engine.onnx;

import org.jspecify.annotations.NullMarked;
