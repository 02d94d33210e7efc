package org.facecheck.internal.capture;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceMatcher;
import org.facecheck.KycRecord;
import org.facecheck.Selfie;
import org.facecheck.fake.Configs;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.capture.CaptureServices.Audit;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.verdict.FirstUseBinding;
import org.facecheck.internal.verdict.Judge;

/** A capture desk whose matcher a test sets, and whose audit it reads. Its clock stands still. */
public final class CaptureFixture {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2030-06-30T12:00:00Z"), ZoneOffset.UTC);
    static final long NOW = CLOCK.millis();

    final List<FaceCheckEvent> events = new ArrayList<>();
    final List<Selfie> selfies = new ArrayList<>();
    final Map<String, String> objections = new HashMap<>();
    Audit audited = event -> {};
    FaceMatcher matcher = selfie -> {
        throw new AssertionError("nobody was to be checked");
    };
    AttemptLimiter throttle;
    int scopes;

    public CaptureServices desk(Rule... rules) {
        return desk(Configs.of(rules));
    }

    public CaptureServices desk(FaceCheckConfig config) {
        return new CaptureServices(
                config,
                () -> selfie -> {
                    selfies.add(selfie);
                    return matcher.match(selfie);
                },
                () -> new Judge(this::objection, new FirstUseBinding(), config.identityFields()),
                () -> {
                    scopes++;
                    return () -> scopes--;
                },
                event -> {
                    events.add(event);
                    audited.record(event);
                },
                CLOCK,
                throttle == null ? new AttemptLimiter(config.attempts(), CLOCK) : throttle);
    }

    /** An audit that can't write any more. */
    static void isFull(FaceCheckEvent event) {
        throw new IllegalStateException("disk full");
    }

    private Optional<String> objection(KycRecord record) {
        return Optional.ofNullable(objections.get(record.recordId()));
    }
}
