package org.facecheck;

import java.util.Locale;

/**
 * A picture that a person took of themselves, whole and in memory only. A {@link FaceMatcher} gets it:
 *
 * <pre>{@code
 * HttpRequest request = HttpRequest.newBuilder(service)
 *         .header("Content-Type", selfie.format().mediaType())
 *         .POST(BodyPublishers.ofByteArray(selfie.bytes()))
 *         .build();
 * }</pre>
 *
 * <p>Its bytes were uploaded by a stranger: their structure and dimensions have been checked, not what they show. They hold
 * nothing but the picture, which is upright: no EXIF, no place, no comment. Each side has at least 200 pixels and at most
 * 10,000, and there are at most 40 million.
 *
 * <p>A selfie lives as long as the check that it was sent for. It is never logged, stored or put into a session, so its text
 * form names format and size only.
 *
 * <p>Immutable and thread-safe as long as the array is: it is not copied, since a picture may be megabytes, so its holders must
 * not change it. Two selfies are equal only if they share the array. Facecheck makes them, with no component {@code null}; an
 * application makes one only in tests, where nothing is checked and nothing thrown.
 *
 * @param bytes the encoded picture, never empty
 * @param format how it is encoded; JPEG and PNG are what Faceki documents
 * @param width in pixels, as the picture is seen
 * @param height in pixels, as the picture is seen
 */
@SuppressWarnings("ArrayRecordComponent") // identity is all the equality that a selfie needs
public record Selfie(byte[] bytes, Format format, int width, int height) {

    /** The picture formats that the Face Match API takes. */
    public enum Format {
        /** ISO/IEC 10918-1, baseline, extended or progressive. */
        JPEG,
        /** ISO/IEC 15948. */
        PNG;

        /**
         * The media type as registered with IANA.
         *
         * @return {@code image/jpeg} or {@code image/png}
         */
        public String mediaType() {
            return "image/" + name().toLowerCase(Locale.ROOT);
        }

        /**
         * The usual ending of a file name.
         *
         * @return {@code jpg} or {@code png}, without a dot
         */
        public String extension() {
            return this == JPEG ? "jpg" : "png";
        }
    }

    @Override
    public String toString() {
        return "Selfie[%s, %d×%d, %d bytes]".formatted(format, width, height, bytes.length);
    }
}
