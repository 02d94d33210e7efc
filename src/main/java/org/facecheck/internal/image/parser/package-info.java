/**
 * The structure of pictures, without decoding anything. Pictures come from strangers: whatever is needed to show one and not as
 * the format's standard says is refused, with a {@code RefusalReason} and the offset where it stands. What all decoders pass
 * over is passed over, too, and left out.
 *
 * <ol>
 *   <li>{@code ImageInfo} chooses the parser by the picture's signature.
 *   <li>{@code JpegParser} goes from segment to segment, with {@code JpegFrame}, {@code JpegTables} and {@code
 *       JpegSegmentFilter}, which has {@code ExifReader} read the {@code Orientation}; {@code PngParser} from chunk to chunk,
 *       with {@code PngHeader}. Both read by {@code ByteReader}.
 *   <li>On the way they note in {@code RetainedSegments} what is needed to show the picture. EXIF with its places and
 *       thumbnails, XMP, comments, texts and colour profiles are not, and neither is what stands between segments or behind
 *       the end.
 * </ol>
 *
 * <p>A field is checked by {@code RefusalReason.X.throwUnless(…)}, which creates nothing as long as all is well: a sound picture
 * of 100 kB is parsed with some 300 bytes of garbage.
 */
@NullMarked
package org.facecheck.internal.image.parser;

import org.jspecify.annotations.NullMarked;
