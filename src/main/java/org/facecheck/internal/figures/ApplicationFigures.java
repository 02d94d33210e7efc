package org.facecheck.internal.figures;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.internal.concurrent.Bulkhead;
import org.jspecify.annotations.Nullable;

/** One application's figures, read where they are kept, when they are asked for. Thread-safe. */
public final class ApplicationFigures implements FaceCheckMXBean {
    private static final System.Logger LOG = System.getLogger("org.facecheck");

    private final String application;
    private final Counters counters;
    private final SessionsWithPass sessions;
    private final Bulkhead checks;
    private final Supplier<@Nullable ServiceStatus> service;
    private final OperatorActions actions;
    private final Clock clock;
    private final Instant startedAt;

    /**
     * Figures from now on.
     *
     * @param checks those that the service works on, and how many there may be
     * @param service gives {@code null} where the service has not been asked yet, or is not asked at all
     * @param actions what operators may do
     */
    public ApplicationFigures(
            String application,
            Counters counters,
            SessionsWithPass sessions,
            Bulkhead checks,
            Supplier<@Nullable ServiceStatus> service,
            OperatorActions actions,
            Clock clock) {
        this.application = application;
        this.counters = counters;
        this.sessions = sessions;
        this.checks = checks;
        this.service = service;
        this.actions = actions;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Override
    public String getApplication() {
        return application;
    }

    @Override
    public Date getStartedAt() {
        return Date.from(startedAt);
    }

    @Override
    public Map<String, Long> getChecks() {
        return counters.checks.counts();
    }

    @Override
    public int getChecksInFlight() {
        return checks.held();
    }

    @Override
    public int getChecksInFlightLimit() {
        return checks.maxPermits();
    }

    @Override
    public Map<String, Long> getRefusedByLimit() {
        return counters.limits.counts();
    }

    @Override
    public long getAttemptsLocked() {
        return counters.checks.of(Outcome.LOCKED.name());
    }

    @Override
    public Map<String, Long> getPicturesRefused() {
        return counters.pictures.counts();
    }

    @Override
    public Map<String, Long> getTroubles() {
        return counters.troubles.counts();
    }

    @Override
    public long getNotAudited() {
        return counters.notAudited.sum();
    }

    @Override
    public @Nullable String getCircuit() {
        ServiceStatus status = service.get();
        return status == null ? null : status.circuit;
    }

    @Override
    public @Nullable Date getCircuitSince() {
        ServiceStatus status = service.get();
        return status == null ? null : Date.from(status.circuitSince);
    }

    @Override
    public @Nullable Date getCircuitTriesAt() {
        ServiceStatus status = service.get();
        return status == null || status.circuitTriesAt == null ? null : Date.from(status.circuitTriesAt);
    }

    @Override
    public @Nullable Long getTokenAgeSeconds() {
        ServiceStatus status = service.get();
        return status == null || status.tokenGivenAt == null
                ? null
                : (clock.millis() - status.tokenGivenAt.toEpochMilli()) / 1000;
    }

    @Override
    public @Nullable Date getTokenGoodUntil() {
        ServiceStatus status = service.get();
        return status == null || status.tokenGoodUntil == null ? null : Date.from(status.tokenGoodUntil);
    }

    @Override
    public int getServiceAnswers() {
        return counters.answers.count();
    }

    @Override
    public @Nullable Long getServiceMillisP50() {
        return counters.answers.percentile(50);
    }

    @Override
    public @Nullable Long getServiceMillisP99() {
        return counters.answers.percentile(99);
    }

    @Override
    public @Nullable Long getServiceMillisMax() {
        return counters.answers.percentile(100);
    }

    @Override
    public int getSessionsWithPass() {
        return sessions.count();
    }

    @Override
    public void forgetAttempts() {
        actions.forgetAttempts();
        LOG.log(
                System.Logger.Level.WARNING,
                "Facecheck forgot all attempts of {0}: an operator asked for it",
                application);
    }

    @Override
    public void closeCircuit() {
        actions.closeCircuit();
        LOG.log(
                System.Logger.Level.WARNING,
                "Facecheck closed the circuit of {0}: an operator asked for it",
                application);
    }
}
