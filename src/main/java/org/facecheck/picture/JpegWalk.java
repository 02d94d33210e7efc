package org.facecheck.picture;

import org.facecheck.Selfie.Format;
import org.facecheck.picture.UnusablePicture.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JPEG (ISO/IEC 10918-1, annex B): markers, each but for the ends followed by a segment that says how long it is, and
 * behind the header of a scan its data, where only {@code FF 00} and restart markers may look like markers.
 */
final class JpegWalk {
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int FILL = 0xFF;
    private static final int BEGIN_OCTETS = 2;

    private final Octets picture;
    private final Excerpt needed;
    private final JpegApplicationSegments application;
    private @Nullable JpegFrame frame;
    private int scans;

    JpegWalk(Octets picture) {
        this.picture = picture;
        this.needed = new Excerpt(picture.array());
        this.application = new JpegApplicationSegments(picture);
    }

    Structure walk() throws UnusablePicture {
        needed.keep(0, BEGIN_OCTETS);
        int at = BEGIN_OCTETS;
        int code = marker(at);
        while (picture.number8(code) != END) {
            int end = code + 1 + picture.number16(code + 1);
            if (end < code + 3 || end > picture.length()) {
                throw UnusablePicture.unreadable();
            }
            at = segment(at, code, end);
            code = marker(at);
        }
        return end(at, code + 1);
    }

    /** Where the code of the marker is that begins here, behind the octets that may fill the space before it. */
    private int marker(int at) throws UnusablePicture {
        if (picture.number8(at) != FILL) {
            throw UnusablePicture.unreadable();
        }
        int code = at + 1;
        while (picture.number8(code) == FILL) {
            code++;
        }
        return code;
    }

    /** What the segment is followed by. */
    private int segment(int at, int code, int end) throws UnusablePicture {
        int marker = picture.number8(code);
        int content = code + 3;
        if (JpegApplicationSegments.are(marker)) {
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
            throw UnusablePicture.unreadable();
        }
        needed.keep(at, next);
        return next;
    }

    /** Where the scan's data end. */
    private int scan(int content, int end) throws UnusablePicture {
        int components = picture.number8(content);
        if (frame == null
                || ++scans > frame.maxScans()
                || components == 0
                || components > frame.components()
                || end - content != 4 + 2 * components) {
            throw UnusablePicture.unreadable();
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
        throw UnusablePicture.unreadable();
    }

    private Structure end(int at, int end) throws UnusablePicture {
        if (frame == null || scans == 0) {
            throw UnusablePicture.unreadable();
        }
        if (end < picture.length() && !Appendix.isKnown(picture, end, application.othersFollow())) {
            throw new UnusablePicture(Fault.NOT_ALONE);
        }
        needed.keep(at, end);
        if (application.lackJfif()) {
            needed.beginWith(JpegApplicationSegments.JFIF_BEGIN, BEGIN_OCTETS);
        }
        return new Structure(Format.JPEG, frame.width(), frame.height(), application.orientation(), scans, needed);
    }
}
