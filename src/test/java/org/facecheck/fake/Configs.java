package org.facecheck.fake;

import java.util.Map;
import org.facecheck.internal.config.Rule;

/** Rules and limits that many tests use, most by way of {@link TestConfig}. */
public final class Configs {
    /** What opens for half an hour. */
    public static final Rule HALF_HOUR = TestConfig.with().read().rules().get(0);

    /** What opens for five minutes. */
    public static final Rule STRICT = TestConfig.rule("strict", Map.of("patterns", "/strict/*", "max-age", "PT5M"));

    /** What takes a check for each request. */
    public static final Rule ONE_TIME = TestConfig.rule("transfer", Map.of("patterns", "/transfer", "one-time", true));

    /** How large a picture may be. */
    public static final int MAX_BYTES = 100_000;

    /** How much memory all pictures may take. */
    public static final int MAX_BYTES_IN_FLIGHT = 10_000_000;

    private Configs() {}
}
