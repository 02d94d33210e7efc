/**
 * What the three networks are made of. Each {@link org.facecheck.engine.network.Layer} makes a {@link
 * org.facecheck.engine.network.Tensor} of another one; {@link org.facecheck.engine.network.LayerFactory} makes the layers of the
 * weights' names, so that a network can be written as a table of them.
 *
 * <p>All of them compute in 32-bit floats with the JDK alone, in the calling thread, and keep nothing of a picture: two threads
 * may use the same layers at once. Nearly all time goes into one loop, in {@code MatrixProduct}. Each layer can also describe itself, so
 * that ONNX Runtime computes the same network: {@link org.facecheck.engine.network.Computation} says which of the two does.
 */
@NullMarked
package org.facecheck.engine.network;

import org.jspecify.annotations.NullMarked;
