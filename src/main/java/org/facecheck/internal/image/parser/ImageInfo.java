package org.facecheck.internal.image.parser;

import org.facecheck.Selfie.Format;

/**
 * What a picture's structure says. It is parsed from the first byte to the last, and nothing is decoded: decoders are where
 * hostile pictures do harm, and half a picture decodes without complaint.
 *
 * @param format by content, never by file name or media type
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param orientation how to turn what is stored
 * @param scans how often a decoder goes over the picture; more than once takes memory for all of it
 * @param retained what is left when all is left out that is not needed to show the picture
 */
public record ImageInfo(
        Format format, int width, int height, Orientation orientation, int scans, RetainedSegments retained) {

    /**
     * Parses a picture by the format that its first bytes name.
     *
     * @throws UnusableImageException if it is not, from one end to the other, as the format's standard says
     */
    public static ImageInfo of(byte[] picture) throws UnusableImageException {
        ByteReader bytes = new ByteReader(picture);
        if (bytes.matches(PngParser.SIGNATURE, 0)) {
            return new PngParser(bytes).parse();
        }
        if (bytes.matches(JpegParser.SIGNATURE, 0)) {
            return new JpegParser(bytes).parse();
        }
        throw new UnusableImageException(RefusalReason.UNKNOWN_SIGNATURE, 0);
    }

    /** A {@code long}, since two sides of a PNG may multiply to more than an {@code int} holds. */
    public long pixels() {
        return (long) width * height;
    }
}
