package org.facecheck.internal.image.parser;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Parses a PNG (ISO/IEC 15948, clause 5): chunks, each with its length before and its checksum behind it. The four critical
 * chunks are needed, and the one that says what is transparent. All others (texts, EXIF, times, profiles, animations) are
 * not, and are not looked into, so nothing of them is decompressed. EXIF's orientation is not taken from there: cameras write
 * JPEG. What stands behind the end chunk is never looked at, and left out.
 */
final class PngParser {
    /** ISO/IEC 15948, 5.2. */
    static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

    // ISO/IEC 15948, 5.3: length, type, content, checksum
    private static final int TYPE = 4;
    private static final int CONTENT = 8;
    private static final int FRAME = 12;

    /** The ancillary chunks of the third edition (clause 11.3), but for transparency. */
    private static final String[] OPTIONAL = {
        "acTL", "bKGD", "cHRM", "cICP", "cLLI", "eXIf", "fcTL", "fdAT", "gAMA", "hIST", "iCCP", "iTXt", "mDCV", "pHYs",
        "sBIT", "sPLT", "sRGB", "tEXt", "tIME", "zTXt"
    };

    private static final int COLOUR_BYTES = 3;
    private static final int MAX_COLOURS = 256;

    private final ByteReader picture;
    private final RetainedSegments retained;
    private @Nullable PngHeader header;
    private Position position = Position.BEFORE_DATA;
    private int colours;
    private boolean transparency;

    /** Where the parser is. All image data has to be in one piece (ISO/IEC 15948, 5.6). */
    private enum Position {
        BEFORE_DATA,
        IN_DATA,
        BEHIND_DATA
    }

    PngParser(ByteReader picture) {
        this.picture = picture;
        this.retained = new RetainedSegments(picture.array());
    }

    ImageInfo parse() throws UnusableImageException {
        int at = SIGNATURE.length();
        retained.keep(0, at);
        while (!picture.matches("IEND", at + TYPE)) {
            at = parseChunk(at);
        }
        RefusalReason.END_LENGTH.throwUnless(length(at) == 0, at);
        if (header == null) {
            throw new UnusableImageException(RefusalReason.NO_HEADER, at + TYPE);
        }
        RefusalReason.NO_DATA.throwUnless(position != Position.BEFORE_DATA, at + TYPE);
        checkChecksum(at, 0);
        retained.keep(at, at + FRAME);
        return header.toInfo(retained);
    }

    /** Returns where the next chunk begins. */
    private int parseChunk(int at) throws UnusableImageException {
        int length = length(at);
        int end = at + FRAME + length;
        if (isKnownAsOptional(at + TYPE)) {
            leaveData();
            return end;
        }
        checkChecksum(at, length);
        if (accept(at, length)) {
            retained.keep(at, end);
        }
        return end;
    }

    /** Takes note of what the chunk says, and decides whether it is kept. */
    private boolean accept(int at, int length) throws UnusableImageException {
        int type = at + TYPE;
        if (header == null) {
            RefusalReason.NO_HEADER.throwUnless(picture.matches("IHDR", type), type);
            header = PngHeader.read(picture, at + CONTENT, length);
            return true;
        }
        if (picture.matches("IDAT", type)) {
            RefusalReason.DATA_INTERRUPTED.throwUnless(position != Position.BEHIND_DATA, type);
            RefusalReason.NO_PALETTE.throwUnless(!header.needsPalette() || colours > 0, type);
            position = Position.IN_DATA;
            return true;
        }
        leaveData();
        if (picture.matches("PLTE", type)) {
            return header.mayHavePalette() && acceptPalette(at, length);
        }
        if (picture.matches("tRNS", type)) {
            return header.mayHaveTransparency() && acceptTransparency(header, at, length);
        }
        RefusalReason.UNEXPECTED_CHUNK.throwUnless(isAncillary(picture.number8(type)), type);
        return false;
    }

    /** ISO/IEC 15948, 11.2.3 and table 5.3: once, before transparency and data, 3 bytes for each colour. */
    private boolean acceptPalette(int at, int length) throws UnusableImageException {
        boolean allowed = position == Position.BEFORE_DATA && colours == 0 && !transparency;
        RefusalReason.PALETTE_PLACE.throwUnless(allowed, at + TYPE);
        boolean whole = length > 0 && length % COLOUR_BYTES == 0 && length <= COLOUR_BYTES * MAX_COLOURS;
        RefusalReason.PALETTE_LENGTH.throwUnless(whole, at);
        colours = length / COLOUR_BYTES;
        return true;
    }

    private boolean acceptTransparency(PngHeader header, int at, int length) throws UnusableImageException {
        boolean allowed = position == Position.BEFORE_DATA && !transparency;
        RefusalReason.TRANSPARENCY_PLACE.throwUnless(allowed, at + TYPE);
        RefusalReason.TRANSPARENCY_LENGTH.throwUnless(header.isTransparencyLength(length, colours), at);
        transparency = true;
        return true;
    }

    private void leaveData() {
        if (position == Position.IN_DATA) {
            position = Position.BEHIND_DATA;
        }
    }

    /**
     * Whether the chunk is one that decoders know and do without. Then neither its content counts nor its checksum: decoders
     * warn of a wrong one, and read on. A name that nobody knows may be a damaged one, and the chunk be needed; there, the
     * checksum counts.
     */
    private boolean isKnownAsOptional(int type) {
        for (String name : OPTIONAL) {
            if (header != null && picture.matches(name, type)) {
                return true;
            }
        }
        return false;
    }

    /** A small letter to begin with says that a decoder may do without the chunk (ISO/IEC 15948, 5.4). */
    private static boolean isAncillary(int letter) {
        return letter >= 'a' && letter <= 'z';
    }

    /** The length of the content of the chunk that begins here, which is all there with its checksum. */
    private int length(int at) throws UnusableImageException {
        RefusalReason.NO_END_CHUNK.throwUnless(at < picture.length(), at);
        long length = picture.number32(at);
        RefusalReason.CHUNK_BEYOND_END.throwUnless(length <= picture.length() - FRAME - at, at);
        return (int) length;
    }

    /** The checksum covers type and content, not the length (ISO/IEC 15948, 5.3). */
    private void checkChecksum(int at, int length) throws UnusableImageException {
        CRC32 sum = new CRC32();
        sum.update(picture.array(), at + TYPE, CONTENT - TYPE + length);
        int checksum = at + CONTENT + length;
        RefusalReason.CHECKSUM.throwUnless(sum.getValue() == picture.number32(checksum), checksum);
    }
}
