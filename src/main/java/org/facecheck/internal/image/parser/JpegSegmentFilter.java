package org.facecheck.internal.image.parser;

/**
 * Decides on the segments that applications write into a JPEG (ISO/IEC 10918-1, B.2.4.6), and on comments. None is needed
 * but those that say how the colours are meant: JFIF's header (ITU-T T.871) without its thumbnail, and Adobe's (ITU-T
 * T.872, 6.5.3). EXIF implies the same colours as JFIF (CIPA DC-008); where EXIF is removed, a JFIF header takes its
 * place.
 */
final class JpegSegmentFilter {
    /** A JFIF segment with its marker: version 1.02, density unknown, no thumbnail. */
    static final byte[] PLAIN_JFIF = {(byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
    };

    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;

    private static final String JFIF = "JFIF\0";
    private static final String ADOBE = "Adobe";

    /** Of the multi-picture format (CIPA DC-007), which lists pictures behind this one. */
    private static final String MULTI_PICTURE = "MPF\0";

    private static final int JFIF_CONTENT = 14;
    private static final int ADOBE_CONTENT = 12;

    private final ByteReader picture;
    private Orientation orientation = Orientation.UPRIGHT;
    private boolean exif;
    private boolean jfif;
    private boolean adobe;
    private boolean thumbnail;
    private boolean othersFollow;

    JpegSegmentFilter(ByteReader picture) {
        this.picture = picture;
    }

    /** Whether the marker is one of an application's, or of a comment: a decoder may do without. */
    static boolean isOptional(int marker) {
        return (marker >= APP0 && marker <= APP15) || marker == COMMENT;
    }

    /**
     * Takes note of what the segment says, and decides whether it is kept.
     *
     * @param from where the segment's content begins
     * @param to where the segment ends
     */
    boolean accept(int marker, int from, int to) throws UnusableImageException {
        return switch (marker) {
            case APP0 -> isNamed(JFIF, from, to) && acceptJfif(from, to);
            case APP14 -> isNamed(ADOBE, from, to) && acceptAdobe(from, to);
            case APP1 -> {
                if (!exif && isNamed(ExifReader.NAME, from, to)) {
                    exif = true;
                    orientation = ExifReader.orientation(picture.array(), from, to);
                }
                yield false;
            }
            case APP2 -> {
                othersFollow |= isNamed(MULTI_PICTURE, from, to);
                yield false;
            }
            default -> false;
        };
    }

    /**
     * A JFIF segment longer than its thumbnail hides something: one well-known trick puts a script there, and the same file
     * is then a picture and a program.
     */
    private boolean acceptJfif(int from, int to) throws UnusableImageException {
        int pixels = to - from < JFIF_CONTENT ? 0 : picture.number8(from + 12) * picture.number8(from + 13);
        RefusalReason.JFIF_LENGTH.throwUnless(to - from == JFIF_CONTENT + 3 * pixels, from - 2);
        boolean plain = pixels == 0 && !jfif;
        jfif |= plain;
        thumbnail |= pixels > 0;
        return plain;
    }

    private boolean acceptAdobe(int from, int to) throws UnusableImageException {
        RefusalReason.ADOBE_LENGTH.throwUnless(to - from == ADOBE_CONTENT, from - 2);
        boolean first = !adobe;
        adobe = true;
        return first;
    }

    private boolean isNamed(String name, int from, int to) {
        return to - from >= name.length() && picture.matches(name, from);
    }

    /** As the first EXIF segment says; upright where there is none. */
    Orientation orientation() {
        return orientation;
    }

    /** Whether the picture announced that others follow behind its end. */
    boolean othersFollow() {
        return othersFollow;
    }

    /** Whether a removed segment was the only one that said how the colours are meant, so that decoders would have to guess. */
    boolean removedColourMeaning() {
        return (exif || thumbnail) && !jfif && !adobe;
    }
}
