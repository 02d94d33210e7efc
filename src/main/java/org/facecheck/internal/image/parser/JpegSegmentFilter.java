package org.facecheck.internal.image.parser;

/**
 * Decides on the segments that applications write into a JPEG (ISO/IEC 10918-1, B.2.4.6), and on comments. None is needed
 * but those that say how the colours are meant: JFIF's header (ITU-T T.871) without its thumbnail, and Adobe's (ITU-T
 * T.872, 6.5.3). They are known as libjpeg knows them, by name and least length, so that the picture sent on has the colours of
 * the one that came. EXIF implies the same colours as JFIF (CIPA DC-008); where EXIF is removed, a JFIF header takes its
 * place.
 */
final class JpegSegmentFilter {
    /** A JFIF segment with its marker: version 1.02, density unknown, no thumbnail. */
    static final byte[] PLAIN_JFIF = {(byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
    };

    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;

    private static final String JFIF = "JFIF\0";
    private static final String ADOBE = "Adobe";

    private static final int JFIF_CONTENT = 14;
    private static final int ADOBE_CONTENT = 12;

    /** The marker and the length of an Adobe segment of twelve bytes. */
    private static final byte[] ADOBE_BEGIN = {(byte) 0xFF, (byte) APP14, 0, 2 + ADOBE_CONTENT};

    /** Begins before any Adobe segment; none says this. */
    private static final int NO_TRANSFORM = -1;

    private final ByteReader picture;
    private final RetainedSegments retained;
    private Orientation orientation = Orientation.UPRIGHT;
    private boolean exif;
    private boolean jfif;
    private boolean thumbnail;
    private int adobe = NO_TRANSFORM;

    JpegSegmentFilter(ByteReader picture, RetainedSegments retained) {
        this.picture = picture;
        this.retained = retained;
    }

    /** Whether the marker is one of an application's, or of a comment: a decoder may do without. */
    static boolean isOptional(int marker) {
        return (marker >= APP0 && marker <= APP15) || marker == COMMENT;
    }

    /**
     * Takes note of what an optional segment says, and keeps it where it is needed.
     *
     * @param code where its marker's code is
     * @param to where the segment ends
     */
    void accept(int code, int to) throws UnusableImageException {
        int from = code + 3;
        switch (picture.number8(code)) {
            case APP0 -> {
                if (to - from >= JFIF_CONTENT && picture.matches(JFIF, from)) {
                    acceptJfif(from, to);
                }
            }
            case APP1 -> {
                if (!exif && ExifReader.isExif(picture, from, to)) {
                    exif = true;
                    orientation = ExifReader.orientation(picture.array(), from, to);
                }
            }
            case APP14 -> {
                if (to - from >= ADOBE_CONTENT && picture.matches(ADOBE, from)) {
                    acceptAdobe(from, to);
                }
            }
            default -> {} // left out without a look
        }
    }

    /**
     * A JFIF segment longer than its thumbnail hides something: one well-known trick puts a script there, and the same file
     * is then a picture and a program. Programs have written thumbnails with one byte to a pixel in place of three, and sides
     * without a thumbnail.
     */
    private void acceptJfif(int from, int to) throws UnusableImageException {
        int pixels = picture.number8(from + 12) * picture.number8(from + 13);
        int bytes = to - from - JFIF_CONTENT;
        RefusalReason.JFIF_LENGTH.throwUnless(bytes == 3 * pixels || bytes == pixels || bytes == 0, from - 2);
        if (pixels > 0) {
            thumbnail = true;
        } else if (!jfif) {
            jfif = true;
            retained.keep(from - 4, to);
        }
    }

    /**
     * Photoshop and others write more than the standard's twelve bytes, and decoders look at those alone. Of several segments
     * the last one counts, so a repetition is left out and a contradiction is not.
     */
    private void acceptAdobe(int from, int to) throws UnusableImageException {
        int transform = picture.number8(from + ADOBE_CONTENT - 1);
        if (transform == adobe) {
            return;
        }
        adobe = transform;
        if (to - from == ADOBE_CONTENT) {
            retained.keep(from - 4, to);
        } else {
            retained.keepBehind(ADOBE_BEGIN, from, from + ADOBE_CONTENT);
        }
    }

    /** As the first EXIF segment says; upright where there is none. */
    Orientation orientation() {
        return orientation;
    }

    /**
     * Whether a removed segment was the one that said how the colours are meant, so that decoders would have to guess. Decoders
     * believe JFIF first, then Adobe, then the components' names; EXIF only adds to what they guess without any of those.
     */
    boolean needsPlainJfif(JpegFrame frame) {
        return !jfif && (thumbnail || (exif && adobe == NO_TRANSFORM && !frame.namedRgb()));
    }
}
