package org.facecheck.engine.onnx;

/**
 * What flows between two nodes of a graph. Immutable and thread-safe.
 *
 * @param name in the graph
 * @param height rows
 * @param width columns
 * @param channels numbers at each place
 */
public record OnnxValue(String name, int height, int width, int channels) {}
