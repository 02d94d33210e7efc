/**
 * From the bytes that a stranger sent to a {@link org.facecheck.Selfie} that may be sent on:
 *
 * <ol>
 *   <li>{@link org.facecheck.internal.image.SelfieReader} has {@code ImageInfo}, in the room {@code parser}, parse the picture
 *       from its first byte to its last, and refuses what is too small or too large.
 *   <li>It takes the retained segments: the same array where there was nothing to leave out, otherwise one copy.
 *   <li>A JPEG that lies on its side, as its EXIF says, is the only one to be decoded: {@code OrientationNormalizer} turns it.
 *       {@code DecoderSlots} says how many at once, and {@code JpegCodec} is the JDK's decoder and encoder.
 * </ol>
 *
 * Each refusal is an {@code UnusableImageException} with a fault for the person, and a reason and an offset for the operator.
 */
@NullMarked
package org.facecheck.internal.image;

import org.jspecify.annotations.NullMarked;
