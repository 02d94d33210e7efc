package org.facecheck.internal.selfcheck.request;

import java.nio.charset.StandardCharsets;

/** One character in the ways in which it can be written in a path. */
final class ByteSequence {
    private static final int FULL_WIDTH = 0xfee0;
    private static final int CONTINUED = 0x80;
    private static final int SIX_BITS = 0x3f;

    private ByteSequence() {}

    /** {@code s} is {@code %73}. */
    static String encoded(int c) {
        return "%%%02x".formatted(c);
    }

    /** {@code s} is {@code %2573}. */
    static String twice(int c) {
        return "%%25%02x".formatted(c);
    }

    /** {@code s} is {@code %%37%33}. */
    static String nested(int c) {
        String hex = "%02x".formatted(c);
        return "%" + encoded(hex.charAt(0)) + encoded(hex.charAt(1));
    }

    /** {@code s} is {@code %u0073}. */
    static String wide(int c) {
        return "%%u%04x".formatted(c);
    }

    /** A letter of another alphabet that compatibility composition makes of it. */
    static String fullWidth(int c) {
        StringBuilder octets = new StringBuilder();
        for (byte octet : Character.toString(c + FULL_WIDTH).getBytes(StandardCharsets.UTF_8)) {
            octets.append(encoded(octet & 0xff));
        }
        return octets.toString();
    }

    /** {@code s} is {@code %c1%b3}: UTF-8 in two octets where one would do. */
    static String overlong(int c) {
        return encoded(0xc0 | c >> 6) + encoded(CONTINUED | (c & SIX_BITS));
    }

    /** The same in three. */
    static String longer(int c) {
        return encoded(0xe0) + encoded(CONTINUED | c >> 6) + encoded(CONTINUED | (c & SIX_BITS));
    }

    /** The same in four. */
    static String longest(int c) {
        return encoded(0xf0) + encoded(CONTINUED) + encoded(CONTINUED | c >> 6) + encoded(CONTINUED | (c & SIX_BITS));
    }

    /** Two octets as they are. */
    static String raw(int c) {
        return String.valueOf((char) (0xc0 | c >> 6)) + (char) (CONTINUED | (c & SIX_BITS));
    }
}
