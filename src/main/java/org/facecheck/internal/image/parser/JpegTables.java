package org.facecheck.internal.image.parser;

/** The tables that a JPEG's decoder needs (ISO/IEC 10918-1, B.2.4): a segment of them holds nothing else. */
final class JpegTables {
    private static final int QUANTIZATION = 0xDB;
    private static final int HUFFMAN = 0xC4;
    private static final int RESTART_INTERVAL = 0xDD;

    private static final int MAX_DESTINATION = 3;
    private static final int LENGTHS = 16;
    private static final int MAX_CODES = 256;

    private JpegTables() {}

    /** Whether the marker is that of tables. */
    static boolean are(int marker) {
        return marker == QUANTIZATION || marker == HUFFMAN || marker == RESTART_INTERVAL;
    }

    static void check(int marker, ByteReader picture, int from, int to) throws UnusableImageException {
        int at = from;
        do {
            at = switch (marker) {
                case QUANTIZATION -> quantization(picture, at);
                case HUFFMAN -> huffman(picture, at);
                default -> at + 2;
            };
        } while (at < to && marker != RESTART_INTERVAL);
        if (at != to) {
            throw UnusableImageException.unreadable();
        }
    }

    /** 64 numbers of one octet or two. */
    private static int quantization(ByteReader picture, int at) throws UnusableImageException {
        return at + 1 + 64 * (1 + kind(picture, at));
    }

    private static int huffman(ByteReader picture, int at) throws UnusableImageException {
        kind(picture, at);
        int codes = 0;
        for (int length = 1; length <= LENGTHS; length++) {
            codes += picture.number8(at + length);
        }
        if (codes > MAX_CODES) {
            throw UnusableImageException.unreadable();
        }
        return at + 1 + LENGTHS + codes;
    }

    /** The first octet says which of two kinds the table is, and where it goes. */
    private static int kind(ByteReader picture, int at) throws UnusableImageException {
        int first = picture.number8(at);
        if (first >> 4 > 1 || (first & 0xF) > MAX_DESTINATION) {
            throw UnusableImageException.unreadable();
        }
        return first >> 4;
    }
}
