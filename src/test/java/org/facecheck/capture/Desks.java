package org.facecheck.capture;

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
import org.facecheck.capture.CaptureDesk.Audit;
import org.facecheck.config.FaceCheckConfig;
import org.facecheck.config.Rule;
import org.facecheck.fake.Configs;
import org.facecheck.session.Throttle;
import org.facecheck.verdict.FirstUseBinding;
import org.facecheck.verdict.Judge;

/** A capture desk whose matcher a test sets, and whose audit it reads. Its clock stands still. */
final class Desks {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2030-06-30T12:00:00Z"), ZoneOffset.UTC);
    static final long NOW = CLOCK.millis();

    final List<FaceCheckEvent> events = new ArrayList<>();
    final List<Selfie> selfies = new ArrayList<>();
    final Map<String, String> objections = new HashMap<>();
    Audit audited = event -> {};
    FaceMatcher matcher = selfie -> {
        throw new AssertionError("nobody was to be checked");
    };
    Throttle throttle;
    int scopes;

    CaptureDesk desk(Rule... rules) {
        return desk(Configs.of(rules));
    }

    CaptureDesk desk(FaceCheckConfig config) {
        return new CaptureDesk(
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
                throttle == null ? new Throttle(config.attempts(), CLOCK) : throttle);
    }

    /** An audit that can't write any more. */
    static void isFull(FaceCheckEvent event) {
        throw new IllegalStateException("disk full");
    }

    private Optional<String> objection(KycRecord record) {
        return Optional.ofNullable(objections.get(record.recordId()));
    }
}
