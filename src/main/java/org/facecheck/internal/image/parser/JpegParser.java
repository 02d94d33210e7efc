package org.facecheck.internal.image.parser;

import org.facecheck.Selfie.Format;
import org.jspecify.annotations.Nullable;

/**
 * Parses a JPEG (ISO/IEC 10918-1, annex B): markers, each but for the first and the last followed by a segment that says how
 * long it is, and behind the header of a scan its data, where only {@code FF 00} and restart markers may look like markers.
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
        this.filter = new JpegSegmentFilter(picture);
    }

    ImageInfo parse() throws UnusableImageException {
        retained.keep(0, START_BYTES);
        int at = START_BYTES;
        int code = markerCode(at);
        while (picture.number8(code) != END_OF_IMAGE) {
            int length = picture.number16(code + 1); // counts its own two bytes
            RefusalReason.SEGMENT_TOO_SHORT.throwUnless(length >= 2, code + 1);
            int end = code + 1 + length;
            RefusalReason.SEGMENT_BEYOND_END.throwUnless(end <= picture.length(), code + 1);
            at = parseSegment(at, code, end);
            code = markerCode(at);
        }
        return finish(at, code + 1);
    }

    /** Where the code of the marker is that begins here, behind the bytes that may fill the space before it. */
    private int markerCode(int at) throws UnusableImageException {
        RefusalReason.NO_END_OF_IMAGE.throwUnless(at < picture.length(), at);
        RefusalReason.NO_MARKER.throwUnless(picture.number8(at) == FILL, at);
        int code = at + 1;
        while (picture.number8(code) == FILL) {
            code++;
        }
        return code;
    }

    /** Parses one segment, and a scan's data with its header. Returns where the next marker begins. */
    private int parseSegment(int at, int code, int end) throws UnusableImageException {
        int marker = picture.number8(code);
        int content = code + 3;
        if (JpegSegmentFilter.isOptional(marker)) {
            if (filter.accept(marker, content, end)) {
                retained.keep(at, end);
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
        retained.keep(at, next);
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

    private ImageInfo finish(int at, int end) throws UnusableImageException {
        if (frame == null || scans == 0) {
            throw new UnusableImageException(RefusalReason.NO_SCAN, at);
        }
        if (end < picture.length() && !TrailingData.isFromCamera(picture, end, filter.othersFollow())) {
            throw new UnusableImageException(RefusalReason.TRAILING_DATA, end);
        }
        retained.keep(at, end);
        if (filter.removedColourMeaning()) {
            retained.insertAt(START_BYTES, JpegSegmentFilter.PLAIN_JFIF);
        }
        return new ImageInfo(Format.JPEG, frame.width(), frame.height(), filter.orientation(), scans, retained);
    }
}
