package org.facecheck.internal.image.parser;

import java.util.zip.CRC32;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Walks a PNG (ISO/IEC 15948, clause 5): chunks, each with its length before and its check sum behind it. The four critical
 * ones are needed, and the one that says what is transparent; all others (texts, EXIF, times, profiles, animations) are not,
 * and are not looked into, so that nothing of them is decompressed. EXIF's orientation is not taken from there: cameras write
 * JPEG.
 */
public final class PngParser {
    static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

    /** Length, type and check sum. */
    private static final int FRAME = 12;

    private static final int MAX_COLOURS = 256;

    private final ByteReader picture;
    private final RetainedSegments needed;
    private @Nullable PngHeader header;
    private Part part = Part.BEFORE;
    private int colours;
    private boolean transparency;

    /** Where the walk is: the data are in one piece. */
    private enum Part {
        BEFORE,
        DATA,
        BEHIND
    }

    PngParser(ByteReader picture) {
        this.picture = picture;
        this.needed = new RetainedSegments(picture.array());
    }

    ImageInfo walk() throws UnusableImageException {
        int at = SIGNATURE.length();
        needed.keep(0, at);
        while (!picture.say("IEND", at + 4)) {
            at = chunk(at);
        }
        if (lengthAt(at) != 0 || header == null || part == Part.BEFORE) {
            throw UnusableImageException.unreadable();
        }
        checkSum(at, 0);
        if (at + FRAME != picture.length()) {
            throw new UnusableImageException(Fault.NOT_ALONE);
        }
        needed.keep(at, at + FRAME);
        return header.structure(needed);
    }

    /** Where the next chunk begins. */
    private int chunk(int at) throws UnusableImageException {
        int length = lengthAt(at);
        checkSum(at, length);
        int end = at + FRAME + length;
        if (isNeeded(at + 4, at + 8, length)) {
            needed.keep(at, end);
        }
        return end;
    }

    private boolean isNeeded(int type, int content, int length) throws UnusableImageException {
        if (header == null) {
            require(picture.say("IHDR", type));
            header = PngHeader.read(picture, content, length);
            return true;
        }
        boolean data = picture.say("IDAT", type);
        if (data) {
            require(part != Part.BEHIND && (header.colour() != PngHeader.INDEXED || colours > 0));
            part = Part.DATA;
            return true;
        }
        if (part == Part.DATA) {
            part = Part.BEHIND;
        }
        if (picture.say("PLTE", type)) {
            require(part == Part.BEFORE && colours == 0 && !transparency && header.mayHavePalette());
            require(length > 0 && length % 3 == 0 && length <= 3 * MAX_COLOURS);
            colours = length / 3;
            return true;
        }
        if (picture.say("tRNS", type)) {
            require(part == Part.BEFORE && !transparency && header.isTransparency(length, colours));
            transparency = true;
            return true;
        }
        require(isAncillary(picture.number8(type)));
        return false;
    }

    /** A small letter to begin with says that a decoder may do without. */
    private static boolean isAncillary(int letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private int lengthAt(int at) throws UnusableImageException {
        long length = picture.number32(at);
        require(length <= picture.length() - FRAME - at);
        return (int) length;
    }

    private void checkSum(int at, int length) throws UnusableImageException {
        CRC32 sum = new CRC32();
        sum.update(picture.array(), at + 4, 4 + length);
        require(sum.getValue() == picture.number32(at + 8 + length));
    }

    private static void require(boolean right) throws UnusableImageException {
        if (!right) {
            throw UnusableImageException.unreadable();
        }
    }
}
