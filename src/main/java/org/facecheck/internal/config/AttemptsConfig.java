package org.facecheck.internal.config;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody may try.
 *
 * @param max attempts in one session within one window
 * @param maxPerPrincipal as one logged-in principal, in whatever session
 * @param maxPerAddress from one client address, in whatever session
 * @param window counted from the first attempt
 * @param cache the JNDI name of the cache in which all servers of a cluster count, {@code null} where each counts by itself
 */
public record AttemptsConfig(
        int max,
        int maxPerPrincipal,
        int maxPerAddress,
        Duration window,
        @Nullable String cache) {

    /** The key that names the cache, for messages about it. */
    public static final String CACHE_KEY = "facecheck.attempts.shared";

    /** The JNDI name of the shared cache, if there is one. */
    public Optional<String> shared() {
        return Optional.ofNullable(cache);
    }
}
