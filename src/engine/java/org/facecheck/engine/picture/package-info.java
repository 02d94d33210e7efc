/**
 * From the bytes of a picture to the square cut-outs that the networks look at:
 *
 * <ol>
 *   <li>{@link org.facecheck.engine.picture.PictureReader} takes bytes that a selfie or an operator brings, has their structure
 *       read by the library's own parsers where nobody has yet, and has {@code JdkDecoders} decode them, in memory and not larger
 *       than needed.
 *   <li>{@link org.facecheck.engine.picture.Pyramid} holds the {@link org.facecheck.engine.picture.Picture} in halves and halves
 *       again, and samples squares of it, turned and scaled as a {@link org.facecheck.engine.picture.Similarity} says.
 * </ol>
 *
 * Coordinates are continuous: the first pixel reaches from 0 to 1, and its centre is at 0.5.
 */
@NullMarked
package org.facecheck.engine.picture;

import org.jspecify.annotations.NullMarked;
