package org.facecheck.internal.image.parser;

/**
 * What applications write into a JPEG, none of which is needed but what says how its colours are meant: JFIF's header (ITU-T
 * T.871) without its thumbnail, and Adobe's. An EXIF header says the same as JFIF's; where it goes, that one comes.
 */
final class JpegSegmentFilter {
    /** Begin of image, and JFIF's header: version 1.02, density unknown, no thumbnail. */
    static final byte[] JFIF_BEGIN = {
        (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
    };

    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;

    private static final String JFIF = "JFIF\0";
    private static final String OTHERS_FOLLOW = "MPF\0";
    private static final String ADOBE = "Adobe";
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

    /** Whether the marker is one of theirs, or a comment's. */
    static boolean are(int marker) {
        return (marker >= APP0 && marker <= APP15) || marker == COMMENT;
    }

    /** Whether the segment is needed. */
    boolean isNeeded(int marker, int from, int to) throws UnusableImageException {
        return switch (marker) {
            case APP0 -> isName(JFIF, from, to) && isPlainJfif(from, to);
            case APP14 -> isName(ADOBE, from, to) && isAdobe(from, to);
            case APP1 -> {
                if (!exif && isName(ExifReader.NAME, from, to)) {
                    exif = true;
                    orientation = ExifReader.orientation(picture.array(), from, to);
                }
                yield false;
            }
            case APP2 -> {
                othersFollow |= isName(OTHERS_FOLLOW, from, to);
                yield false;
            }
            default -> false;
        };
    }

    /** One that is longer than its thumbnail hides something; a script, in one well-known trick. */
    private boolean isPlainJfif(int from, int to) throws UnusableImageException {
        int pixels = to - from < JFIF_CONTENT ? 0 : picture.number8(from + 12) * picture.number8(from + 13);
        if (to - from != JFIF_CONTENT + 3 * pixels) {
            throw UnusableImageException.unreadable();
        }
        boolean plain = pixels == 0 && !jfif;
        jfif |= plain;
        thumbnail |= pixels > 0;
        return plain;
    }

    private boolean isAdobe(int from, int to) throws UnusableImageException {
        if (to - from != ADOBE_CONTENT) {
            throw UnusableImageException.unreadable();
        }
        boolean first = !adobe;
        adobe = true;
        return first;
    }

    private boolean isName(String name, int from, int to) {
        return to - from >= name.length() && picture.say(name, from);
    }

    Orientation orientation() {
        return orientation;
    }

    /** Whether the picture announced that others follow behind its end. */
    boolean othersFollow() {
        return othersFollow;
    }

    /** Whether decoders would have to guess at the colours with what is needed alone. */
    boolean lackJfif() {
        return (exif || thumbnail) && !jfif && !adobe;
    }
}
