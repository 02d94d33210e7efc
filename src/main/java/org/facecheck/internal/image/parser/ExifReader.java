package org.facecheck.internal.image.parser;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the one thing of EXIF that a picture needs: its orientation, in the first directory of a TIFF structure (CIPA DC-008,
 * 4.6.2). What can't be read there counts as missing and is no reason to refuse the picture, since all of EXIF is
 * left out.
 */
final class ExifReader {
    /** Begins the content of the segment. */
    private static final String NAME = "Exif\0";

    /** Behind the name is one more byte, zero by the standard (CIPA DC-008, 4.7.2); browsers do not look at it. */
    private static final int NAME_BYTES = NAME.length() + 1;

    /** "II", numbers are little-endian. */
    private static final int INTEL = 0x4949;

    /** "MM", numbers are big-endian. */
    private static final int MOTOROLA = 0x4D4D;

    private static final int TIFF = 42;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    /** Tag and type of the entry (CIPA DC-008, 4.6.4). */
    private static final int ORIENTATION = 0x0112;

    private static final int SHORT = 3;

    private final ByteBuffer tiff;

    private ExifReader(ByteBuffer tiff) {
        this.tiff = tiff;
    }

    /** Whether the content of a segment is EXIF. */
    static boolean isExif(ByteReader picture, int from, int to) {
        return to - from >= NAME_BYTES && picture.matches(NAME, from);
    }

    /** What the segment with this content says, which is EXIF. */
    static Orientation orientation(byte[] picture, int from, int to) {
        int begin = from + NAME_BYTES;
        ExifReader exif =
                new ExifReader(ByteBuffer.wrap(picture, begin, to - begin).slice());
        return exif.isTiff() ? exif.orientation() : Orientation.UPRIGHT;
    }

    private boolean isTiff() {
        if (tiff.capacity() < HEADER) {
            return false;
        }
        int order = number16(0);
        tiff.order(order == INTEL ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return (order == INTEL || order == MOTOROLA) && number16(2) == TIFF;
    }

    /** The first entry counts. A directory may count more entries than there are. */
    private Orientation orientation() {
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (directory > tiff.capacity() - 2) {
            return Orientation.UPRIGHT;
        }
        int first = (int) directory + 2;
        int entries = Math.min(number16((int) directory), (tiff.capacity() - first) / ENTRY);
        for (int entry = first; entry < first + entries * ENTRY; entry += ENTRY) {
            if (number16(entry) == ORIENTATION && number16(entry + 2) == SHORT) {
                return Orientation.of(number16(entry + 8));
            }
        }
        return Orientation.UPRIGHT;
    }

    private int number16(int offset) {
        return Short.toUnsignedInt(tiff.getShort(offset));
    }
}
