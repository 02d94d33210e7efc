package org.facecheck.internal.session;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens that nobody can guess: 192 random bits in the alphabet of RFC 4648, section 5. */
final class SecureToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private SecureToken() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
