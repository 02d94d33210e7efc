package org.facecheck.internal.image.parser;

/**
 * Reads numbers and names from a picture's bytes. Numbers are big-endian and unsigned, as in JPEG (ISO/IEC 10918-1, B.1.1.1)
 * and PNG (ISO/IEC 15948, 7.1). Reading beyond the end is the picture's fault, not the parser's: so parsers need not ask
 * before each field whether it is still there.
 *
 * @param array not copied
 */
@SuppressWarnings("ArrayRecordComponent") // readers are never compared
record ByteReader(byte[] array) {

    int length() {
        return array.length;
    }

    int number8(int offset) throws UnusableImageException {
        if (offset >= array.length) {
            throw new UnusableImageException(RefusalReason.ENDS_EARLY, array.length);
        }
        return array[offset] & 0xFF;
    }

    int number16(int offset) throws UnusableImageException {
        return number8(offset) << 8 | number8(offset + 1);
    }

    long number32(int offset) throws UnusableImageException {
        return (long) number16(offset) << 16 | number16(offset + 2);
    }

    /** Whether these characters, one byte each (ISO 8859-1), stand there. {@code '\0'} ends the name of a JPEG segment. */
    boolean matches(String name, int offset) {
        if (offset + name.length() > array.length) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (array[offset + i] != (byte) name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
