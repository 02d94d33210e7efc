package org.facecheck.picture;

import org.facecheck.Selfie.Format;
import org.facecheck.picture.UnusablePicture.Fault;

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
record Structure(Format format, int width, int height, Orientation orientation, int scans, Excerpt needed) {
    private static final String JPEG = "\u00FF\u00D8\u00FF";

    /** @throws UnusablePicture if it is not, from one end to the other, as the format's standard says */
    static Structure of(byte[] picture) throws UnusablePicture {
        Octets octets = new Octets(picture);
        if (octets.say(PngWalk.SIGNATURE, 0)) {
            return new PngWalk(octets).walk();
        }
        if (octets.say(JPEG, 0)) {
            return new JpegWalk(octets).walk();
        }
        throw new UnusablePicture(Fault.OTHER_FORMAT);
    }

    long pixels() {
        return (long) width * height;
    }
}
