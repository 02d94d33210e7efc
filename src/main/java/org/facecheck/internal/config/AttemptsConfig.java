package org.facecheck.internal.config;

import java.time.Duration;
import java.util.Optional;
import org.facecheck.internal.config.ConfigKey.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * How many attempts at a face check are allowed.
 *
 * @param max attempts in one session within one window
 * @param maxPerPrincipal as one logged-in principal, in all sessions together
 * @param maxPerAddress from one client address, in all sessions together
 * @param window counted from the first attempt
 * @param cache the JNDI name of the cache in which all servers of a cluster count, {@code null} where each counts by itself
 */
public record AttemptsConfig(
        @ConfigKey(value = "facecheck.attempts.max", fallback = "5", max = 1000)
        int max,

        @ConfigKey(value = "facecheck.attempts.max-per-principal", fallback = "10", max = 100_000)
        int maxPerPrincipal,

        @ConfigKey(value = "facecheck.attempts.max-per-address", fallback = "100", max = 1_000_000)
        int maxPerAddress,

        @ConfigKey(value = "facecheck.attempts.window", fallback = "PT15M")
        Duration window,

        @ConfigKey(value = CACHE_KEY, form = TextForm.JNDI_NAME) @Nullable
        String cache) {

    /** The key that names the cache, for messages about it. */
    public static final String CACHE_KEY = "facecheck.attempts.shared";

    /** The JNDI name of the shared cache, if there is one. */
    public Optional<String> shared() {
        return Optional.ofNullable(cache);
    }
}
