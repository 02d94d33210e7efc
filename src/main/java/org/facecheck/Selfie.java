package org.facecheck;

import java.util.Locale;

/**
 * A picture that somebody took of themselves, whole and in memory only.
 *
 * <p>Its bytes were uploaded by a stranger: their structure and dimensions have been checked, not what they show. They hold
 * nothing but the picture, which is upright: no EXIF, no place, no comment. A selfie is never logged, stored or put into a
 * session, so its text form names format and size only.
 *
 * <p>The array is not copied, since a picture may be megabytes: whoever holds a selfie must not change it.
 *
 * @param bytes the encoded picture
 * @param format how it is encoded
 * @param width in pixels, as the picture is seen
 * @param height in pixels, as the picture is seen
 */
@SuppressWarnings("ArrayRecordComponent") // identity is all the equality that a selfie needs
public record Selfie(byte[] bytes, Format format, int width, int height) {

    /** The picture formats that the Face Match API takes. */
    public enum Format {
        JPEG,
        PNG;

        /** The media type as registered with IANA, such as {@code image/jpeg}. */
        public String mediaType() {
            return "image/" + name().toLowerCase(Locale.ROOT);
        }

        /** The usual ending of a file name, without the dot. */
        public String extension() {
            return this == JPEG ? "jpg" : "png";
        }
    }

    @Override
    public String toString() {
        return "Selfie[%s, %d×%d, %d bytes]".formatted(format, width, height, bytes.length);
    }
}
