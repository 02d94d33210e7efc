package org.facecheck.internal.image.parser;

import org.facecheck.Selfie.Format;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JPEG (ISO/IEC 10918-1, annex B): markers, each but for the ends followed by a segment that says how long it is, and
 * behind the header of a scan its data, where only {@code FF 00} and restart markers may look like markers.
 */
public final class JpegParser {
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int FILL = 0xFF;
    private static final int BEGIN_OCTETS = 2;

    private final ByteReader picture;
    private final RetainedSegments needed;
    private final JpegSegmentFilter application;
    private @Nullable JpegFrame frame;
    private int scans;

    JpegParser(ByteReader picture) {
        this.picture = picture;
        this.needed = new RetainedSegments(picture.array());
        this.application = new JpegSegmentFilter(picture);
    }

    ImageInfo walk() throws UnusableImageException {
        needed.keep(0, BEGIN_OCTETS);
        int at = BEGIN_OCTETS;
        int code = marker(at);
        while (picture.number8(code) != END) {
            int end = code + 1 + picture.number16(code + 1);
            if (end < code + 3 || end > picture.length()) {
                throw UnusableImageException.unreadable();
            }
            at = segment(at, code, end);
            code = marker(at);
        }
        return end(at, code + 1);
    }

    /** Where the code of the marker is that begins here, behind the octets that may fill the space before it. */
    private int marker(int at) throws UnusableImageException {
        if (picture.number8(at) != FILL) {
            throw UnusableImageException.unreadable();
        }
        int code = at + 1;
        while (picture.number8(code) == FILL) {
            code++;
        }
        return code;
    }

    /** What the segment is followed by. */
    private int segment(int at, int code, int end) throws UnusableImageException {
        int marker = picture.number8(code);
        int content = code + 3;
        if (JpegSegmentFilter.are(marker)) {
            if (application.isNeeded(marker, content, end)) {
                needed.keep(at, end);
            }
            return end;
        }
        int next = end;
        if (marker == SCAN) {
            next = scan(content, end);
        } else if (JpegTables.are(marker)) {
            JpegTables.check(marker, picture, content, end);
        } else if (JpegFrame.isHeader(marker) && frame == null) {
            frame = JpegFrame.read(marker, picture, content, end);
        } else {
            throw UnusableImageException.unreadable();
        }
        needed.keep(at, next);
        return next;
    }

    /** Where the scan's data end. */
    private int scan(int content, int end) throws UnusableImageException {
        int components = picture.number8(content);
        if (frame == null
                || ++scans > frame.maxScans()
                || components == 0
                || components > frame.components()
                || end - content != 4 + 2 * components) {
            throw UnusableImageException.unreadable();
        }
        byte[] octets = picture.array();
        int at = end;
        while (at + 1 < octets.length) {
            int next = octets[at + 1] & 0xFF;
            if (octets[at] != (byte) 0xFF || next == FILL) {
                at++;
            } else if (next == 0 || (next >= FIRST_RESTART && next <= LAST_RESTART)) {
                at += 2;
            } else {
                return at;
            }
        }
        throw UnusableImageException.unreadable();
    }

    private ImageInfo end(int at, int end) throws UnusableImageException {
        if (frame == null || scans == 0) {
            throw UnusableImageException.unreadable();
        }
        if (end < picture.length() && !TrailingData.isKnown(picture, end, application.othersFollow())) {
            throw new UnusableImageException(Fault.NOT_ALONE);
        }
        needed.keep(at, end);
        if (application.lackJfif()) {
            needed.beginWith(JpegSegmentFilter.JFIF_BEGIN, BEGIN_OCTETS);
        }
        return new ImageInfo(Format.JPEG, frame.width(), frame.height(), application.orientation(), scans, needed);
    }
}
