/**
 * From the octets that a stranger sent to a {@link org.facecheck.Selfie} that may leave the house:
 *
 * <ol>
 *   <li>{@code ImageInfo} walks the picture from its first octet to its last, segment by segment ({@code JpegParser}) or chunk
 *       by chunk ({@code PngParser}), decodes nothing, and refuses what is not as the standard says;
 *   <li>the same walk notes what is needed to show the picture, in an {@code RetainedSegments}: EXIF with its places and thumbnails,
 *       XMP, comments, texts and colour profiles are not, and what phones append ({@code TrailingData}) is not either;
 *   <li>{@link org.facecheck.internal.image.SelfieReader} looks at the dimensions, and takes the excerpt: the same array where there
 *       was nothing to leave out, otherwise one copy;
 *   <li>a JPEG that lies on its side, as its EXIF says, is the only one to be decoded ({@code OrientationNormalizer}).
 * </ol>
 */
@NullMarked
package org.facecheck.internal.image;

import org.jspecify.annotations.NullMarked;
