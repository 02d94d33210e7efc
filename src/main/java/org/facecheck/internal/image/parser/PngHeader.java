package org.facecheck.internal.image.parser;

import org.facecheck.Selfie.Format;

/**
 * A PNG's header (ISO/IEC 15948, 11.2.2).
 *
 * @param colour the colour type: 0 grey, 2 true colour, 3 indexed, 4 and 6 the first two with alpha
 */
record PngHeader(int width, int height, int colour) {
    static final int INDEXED = 3;

    private static final int LENGTH = 13;
    private static final int GREY = 0;

    static PngHeader read(ByteReader picture, int from, int length) throws UnusableImageException {
        if (length != LENGTH) {
            throw UnusableImageException.unreadable();
        }
        long width = picture.number32(from);
        long height = picture.number32(from + 4);
        int depth = picture.number8(from + 8);
        int colour = picture.number8(from + 9);
        boolean known = picture.number8(from + 10) == 0 // deflate
                && picture.number8(from + 11) == 0 // adaptive filters
                && picture.number8(from + 12) <= 1; // interlaced or not
        if (!known || !isSide(width) || !isSide(height) || !isDepth(depth, colour)) {
            throw UnusableImageException.unreadable();
        }
        return new PngHeader((int) width, (int) height, colour);
    }

    private static boolean isSide(long pixels) {
        return pixels > 0 && pixels <= Integer.MAX_VALUE;
    }

    private static boolean isDepth(int depth, int colour) {
        return switch (colour) {
            case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case INDEXED -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    /** Whether a palette may be there; only with indexed colour it has to be. */
    boolean mayHavePalette() {
        return colour != GREY && colour != 4;
    }

    /** How long the chunk is that makes some colours transparent, for that many in the palette. */
    boolean isTransparency(int length, int paletteColours) {
        return switch (colour) {
            case GREY -> length == 2;
            case 2 -> length == 6;
            case INDEXED -> length > 0 && length <= paletteColours;
            default -> false;
        };
    }

    ImageInfo structure(RetainedSegments needed) {
        return new ImageInfo(Format.PNG, width, height, Orientation.UPRIGHT, 1, needed);
    }
}
