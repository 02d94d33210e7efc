/**
 * The three networks, each as the table of its layers and what its numbers mean. {@link
 * org.facecheck.engine.model.DetectorNetwork} says where faces may be, {@link org.facecheck.engine.model.LandmarkNetwork} where
 * 68 points of a face are, and {@link org.facecheck.engine.model.EmbeddingNetwork} makes 128 numbers of a face, which are near
 * those of the same person's other pictures. {@link org.facecheck.engine.model.InputColours} makes a network's input of pixels.
 *
 * <p>Tables, sizes and constants are facts of the published models; the tests compare each network with the library that it was
 * published for, number by number.
 */
@NullMarked
package org.facecheck.engine.model;

import org.jspecify.annotations.NullMarked;
