package org.facecheck.internal.audit;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes references that can be read out on the telephone: eight letters and digits, none that look alike. */
final class SupportReference {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private SupportReference() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
