package org.facecheck.testkit.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The access tokens that were given out and have not run out. Thread-safe. */
public final class Tokens {

    private static final String SCHEME = "Bearer ";
    private static final int MAX = 10_000;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> ends = new HashMap<>();

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /** A new one, opaque, good for this long. */
    synchronized String issue(Duration lifetime) {
        forgetDead();
        if (ends.size() >= MAX) {
            ends.clear();
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ends.put(token, clock.instant().plus(lifetime));
        return token;
    }

    /** @param header what stands in {@code Authorization}, {@code null} if nothing does */
    synchronized boolean admits(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        Instant end = ends.get(header.substring(SCHEME.length()).strip());
        return end != null && clock.instant().isBefore(end);
    }

    public synchronized void expireAll() {
        ends.clear();
    }

    public synchronized int alive() {
        forgetDead();
        return ends.size();
    }

    private void forgetDead() {
        Instant now = clock.instant();
        ends.values().removeIf(end -> !now.isBefore(end));
    }
}
