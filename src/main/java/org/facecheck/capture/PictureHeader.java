package org.facecheck.capture;

import java.util.Optional;
import org.facecheck.Selfie.Format;

/**
 * What a picture's header says of it, read without decoding: format by content (never by name), and dimensions.
 *
 * @param format JPEG (ISO/IEC 10918-1) or PNG (ISO/IEC 15948)
 * @param width in pixels
 * @param height in pixels
 */
record PictureHeader(Format format, int width, int height) {
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int PNG_IHDR = 0x49484452;

    /** Empty where the bytes are neither, or end before they say their dimensions. */
    static Optional<PictureHeader> read(byte[] bytes) {
        if (bytes.length >= 24 && number(bytes, 0, 8) == PNG_SIGNATURE && number(bytes, 12, 4) == PNG_IHDR) {
            return of(Format.PNG, number(bytes, 16, 4), number(bytes, 20, 4));
        }
        return bytes.length >= 4 && number(bytes, 0, 3) == 0xFFD8FFL ? jpeg(bytes) : Optional.empty();
    }

    /** Walks the segments up to the frame header; each says how long it is. */
    private static Optional<PictureHeader> jpeg(byte[] bytes) {
        int at = 2;
        while (at + 9 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (isFrameHeader(marker)) {
                return of(Format.JPEG, number(bytes, at + 7, 2), number(bytes, at + 5, 2));
            } else if (marker == 0xD9 || marker == 0xDA) {
                return Optional.empty();
            } else {
                at += 2 + (int) number(bytes, at + 2, 2);
            }
        }
        return Optional.empty();
    }

    /** SOF0 to SOF15 without the three of that range that mean something else. */
    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Optional<PictureHeader> of(Format format, long width, long height) {
        return width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE
                ? Optional.of(new PictureHeader(format, (int) width, (int) height))
                : Optional.empty();
    }

    private static long number(byte[] bytes, int offset, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | (bytes[offset + i] & 0xFF);
        }
        return number;
    }
}
