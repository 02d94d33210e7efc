package org.facecheck.internal.image.parser;

import org.facecheck.Selfie.Format;

/**
 * A PNG's header (ISO/IEC 15948, 11.2.2).
 *
 * @param colourType 0 grey, 2 true colour, 3 indexed, 4 and 6 the first two with alpha
 */
record PngHeader(int width, int height, int colourType) {
    private static final int LENGTH = 13;

    // ISO/IEC 15948, table 11.1
    private static final int GREY = 0;
    private static final int TRUE_COLOUR = 2;
    private static final int INDEXED = 3;
    private static final int GREY_ALPHA = 4;
    private static final int TRUE_COLOUR_ALPHA = 6;

    /** Reads the header chunk's content. */
    static PngHeader read(ByteReader picture, int from, int length) throws UnusableImageException {
        RefusalReason.HEADER_LENGTH.throwUnless(length == LENGTH, from - 8);
        long width = picture.number32(from);
        long height = picture.number32(from + 4);
        RefusalReason.HEADER_DIMENSIONS.throwUnless(isSide(width) && isSide(height), from);
        int depth = picture.number8(from + 8);
        int colourType = picture.number8(from + 9);
        RefusalReason.HEADER_COLOUR.throwUnless(isDepth(depth, colourType), from + 8);
        boolean known = picture.number8(from + 10) == 0 // deflate
                && picture.number8(from + 11) == 0 // adaptive filters
                && picture.number8(from + 12) <= 1; // interlaced or not
        RefusalReason.HEADER_METHOD.throwUnless(known, from + 10);
        return new PngHeader((int) width, (int) height, colourType);
    }

    /** PNG's four-byte numbers go up to 2^31-1 (ISO/IEC 15948, 7.1). */
    private static boolean isSide(long pixels) {
        return pixels > 0 && pixels <= Integer.MAX_VALUE;
    }

    private static boolean isDepth(int depth, int colourType) {
        return switch (colourType) {
            case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case INDEXED -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case TRUE_COLOUR, GREY_ALPHA, TRUE_COLOUR_ALPHA -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    /** Whether the picture can't be shown without a palette. */
    boolean needsPalette() {
        return colourType == INDEXED;
    }

    /**
     * Whether a palette may be there (ISO/IEC 15948, 11.2.3); for true colour it is a suggestion. Decoders leave one of a grey
     * picture out with a warning.
     */
    boolean mayHavePalette() {
        return colourType != GREY && colourType != GREY_ALPHA;
    }

    /** Whether some colours may be transparent: where each pixel has its alpha, decoders leave that out with a warning. */
    boolean mayHaveTransparency() {
        return colourType != GREY_ALPHA && colourType != TRUE_COLOUR_ALPHA;
    }

    /** Whether the chunk that makes some colours transparent may have this length (ISO/IEC 15948, 11.3.2.1). */
    boolean isTransparencyLength(int length, int paletteColours) {
        return switch (colourType) {
            case GREY -> length == 2;
            case TRUE_COLOUR -> length == 6;
            case INDEXED -> length > 0 && length <= paletteColours;
            default -> false;
        };
    }

    /** The structure of a PNG with this header. Its orientation is what it shows: see {@link PngParser}. */
    ImageInfo toInfo(RetainedSegments retained) {
        return new ImageInfo(Format.PNG, width, height, Orientation.UPRIGHT, 1, retained);
    }
}
