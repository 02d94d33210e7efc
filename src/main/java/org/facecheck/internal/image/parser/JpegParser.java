package org.facecheck.internal.image.parser;

import org.facecheck.Selfie.Format;
import org.jspecify.annotations.Nullable;

/**
 * Parses a JPEG (ISO/IEC 10918-1, annex B): markers, each but for the first and the last followed by a segment that says how
 * long it is, and behind the header of a scan its data, where only {@code FF 00} and restart markers may look like markers.
 *
 * <p>What stands behind the end of image marker is never looked at, and left out: further pictures, films of motion photos, and
 * records of the makers of phones, few of which any standard tells of. Their owners do not know of them.
 */
final class JpegParser {
    /**
     * The start of image marker ({@code FF D8}) and the first byte of the next one. Three bytes, since two are easily hit by
     * chance.
     */
    static final String SIGNATURE = "\u00FF\u00D8\u00FF";

    /** Of the start of image marker. */
    static final int START_BYTES = 2;

    // ISO/IEC 10918-1, table B.1
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;

    /** Begins each marker, and may be repeated before its code (B.1.1.2). */
    private static final int FILL = 0xFF;

    private final ByteReader picture;
    private final RetainedSegments retained;
    private final JpegSegmentFilter filter;
    private @Nullable JpegFrame frame;
    private int scans;

    JpegParser(ByteReader picture) {
        this.picture = picture;
        this.retained = new RetainedSegments(picture.array());
        this.filter = new JpegSegmentFilter(picture, retained);
    }

    ImageInfo parse() throws UnusableImageException {
        retained.keep(0, START_BYTES);
        int code = markerCode(START_BYTES);
        while (picture.number8(code) != END_OF_IMAGE) {
            int length = picture.number16(code + 1); // counts its own two bytes
            RefusalReason.SEGMENT_TOO_SHORT.throwUnless(length >= 2, code + 1);
            int end = code + 1 + length;
            RefusalReason.SEGMENT_BEYOND_END.throwUnless(end <= picture.length(), code + 1);
            code = markerCode(parseSegment(code, end));
        }
        return finish(code);
    }

    /**
     * Where the code of the next marker is, behind bytes that may fill the space before it (B.1.1.2). Before the first scan,
     * anything else may stand there, too: some cameras leave bytes between two segments, or begin a marker with {@code 00}.
     * libjpeg then goes on to the next marker with a warning, and so do all browsers. Behind a scan that would hide that a
     * part of the picture is missing, so there it is refused.
     */
    private int markerCode(int at) throws UnusableImageException {
        for (int code = at + 1; code < picture.length(); code++) {
            boolean marked = picture.number8(code - 1) == FILL;
            RefusalReason.NO_MARKER.throwUnless(marked || scans == 0, code - 1);
            if (marked && picture.number8(code) != FILL && picture.number8(code) != 0) {
                return code;
            }
        }
        throw new UnusableImageException(RefusalReason.NO_END_OF_IMAGE, picture.length());
    }

    /** Parses one segment, and a scan's data with its header. Returns where the next marker is expected. */
    private int parseSegment(int code, int end) throws UnusableImageException {
        int marker = picture.number8(code);
        int content = code + 3;
        if (JpegSegmentFilter.isOptional(marker)) {
            // Decoders look at no header behind the first scan: they have chosen the colours by then.
            if (scans == 0) {
                filter.accept(code, end);
            }
            return end;
        }
        int next = end;
        if (marker == START_OF_SCAN) {
            checkScanHeader(content, end);
            next = endOfScanData(end);
        } else if (JpegTables.isTable(marker)) {
            JpegTables.check(marker, picture, content, end);
        } else if (JpegFrame.isHeader(marker)) {
            RefusalReason.SECOND_FRAME.throwUnless(frame == null, code);
            frame = JpegFrame.read(marker, picture, content, end);
        } else {
            throw new UnusableImageException(RefusalReason.UNEXPECTED_MARKER, code);
        }
        retained.keep(code - 1, next);
        return next;
    }

    /** ISO/IEC 10918-1, B.2.3: the number of components, two bytes for each, and three more. */
    private void checkScanHeader(int content, int end) throws UnusableImageException {
        int components = picture.number8(content);
        if (frame == null) {
            throw new UnusableImageException(RefusalReason.SCAN_BEFORE_FRAME, content);
        }
        scans++;
        RefusalReason.TOO_MANY_SCANS.throwUnless(scans <= frame.maxScans(), content);
        RefusalReason.SCAN_COMPONENTS.throwUnless(components >= 1 && components <= frame.components(), content);
        RefusalReason.SCAN_LENGTH.throwUnless(end - content == 4 + 2 * components, content - 2);
    }

    /** Reads the array itself: nearly all of a picture is scan data, and this loop is nearly all of the parser's time. */
    private int endOfScanData(int from) throws UnusableImageException {
        byte[] bytes = picture.array();
        int at = from;
        while (at + 1 < bytes.length) {
            int next = bytes[at + 1] & 0xFF;
            if (bytes[at] != (byte) FILL || next == FILL) {
                at++;
            } else if (next == 0 || (next >= FIRST_RESTART && next <= LAST_RESTART)) {
                at += 2;
            } else {
                return at;
            }
        }
        throw new UnusableImageException(RefusalReason.NO_END_OF_IMAGE, bytes.length);
    }

    private ImageInfo finish(int code) throws UnusableImageException {
        if (frame == null || scans == 0) {
            throw new UnusableImageException(RefusalReason.NO_SCAN, code - 1);
        }
        retained.keep(code - 1, code + 1);
        if (filter.needsPlainJfif(frame)) {
            retained.insertAt(START_BYTES, JpegSegmentFilter.PLAIN_JFIF);
        }
        return new ImageInfo(Format.JPEG, frame.width(), frame.height(), filter.orientation(), scans, retained);
    }
}
