package org.facecheck.internal.image.parser;

/**
 * A JPEG's frame header (ISO/IEC 10918-1, B.2.2), of the three kinds that cameras, browsers and programs write: baseline,
 * extended and progressive, with Huffman coding, 8 bits to a sample, and one component or three. Its number of lines may not
 * be left open for later: decoders do without that, and what they do then differs.
 */
record JpegFrame(boolean progressive, int width, int height, int components) {
    /** The usual progressive pictures have ten scans, a decoder takes time for each, and an attacker has hundreds. */
    private static final int MAX_PROGRESSIVE_SCANS = 32;

    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;
    private static final int COMPONENT = 3;

    /** Whether the marker is that of one of these frames. */
    static boolean isHeader(int marker) {
        return marker >= BASELINE && marker <= PROGRESSIVE;
    }

    static JpegFrame read(int marker, ByteReader picture, int from, int to) throws UnusableImageException {
        int precision = picture.number8(from);
        int components = picture.number8(from + 5);
        if (precision != 8 || (components != 1 && components != 3) || to - from != 6 + COMPONENT * components) {
            throw UnusableImageException.unreadable();
        }
        for (int component = from + 6; component < to; component += COMPONENT) {
            int sampling = picture.number8(component + 1);
            if (!isFactor(sampling >> 4) || !isFactor(sampling & 0xF) || picture.number8(component + 2) > 3) {
                throw UnusableImageException.unreadable();
            }
        }
        int height = picture.number16(from + 1);
        int width = picture.number16(from + 3);
        if (width == 0 || height == 0) {
            throw UnusableImageException.unreadable();
        }
        return new JpegFrame(marker == PROGRESSIVE, width, height, components);
    }

    private static boolean isFactor(int sampling) {
        return sampling >= 1 && sampling <= 4;
    }

    /** Without refinement each component comes once. */
    int maxScans() {
        return progressive ? MAX_PROGRESSIVE_SCANS : components;
    }
}
