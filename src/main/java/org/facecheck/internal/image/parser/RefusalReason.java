package org.facecheck.internal.image.parser;

import org.facecheck.internal.image.parser.UnusableImageException.Fault;

/**
 * What a picture was refused for, in fixed words: they go into events and logs, so an operator can see that all photos of one
 * phone model fail alike. A text says what was found instead of what was expected, and never holds content of the picture.
 */
public enum RefusalReason {
    UNKNOWN_SIGNATURE(Fault.OTHER_FORMAT, "neither the signature of a JPEG nor that of a PNG"),
    ENDS_EARLY(Fault.UNREADABLE, "end of data where more was expected"),
    TOO_MANY_PIECES(Fault.UNREADABLE, "too many pieces to keep"),

    // JPEG, ISO/IEC 10918-1: markers and segments (B.1.1)
    NO_MARKER(Fault.UNREADABLE, "no marker where one was expected"),
    UNEXPECTED_MARKER(Fault.UNREADABLE, "marker that cameras do not write"),
    SEGMENT_TOO_SHORT(Fault.UNREADABLE, "segment length below 2"),
    SEGMENT_BEYOND_END(Fault.UNREADABLE, "segment length beyond end"),
    NO_END_OF_IMAGE(Fault.UNREADABLE, "no end of image marker"),
    NO_SCAN(Fault.UNREADABLE, "end of image marker before any scan"),

    // JPEG: frame header (B.2.2)
    SECOND_FRAME(Fault.UNREADABLE, "second frame header"),
    FRAME_PRECISION(Fault.UNREADABLE, "sample precision other than 8 bits"),
    FRAME_COMPONENTS(Fault.UNREADABLE, "neither one component nor three"),
    FRAME_LENGTH(Fault.UNREADABLE, "frame header length wrong"),
    FRAME_SAMPLING(Fault.UNREADABLE, "sampling factor outside 1 to 4"),
    FRAME_TABLE(Fault.UNREADABLE, "quantization table outside 0 to 3"),
    FRAME_DIMENSIONS(Fault.UNREADABLE, "width or height zero"),

    // JPEG: scan header (B.2.3)
    SCAN_BEFORE_FRAME(Fault.UNREADABLE, "scan before the frame header"),
    TOO_MANY_SCANS(Fault.UNREADABLE, "too many scans"),
    SCAN_COMPONENTS(Fault.UNREADABLE, "number of components in scan wrong"),
    SCAN_LENGTH(Fault.UNREADABLE, "scan header length wrong"),

    // JPEG: tables (B.2.4) and application data (B.2.4.6)
    TABLE_SELECTOR(Fault.UNREADABLE, "table class or destination unknown"),
    TABLE_CODES(Fault.UNREADABLE, "more than 256 Huffman codes"),
    TABLE_LENGTH(Fault.UNREADABLE, "tables do not fill their segment"),
    JFIF_LENGTH(Fault.UNREADABLE, "JFIF header and thumbnail do not fill their segment"),

    // PNG, ISO/IEC 15948: chunks (clause 5)
    CHUNK_BEYOND_END(Fault.UNREADABLE, "chunk length beyond end"),
    CHECKSUM(Fault.UNREADABLE, "checksum wrong"),
    UNEXPECTED_CHUNK(Fault.UNREADABLE, "critical chunk unknown or repeated"),
    NO_HEADER(Fault.UNREADABLE, "no header chunk at the beginning"),
    NO_DATA(Fault.UNREADABLE, "end chunk before any image data"),
    DATA_INTERRUPTED(Fault.UNREADABLE, "image data chunks not consecutive"),
    NO_END_CHUNK(Fault.UNREADABLE, "no end chunk"),
    END_LENGTH(Fault.UNREADABLE, "end chunk not empty"),

    // PNG: header (11.2.2), palette (11.2.3), transparency (11.3.2.1)
    HEADER_LENGTH(Fault.UNREADABLE, "header chunk length wrong"),
    HEADER_DIMENSIONS(Fault.UNREADABLE, "width or height outside 1 to 2147483647"),
    HEADER_COLOUR(Fault.UNREADABLE, "bit depth not allowed with colour type"),
    HEADER_METHOD(Fault.UNREADABLE, "compression, filter or interlace method unknown"),
    NO_PALETTE(Fault.UNREADABLE, "indexed image data without a palette"),
    PALETTE_PLACE(Fault.UNREADABLE, "palette where none is allowed"),
    PALETTE_LENGTH(Fault.UNREADABLE, "palette length wrong"),
    TRANSPARENCY_PLACE(Fault.UNREADABLE, "transparency where none is allowed"),
    TRANSPARENCY_LENGTH(Fault.UNREADABLE, "transparency not allowed with colour type, or length wrong"),

    // Sound structure, but no selfie
    SIDE_TOO_SHORT(Fault.TOO_SMALL, "side too short"),
    SIDE_TOO_LONG(Fault.TOO_LARGE, "side too long"),
    TOO_MANY_PIXELS(Fault.TOO_LARGE, "too many pixels"),
    TOO_MANY_PIXELS_IN_SCANS(Fault.TOO_LARGE, "too many pixels to turn in several scans"),
    UNDECODABLE(Fault.UNREADABLE, "not decodable"),
    ALL_DECODERS_BUSY(Fault.BUSY, "too many pictures being turned");

    private final Fault fault;
    private final String text;

    RefusalReason(Fault fault, String text) {
        this.fault = fault;
        this.text = text;
    }

    /** What the person is told; several reasons share one fault, since none of them helps to take a better picture. */
    public Fault fault() {
        return fault;
    }

    /** For the operator: plain English, the same for every picture. */
    public String text() {
        return text;
    }

    /**
     * Refuses what is not as expected. Creates nothing where it is: each field of each picture is checked so.
     *
     * @param asExpected whether the field is as the standard, and this class's room, want it
     * @param offset of the field's first byte
     */
    void throwUnless(boolean asExpected, int offset) throws UnusableImageException {
        if (!asExpected) {
            throw new UnusableImageException(this, offset);
        }
    }
}
