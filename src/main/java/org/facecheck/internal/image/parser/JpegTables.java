package org.facecheck.internal.image.parser;

/**
 * The tables that a JPEG's decoder needs (ISO/IEC 10918-1, B.2.4). A segment of tables holds nothing else, so nothing can be
 * hidden behind them.
 */
final class JpegTables {
    // ISO/IEC 10918-1, table B.1: DQT, DHT, DRI
    private static final int QUANTIZATION = 0xDB;
    private static final int HUFFMAN = 0xC4;
    private static final int RESTART_INTERVAL = 0xDD;

    /** B.2.4.4: one number. */
    private static final int INTERVAL_BYTES = 2;

    private static final int MAX_DESTINATION = 3;
    private static final int CODE_LENGTHS = 16;
    private static final int MAX_CODES = 256;

    private JpegTables() {}

    /** Whether the marker is that of a segment of tables. */
    static boolean isTable(int marker) {
        return marker == QUANTIZATION || marker == HUFFMAN || marker == RESTART_INTERVAL;
    }

    /**
     * Checks that the segment's content, from here to before there, is one table after the other up to its last byte. There may
     * be none, which decoders take without a word.
     */
    static void check(int marker, ByteReader picture, int from, int to) throws UnusableImageException {
        if (marker == RESTART_INTERVAL) {
            RefusalReason.TABLE_LENGTH.throwUnless(to - from == INTERVAL_BYTES, from - 2);
            return;
        }
        int at = from;
        while (at < to) {
            at = marker == QUANTIZATION ? endOfQuantization(picture, at) : endOfHuffman(picture, at);
        }
        RefusalReason.TABLE_LENGTH.throwUnless(at == to, from - 2);
    }

    /** B.2.4.1: 64 numbers of one byte or, by the class, two. */
    private static int endOfQuantization(ByteReader picture, int at) throws UnusableImageException {
        return at + 1 + 64 * (1 + tableClass(picture, at));
    }

    /** B.2.4.2: how many codes there are of each length, and one byte for each code. */
    private static int endOfHuffman(ByteReader picture, int at) throws UnusableImageException {
        tableClass(picture, at); // checked only: the class, DC or AC, does not change the length
        int codes = 0;
        for (int length = 1; length <= CODE_LENGTHS; length++) {
            codes += picture.number8(at + length);
        }
        RefusalReason.TABLE_CODES.throwUnless(codes <= MAX_CODES, at + 1);
        return at + 1 + CODE_LENGTHS + codes;
    }

    /** The first byte says which of two classes the table is of (high 4 bits), and which destination it goes to (low 4). */
    private static int tableClass(ByteReader picture, int at) throws UnusableImageException {
        int first = picture.number8(at);
        RefusalReason.TABLE_SELECTOR.throwUnless(first >> 4 <= 1 && (first & 0xF) <= MAX_DESTINATION, at);
        return first >> 4;
    }
}
