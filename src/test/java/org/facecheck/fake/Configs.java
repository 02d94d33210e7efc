package org.facecheck.fake;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.facecheck.internal.config.AcceptanceConfig;
import org.facecheck.internal.config.AttemptsConfig;
import org.facecheck.internal.config.BindingConfig;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.Credentials;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.PageConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.facecheck.internal.config.ServiceConfig.TokenRequest;
import org.facecheck.internal.config.SessionConfig;

/** Configurations of an application that protects {@code /secure/*} for half an hour. */
public final class Configs {
    /** What opens for half an hour. */
    public static final Rule HALF_HOUR =
            new Rule(Rule.SHORT_FORM, List.of("/secure/*"), List.of(), List.of(), Duration.ofMinutes(30), false);

    /** What opens for five minutes. */
    public static final Rule STRICT =
            new Rule(new RuleName("strict"), List.of("/strict/*"), List.of(), List.of(), Duration.ofMinutes(5), false);

    /** What takes a check for each request. */
    public static final Rule ONE_TIME = new Rule(
            new RuleName("transfer"), List.of("/transfer"), List.of(), List.of(), Duration.ofMinutes(30), true);

    /** How large a picture may be. */
    public static final int MAX_BYTES = 100_000;

    /** A page as nobody has changed it. */
    public static final PageConfig PAGE = new PageConfig(true, null, null, null, null);

    /** How much memory all pictures may take. */
    public static final int MAX_BYTES_IN_FLIGHT = 10_000_000;

    private Configs() {}

    /** With these rules, one check in flight, and two attempts in a quarter of an hour. */
    public static FaceCheckConfig of(Rule... rules) {
        return with(1, rules);
    }

    /** As {@link #of}, with so many checks in flight. */
    public static FaceCheckConfig with(int maxConcurrent, Rule... rules) {
        return with(maxConcurrent, FaceCheckConfig.EVERYWHERE, rules);
    }

    /** As {@link #of}, with a guard against suspicious targets at this pattern. */
    public static FaceCheckConfig guarding(String pattern, Rule... rules) {
        return with(1, pattern, rules);
    }

    private static FaceCheckConfig with(int maxConcurrent, String guarded, Rule... rules) {
        return new FaceCheckConfig(
                List.of(rules),
                service(Dialect.V2, maxConcurrent),
                new CaptureConfig(
                        "/facecheck", null, MAX_BYTES, true, 1000, 1, MAX_BYTES_IN_FLIGHT, Duration.ofMinutes(1), PAGE),
                new SessionConfig(Duration.ofMinutes(10), 1_000_000),
                new AttemptsConfig(2, 3, 4, Duration.ofMinutes(15), null),
                new AcceptanceConfig(true, true, true, true, true),
                new BindingConfig(null, null),
                FaceCheckConfig.Position.FIRST,
                List.of(guarded),
                Set.of("fullName"));
    }

    /** A service that nobody can reach. */
    public static ServiceConfig service(Dialect dialect, int maxConcurrent) {
        return new ServiceConfig(
                URI.create("https://invalid"),
                new Credentials("id", "s3cret"),
                dialect,
                TokenRequest.QUERY,
                null,
                Duration.ofSeconds(3),
                Duration.ofSeconds(20),
                maxConcurrent,
                5,
                Duration.ofSeconds(30));
    }
}
