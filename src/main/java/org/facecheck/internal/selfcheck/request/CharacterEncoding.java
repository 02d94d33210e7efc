package org.facecheck.internal.selfcheck.request;

import java.nio.charset.StandardCharsets;

/**
 * The ways in which one ASCII character can be written in a path, right and wrong: for each, some server or filter has been found
 * that reads it as the character.
 */
final class CharacterEncoding {
    /** From ASCII to the full-width forms (U+FF01 to U+FF5E). */
    private static final int FULL_WIDTH = 0xfee0;

    /** Of each byte of a UTF-8 sequence but the first (RFC 3629, section 3). */
    private static final int CONTINUED = 0x80;

    private static final int SIX_BITS = 0x3f;

    private CharacterEncoding() {}

    /** {@code s} is {@code %73} (RFC 3986, section 2.1). */
    static String encoded(int c) {
        return "%%%02x".formatted(c);
    }

    /** {@code s} is {@code %2573}: decoded twice, it is the character. */
    static String twice(int c) {
        return "%%25%02x".formatted(c);
    }

    /** {@code s} is {@code %%37%33}: decoded once, it is encoded. */
    static String nested(int c) {
        String hex = "%02x".formatted(c);
        return "%" + encoded(hex.charAt(0)) + encoded(hex.charAt(1));
    }

    /** {@code s} is {@code %u0073}, which no standard has and some servers read. */
    static String wide(int c) {
        return "%%u%04x".formatted(c);
    }

    /** A letter of another alphabet that compatibility composition makes of it. */
    static String fullWidth(int c) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : Character.toString(c + FULL_WIDTH).getBytes(StandardCharsets.UTF_8)) {
            encoded.append(encoded(one & 0xff));
        }
        return encoded.toString();
    }

    /** {@code s} is {@code %c1%b3}: UTF-8 in two bytes where one would do, which decoders must refuse (RFC 3629, section 3). */
    static String overlong(int c) {
        return encoded(0xc0 | c >> 6) + encoded(CONTINUED | (c & SIX_BITS));
    }

    /** Overlong in three bytes. */
    static String longer(int c) {
        return encoded(0xe0) + encoded(CONTINUED | c >> 6) + encoded(CONTINUED | (c & SIX_BITS));
    }

    /** Overlong in four bytes. */
    static String longest(int c) {
        return encoded(0xf0) + encoded(CONTINUED) + encoded(CONTINUED | c >> 6) + encoded(CONTINUED | (c & SIX_BITS));
    }

    /** Overlong in two bytes, not percent-encoded. */
    static String raw(int c) {
        return String.valueOf((char) (0xc0 | c >> 6)) + (char) (CONTINUED | (c & SIX_BITS));
    }
}
