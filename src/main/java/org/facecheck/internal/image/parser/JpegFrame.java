package org.facecheck.internal.image.parser;

/**
 * A JPEG's frame header (ISO/IEC 10918-1, B.2.2), of the three kinds that cameras, browsers and programs write: baseline,
 * extended and progressive, with Huffman coding, 8 bits to a sample, and one component or three. Its number of lines may not
 * be left open for later (B.2.5): decoders do without that, and what they do then differs.
 *
 * @param namedRgb whether the components' identifiers are the letters R, G and B, by which libjpeg, and so all browsers, take
 *     them for these colours where no header says otherwise
 */
record JpegFrame(boolean progressive, int width, int height, int components, boolean namedRgb) {
    /** The usual progressive pictures have ten scans, a decoder takes time for each, and an attacker sends hundreds. */
    private static final int MAX_PROGRESSIVE_SCANS = 32;

    private static final int BASELINE = 0xC0;
    private static final int PROGRESSIVE = 0xC2;

    /** Precision, height, width and number of components, before one entry for each component. */
    private static final int FIXED_BYTES = 6;

    private static final int COMPONENT_BYTES = 3;

    /** Whether the marker is that of one of these frames. */
    static boolean isHeader(int marker) {
        return marker >= BASELINE && marker <= PROGRESSIVE;
    }

    /**
     * Reads the header.
     *
     * @param from where the segment's content begins
     * @param to where the segment ends
     */
    static JpegFrame read(int marker, ByteReader picture, int from, int to) throws UnusableImageException {
        RefusalReason.FRAME_PRECISION.throwUnless(picture.number8(from) == 8, from);
        int components = picture.number8(from + 5);
        RefusalReason.FRAME_COMPONENTS.throwUnless(components == 1 || components == 3, from + 5);
        RefusalReason.FRAME_LENGTH.throwUnless(to - from == FIXED_BYTES + COMPONENT_BYTES * components, from - 2);
        for (int component = from + FIXED_BYTES; component < to; component += COMPONENT_BYTES) {
            int sampling = picture.number8(component + 1); // horizontal and vertical factor, 4 bits each
            RefusalReason.FRAME_SAMPLING.throwUnless(
                    isFactor(sampling >> 4) && isFactor(sampling & 0xF), component + 1);
            RefusalReason.FRAME_TABLE.throwUnless(picture.number8(component + 2) <= 3, component + 2);
        }
        int height = picture.number16(from + 1);
        int width = picture.number16(from + 3);
        RefusalReason.FRAME_DIMENSIONS.throwUnless(width > 0 && height > 0, from + 1);
        boolean namedRgb = components == 3
                && picture.number8(from + FIXED_BYTES) == 'R'
                && picture.number8(from + FIXED_BYTES + COMPONENT_BYTES) == 'G'
                && picture.number8(from + FIXED_BYTES + 2 * COMPONENT_BYTES) == 'B';
        return new JpegFrame(marker == PROGRESSIVE, width, height, components, namedRgb);
    }

    private static boolean isFactor(int sampling) {
        return sampling >= 1 && sampling <= 4;
    }

    /** Without progressive refinement each component comes once. */
    int maxScans() {
        return progressive ? MAX_PROGRESSIVE_SCANS : components;
    }
}
