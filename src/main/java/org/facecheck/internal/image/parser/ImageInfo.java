package org.facecheck.internal.image.parser;

import org.facecheck.Selfie.Format;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;

/**
 * What a picture's structure says, walked from its first octet to its last without decoding anything.
 *
 * @param format by content, never by name
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param orientation how to turn what is stored
 * @param scans how often a decoder goes over the picture; more than once takes memory for all of it
 * @param needed what is left when all is left out that is not needed to show the picture
 */
public record ImageInfo(
        Format format, int width, int height, Orientation orientation, int scans, RetainedSegments needed) {
    private static final String JPEG = "\u00FF\u00D8\u00FF";

    /**
     * Parses a picture by the format that its first bytes name.
     *
     * @throws UnusableImageException if it is not, from one end to the other, as the format's standard says
     */
    public static ImageInfo of(byte[] picture) throws UnusableImageException {
        ByteReader octets = new ByteReader(picture);
        if (octets.say(PngParser.SIGNATURE, 0)) {
            return new PngParser(octets).walk();
        }
        if (octets.say(JPEG, 0)) {
            return new JpegParser(octets).walk();
        }
        throw new UnusableImageException(Fault.OTHER_FORMAT);
    }

    public long pixels() {
        return (long) width * height;
    }
}
