package org.facecheck.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;

/**
 * Attempts by some name, in memory that does not grow, whoever comes: each name falls, by a hash with a secret key, on one of
 * so many places. Names that share a place share their attempts, so that a flood of names makes waiting likelier but never
 * sets anybody's count back. The names themselves are not kept. Thread-safe.
 */
final class Counters {
    private static final int PLACES = 1 << 16;
    private static final int KEY_BYTES = 16;

    private final AtomicReferenceArray<Attempts> places = new AtomicReferenceArray<>(PLACES);
    private final byte[] key = new byte[KEY_BYTES];
    private final int max;
    private final Duration window;

    Counters(int max, Duration window) {
        new SecureRandom().nextBytes(key);
        this.max = max;
        this.window = window;
    }

    Duration locked(String name, long now) {
        Attempts attempts = places.get(place(name));
        return attempts == null ? Duration.ZERO : attempts.locked(max, window, now);
    }

    void count(String name, long now) {
        change(name, attempts -> attempts.oneMore(window, now));
    }

    void forgive(String name) {
        change(name, Attempts::oneLess);
    }

    private void change(String name, UnaryOperator<Attempts> step) {
        places.updateAndGet(place(name), known -> step.apply(known == null ? new Attempts(0, 0) : known));
    }

    private int place(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
            return ((hash[0] & 0xff) << 8) | (hash[1] & 0xff);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}
