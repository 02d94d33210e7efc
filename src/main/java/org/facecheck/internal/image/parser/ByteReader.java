package org.facecheck.internal.image.parser;

/**
 * A picture's octets: numbers are big-endian and have no sign. To ask beyond the end is to find that the picture broke off.
 *
 * @param array not copied
 */
@SuppressWarnings("ArrayRecordComponent") // nothing compares them
record ByteReader(byte[] array) {

    int length() {
        return array.length;
    }

    int number8(int offset) throws UnusableImageException {
        if (offset >= array.length) {
            throw UnusableImageException.unreadable();
        }
        return array[offset] & 0xFF;
    }

    int number16(int offset) throws UnusableImageException {
        return number8(offset) << 8 | number8(offset + 1);
    }

    long number32(int offset) throws UnusableImageException {
        return (long) number16(offset) << 16 | number16(offset + 2);
    }

    /** Whether these characters are there; {@code '\0'} ends a name in a JPEG. */
    boolean say(String ascii, int offset) {
        if (offset + ascii.length() > array.length) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (array[offset + i] != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
