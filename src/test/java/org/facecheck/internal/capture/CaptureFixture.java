package org.facecheck.internal.capture;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.facecheck.FaceCheckEvent;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatcher;
import org.facecheck.KycRecord;
import org.facecheck.Selfie;
import org.facecheck.fake.FakeTimer;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.attempts.AttemptLimiter;
import org.facecheck.internal.audit.Audit;
import org.facecheck.internal.audit.AuditRecorder;
import org.facecheck.internal.audit.RequestFacts;
import org.facecheck.internal.concurrent.Bulkhead;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.figures.Counters;
import org.facecheck.internal.page.CapturePage;
import org.facecheck.internal.verdict.FirstUseBinding;
import org.facecheck.internal.verdict.Judge;

/** Makes capture handlers whose matcher a test sets, and whose audit it reads. The clock stands still. */
final class CaptureFixture {
    final Counters counters = new Counters(Clock.systemUTC());
    static final Clock CLOCK = Clock.fixed(Instant.parse("2030-06-30T12:00:00Z"), ZoneOffset.UTC);
    static final long NOW = CLOCK.millis();

    final List<FaceCheckEvent> events = new ArrayList<>();
    final List<Selfie> selfies = new ArrayList<>();
    final List<String> claims = new ArrayList<>();
    final Map<String, String> objections = new HashMap<>();
    Audit audited = event -> {};
    FaceMatcher matcher = selfie -> {
        throw new AssertionError("no selfie was to be checked");
    };
    AttemptLimiter limiter;
    final FakeTimer timer = new FakeTimer();
    int scopes;

    CaptureHandler handler(Rule... rules) {
        return handler(TestConfig.with().rules(rules).read());
    }

    CaptureHandler handler(FaceCheckConfig config) {
        return handler(config, () -> new FaceMatcher() {
            @Override
            public CompletionStage<FaceMatch> match(Selfie selfie) {
                selfies.add(selfie);
                return matcher.match(selfie);
            }

            @Override
            public CompletionStage<FaceMatch> match(Selfie selfie, String claimedKey) {
                claims.add(claimedKey);
                return match(selfie);
            }
        });
    }

    /** As where the application's bean can't be made. */
    CaptureHandler handlerWithoutMatcher(Rule... rules) {
        return handler(TestConfig.with().rules(rules).read(), () -> {
            throw new IllegalStateException("no such bean");
        });
    }

    private CaptureHandler handler(FaceCheckConfig config, Supplier<FaceMatcher> matchers) {
        return new CaptureHandler(
                config,
                matchers,
                () -> new Judge(this::objection, new FirstUseBinding(), config.identityFields()),
                () -> {
                    scopes++;
                    return () -> scopes--;
                },
                this::record,
                CLOCK,
                limiter == null ? new AttemptLimiter(config.attempts(), CLOCK) : limiter,
                timer,
                page(config),
                new Bulkhead(config.service().maxConcurrent()),
                counters);
    }

    /** The room's last steps alone: the verdict on a match, and its answer. */
    VerdictHandler verdicts(FaceCheckConfig config) {
        return new VerdictHandler(
                () -> new Judge(this::objection, new FirstUseBinding(), config.identityFields()),
                new AuditRecorder(this::record, new RequestFacts(config.rules()), counters, CLOCK),
                limiter,
                CLOCK);
    }

    static CapturePage page(FaceCheckConfig config) {
        return new CapturePage(config.capture(), config.rules());
    }

    private void record(FaceCheckEvent event) {
        events.add(event);
        audited.record(event);
    }

    /** An audit that can't write any more. */
    static void isFull(FaceCheckEvent event) {
        throw new IllegalStateException("disk full");
    }

    private Optional<String> objection(KycRecord record) {
        return Optional.ofNullable(objections.get(record.recordId()));
    }
}
